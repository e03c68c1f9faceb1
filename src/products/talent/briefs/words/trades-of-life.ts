/** As `trades.ts`: education, health, skilled trades, hospitality, farming, sport. */
export const LIFE: Readonly<Record<string, string>> = {
  enseignement:
    "enseignement, enseignant, professeur, prof, teacher, teaching, instituteur, institutrice, enseigner, teach, maître d'école, maître de conférences, lecturer, أستاذ, أستاذة, معلم, معلمة, مدرس, تدريس, تعليم, أساتذة, أستاذات, معلمون, معلمين, معلمات, مدرسون, مدرسين, مدرسات, مدرسة لغة",
  'formation-professionnelle':
    'formation professionnelle, formateur, formatrice, chargé de formation, responsable formation, trainer, ingénierie pédagogique, instructional design, e learning, elearning, مكون, تكوين مهني, مدرب مهني, مكونة, مكونين',
  'soutien-scolaire':
    'soutien scolaire, tuteur, tutor, tutoring, cours particuliers, private lessons, aide aux devoirs, homework help, répétiteur, دروس خصوصية, دعم مدرسي, دروس الدعم',
  'traduction-et-interpretation':
    'traduction, traduction et interprétation, traducteur, traductrice, interprète de conférence, interprétariat, conference interpreter, translator, translation, sous titrage, subtitling, localisation linguistique, localisation, مترجم, مترجمة, ترجمة, الترجمة, ترجمان, مترجم فوري',
  coaching:
    'coaching, coach de vie, coach, life coach, mentor, mentorat, mentoring, développement personnel, personal development, orientation professionnelle, career coach, تنمية ذاتية, التنمية الذاتية, مدرب حياة, كوتشينغ, مدربة حياة, كوتش',
  'recherche-scientifique':
    'recherche scientifique, chercheur, chercheuse, doctorant, laboratoire, researcher, scientific research, phd student, باحث, باحثة, بحث علمي, البحث العلمي, مختبر, باحثين, باحثون',
  medecine:
    'médecine, médecin, docteur, doctor, physician, chirurgien, surgeon, dentiste, dentist, pédiatre, généraliste, طبيب, طبيبة, طب, جراح, طبيب أسنان, أطباء, طبيبات, دكتور, دكتورة, جراحين',
  'soins-infirmiers':
    'soins infirmiers, infirmier, infirmière, nurse, nursing, aide soignant, caregiver, sage femme, midwife, ممرض, ممرضة, تمريض, قابلة, مولدة, ممرضون, ممرضين, ممرضات, فرملي, فرملية, قابلات, مولدات',
  pharmacie: 'pharmacie, pharmacien, préparateur en pharmacie, pharmacist, pharmacy, صيدلي, صيدلانية, صيدلية, صيدلة, صيادلة, صيدلانيين',
  psychologie:
    'psychologie, psychologue, thérapeute, therapist, psychologist, psychology, orthophoniste, speech therapist, أخصائي نفسي, أخصائية نفسية, علم النفس, معالج نفسي, طبيب نفسي, أخصائيين نفسيين, معالجة نفسية',
  nutrition:
    'nutrition, nutritionniste, nutritionist, diététicien, dietitian, diététique, تغذية, أخصائي تغذية, أخصائية تغذية, حمية, حمية غذائية',
  electricite:
    'électricité, électricien, monteur câbleur, câbleur, electrician, domotique, home automation, électrotechnique, électrotechnicien, electrical technician, كهربائي, كهرباء, الكهرباء, تريسيان, كهربائيين, كهربائية',
  plomberie:
    'plomberie, plombier, plumber, plumbing, chauffagiste, sanitaire, سباك, سباكة, رصاص صحي, ترصيص, plombi, سباكين, بلومبي, بلومبيي, رصاصة',
  menuiserie:
    'menuiserie, menuisier, ébéniste, ébénisterie, carpenter, carpentry, joiner, woodworker, charpentier, charpente, نجار, نجارة, نجارين',
  'maconnerie-et-batiment':
    'maçonnerie, maçonnerie et bâtiment, maçon, mason, bricklayer, btp, bâtiment, chef de chantier, site manager, construction, carreleur, carrelage, tiler, peintre en bâtiment, house painter, بناء, البناء, بناي, زلايجي, صباغ, رئيس ورش, أشغال البناء, بنائين, بنايين, عمال بناء, عامل بناء, جباص, صباغين, زلايجية',
  'mecanique-automobile':
    'mécanique automobile, mécanique auto, mécanicien, mécanicien auto, car mechanic, mechanic, garagiste, carrossier, carrosserie, auto repair, ميكانيكي, ميكانيك, ميكانيك السيارات, مطالة, ميكانيسيان, ميكانيكيين, مطالجي',
  couture:
    'couture, couturier, couturière, tailleur, tailor, sewing, seamstress, dressmaker, broderie, brodeur, embroidery, retouche vêtements, خياط, خياطة, طرز, طرازة, خياطين, خياطات, خياط تقليدي, طرازات',
  coiffure:
    'coiffure, coiffeur, coiffeuse, hairdresser, hairdressing, hair stylist, barbier, barber, tresses, tresseuse, braider, hair braiding, حلاق, حلاقة, كوافير, كوافورة, حلاقين, حلاقات, كوافورات',
  'maquillage-et-esthetique':
    'maquillage, maquilleur, maquilleuse, maquillage et esthétique, esthétique, make up artist, makeup artist, make up, makeup, mua, esthéticienne, beautician, hmc, ماكياج, مكياج, ماكيير, خبيرة تجميل, تجميل, ماكييرة, ماكيور, مكياجيست, خبير تجميل, خبيرات تجميل',
  cuisine:
    'cuisine, cuisinier, cuisinière, cook, cooking, traiteur, caterer, catering, chef cuisinier, chef de cuisine, commis de cuisine, sous chef, executive chef, طباخ, طباخة, طبخ, شاف, طاه, طباخين, طباخات, طهاة, طاهي, طاهية, طيابة',
  'patisserie-et-boulangerie':
    'pâtisserie, pâtissier, boulangerie, boulanger, pâtisserie et boulangerie, pastry chef, pastry, baker, bakery, cake design, حلواني, حلويات, خباز, مخبزة, حلوانية, خبازين, خبازة, حلوانيين, حلوانيات, باتيسيي',
  'service-et-hotellerie':
    "service et hôtellerie, hôtellerie, hospitality, serveur, serveuse, waiter, waitress, réceptionniste, receptionist, réception, barman, bartender, barista, hôtesse, hôtesse d'accueil, hôte d'accueil, femme de chambre, valet de chambre, housekeeping, housekeeper, gouvernante, concierge, maître d'hôtel, chef de rang, نادل, نادلة, موظف استقبال, موظفة استقبال, مضيفة, فندقة, الفندقة, ندل, نادلين, نادلات, سرباي, سيرفور, سيرفورة, بارمان, مضيفات, موظفي استقبال",
  'guide-touristique':
    'guide touristique, guide, tour guide, tourist guide, tourisme, tourism, accompagnateur touristique, accompagnateur, agence de voyages, travel agency, guide accompagnateur, guide de montagne, mountain guide, مرشد سياحي, مرشدة سياحية, سياحة, وكالة أسفار, مرشدين سياحيين, مرشدات سياحيات, دليل سياحي',
  agriculture:
    'agriculture, agriculteur, agronome, agronomist, agronomie, farmer, farming, maraîchage, maraîcher, irrigation, ouvrier agricole, فلاح, فلاحة, زراعة, مهندس زراعي, ري, فلاحين, مزارع, مزارعين, مزارعة, مهندسين زراعيين, عمال فلاحيين',
  elevage:
    'élevage, éleveur, breeder, livestock, vétérinaire, veterinarian, veterinary, aviculture, poultry, apiculture, beekeeping, pêcheur, pisciculture, مربي مواشي, تربية المواشي, بيطري, تربية النحل, صياد سمك, مربي, مربي نحل, مربي النحل, نحال, نحالين, راعي غنم, راعي, رعاة, طبيب بيطري, بياطرة, صيادي سمك, apiculteur, berger',
  'energies-renouvelables':
    'énergies renouvelables, renewable energy, solaire, photovoltaïque, panneaux solaires, éolien, solar, wind energy, efficacité énergétique, energy efficiency, طاقة متجددة, الطاقات المتجددة, طاقة شمسية, الطاقة الشمسية, ألواح شمسية, solar technician',
  'coaching-sportif':
    'coaching sportif, coach sportif, personal trainer, fitness, fitness coach, préparateur physique, yoga, pilates, مدرب رياضي, مدربة رياضية, لياقة بدنية, يوغا, مدربين رياضيين, كوتش رياضي',
  'sport-de-haut-niveau':
    'sport de haut niveau, athlète, sportif professionnel, footballeur, footballer, athlete, رياضي محترف, لاعب كرة قدم, عداء, عدائين, رياضيين محترفين',
};
