/**
 * How people call the talents of the catalogue, in the three languages: by slug, names between commas. Feminine and plural forms of a
 * listed name are found by the stems. Names that mean too much else (`vue`, `sea`, `legal`) are left out or qualified.
 */
export const TECHNOLOGY: Readonly<Record<string, string>> = {
  'developpement-web':
    'développement web, développeur web, programmeur web, intégrateur web, web developer, web development, web programmer, création de sites web, sites internet, website development, full stack, fullstack, front end, frontend, back end, backend, html, html5, css, css3, javascript, typescript, react, react.js, reactjs, next.js, nextjs, vue.js, vuejs, vue 3, nuxt, angular, svelte, node.js, nodejs, express.js, nestjs, php, laravel, symfony, django, flask, wordpress, prestashop, drupal, tailwind, bootstrap, ruby on rails, graphql, api rest, rest api, تطوير الويب, مطور ويب, مبرمج ويب, مطور مواقع, برمجة المواقع, تصميم المواقع, مواقع الويب, مواقع إلكترونية, واجهات أمامية, الواجهة الأمامية, الواجهة الخلفية, مطورو ويب, مطوري ويب, مبرمجي ويب',
  'developpement-mobile':
    'développement mobile, développeur mobile, développeur android, développeur ios, mobile developer, mobile development, mobile app, application mobile, applications mobiles, android, ios, swift, kotlin, flutter, react native, xamarin, تطوير تطبيقات الهاتف, مطور تطبيقات, تطبيقات الهاتف, تطبيقات الجوال, تطبيقات الموبايل, أندرويد, فلاتر',
  'developpement-logiciel':
    "développement logiciel, développeur logiciel, ingénieur logiciel, software engineer, software developer, software development, génie logiciel, java, c++, c#, .net, asp.net, spring boot, python, rust, golang, langage c, scala, génie informatique, ingénieur informatique, architecte logiciel, programmation, programmeur, programmer, programming, développement d'applications, مبرمج, برمجة, مطور برمجيات, مهندس برمجيات, هندسة البرمجيات, تطوير البرمجيات, مطوري برمجيات, مهندسي برمجيات, مبرمجي",
  'science-des-donnees':
    'science des données, data scientist, data science, data analyst, data analysis, analyste de données, analyse de données, statistiques, statisticien, statistician, power bi, powerbi, pandas, tableau software, langage r, big data, business intelligence, data visualisation, data visualization, علم البيانات, عالم بيانات, محلل بيانات, تحليل البيانات, إحصاء, محللي بيانات, علماء بيانات, إحصائي',
  'intelligence-artificielle':
    'intelligence artificielle, ia, artificial intelligence, machine learning, apprentissage automatique, deep learning, nlp, traitement du langage, vision par ordinateur, computer vision, llm, tensorflow, pytorch, prompt engineer, ingénieur ia, ai engineer, ذكاء اصطناعي, الذكاء الاصطناعي, تعلم الآلة, التعلم العميق, مهندس ذكاء اصطناعي',
  cybersecurite:
    'cybersécurité, cyber sécurité, sécurité informatique, sécurité des systèmes, cybersecurity, information security, security engineer, pentest, pentester, iso 27001, rssi, analyste soc, soc analyst, ethical hacking, أمن المعلومات, الأمن السيبراني, أمن سيبراني',
  'devops-et-cloud':
    'devops, cloud, cloud computing, sre, site reliability, aws, azure, gcp, google cloud, docker, kubernetes, ci cd, terraform, ansible, jenkins, ingénieur cloud, cloud engineer, الحوسبة السحابية, ديف أوبس',
  'systemes-et-reseaux':
    'systèmes et réseaux, administrateur système, administration système, sysadmin, system administrator, network engineer, network administrator, cisco, ccna, linux, windows server, télécoms, télécommunications, réseaux informatiques, ingénieur réseau, administrateur réseau, technicien réseau, vmware, مسؤول أنظمة, مهندس شبكات, شبكات معلوماتية, شبكات الحاسوب, الاتصالات السلكية, مهندسي شبكات, تقني شبكات',
  'bases-de-donnees':
    'bases de données, base de données, database, database administrator, dba, sql, postgresql, postgres, mysql, oracle, mongodb, redis, data engineer, data engineering, etl, قواعد البيانات, قاعدة بيانات, مهندس بيانات',
  'test-et-qualite-logicielle':
    'test logiciel, test et qualité logicielle, qualité logicielle, qa, quality assurance, testeur, tester logiciel, software tester, tests automatisés, test automation, selenium, cypress, playwright, اختبار البرمجيات, ضمان الجودة',
  'support-informatique':
    'support informatique, helpdesk, help desk, it support, technicien informatique, dépannage informatique, dépannage, support technique, technical support, maintenance informatique, دعم تقني, الدعم التقني, الدعم الفني, تقني معلوميات, صيانة الحواسيب, تقنيي معلوميات',
  'systemes-embarques-et-iot':
    'systèmes embarqués, système embarqué, embarqué, embedded systems, embedded, iot, internet des objets, internet of things, arduino, raspberry pi, électronique, électronicien, electronics, microcontrôleur, أنظمة مدمجة, إنترنت الأشياء, إلكترونيات, إلكتروني',
};

export const CREATIVE: Readonly<Record<string, string>> = {
  'designer-ui-ux':
    "designer ui ux, ui ux, ux ui, ui designer, ux designer, product designer, web designer, webdesigner, figma, adobe xd, design d'interface, interface design, expérience utilisateur, user experience, designer, maquettes, wireframes, مصمم واجهات, تصميم الواجهات, تجربة المستخدم",
  graphisme:
    'graphisme, graphiste, infographie, infographiste, graphic designer, graphic design, designer graphique, photoshop, illustrator, indesign, canva, identité visuelle, charte graphique, logo, branding, مصمم جرافيك, مصمم غرافيك, تصميم جرافيك, التصميم الغرافيكي, تصميم الشعارات, هوية بصرية, مصممي جرافيك, مصممة جرافيك, كرافيست',
  photographie:
    'photographie, photographe, photographer, photography, photo, photos, lightroom, retouche photo, studio photo, photo portrait, shooting photo, مصور فوتوغرافي, تصوير فوتوغرافي, التصوير الفوتوغرافي, مصور, مصورين, فوطوغراف, مصور صور',
  videographie:
    'vidéographie, vidéaste, cadreur, cameraman, camera operator, chef opérateur, directeur de la photographie, director of photography, dop, cinematographer, cinematography, videographer, videography, cadrage, opérateur de prise de vues, assistant caméra, مصور فيديو, تصوير فيديو, تصوير الفيديو, مصور سينمائي, مدير تصوير, مدير التصوير, مصوري فيديو, كاميرامان, كاميرمان',
  'montage-video':
    'montage vidéo, montage, monteur, monteur vidéo, chef monteur, video editor, video editing, film editor, premiere pro, adobe premiere, final cut, davinci resolve, capcut, étalonnage, étalonneur, colorist, مونتاج, مونتير, محرر فيديو, تحرير الفيديو, توضيب, موضب, مونتيرات, مونطاج, مونطور, مونتاج الفيديو',
  'motion-design':
    'motion design, motion designer, motion graphics, after effects, animation 2d, 2d animation, animateur 2d, موشن جرافيك, موشن غرافيك, رسوم متحركة ثنائية الأبعاد',
  illustration:
    'illustration, illustrateur, dessinateur, dessin, dessiner, drawing, illustrator artist, bande dessinée, comics artist, comic artist, storyboard, storyboarder, procreate, رسام, رسم, رسوم توضيحية, رسامين',
  'animation-3d':
    'animation 3d, animateur 3d, 3d animator, 3d artist, modélisation 3d, 3d modeling, modeleur 3d, blender, vfx, visual effects, effets spéciaux, effets visuels, autodesk maya, cinema 4d, unreal engine, unity 3d, تحريك ثلاثي الأبعاد, رسوم ثلاثية الأبعاد, مؤثرات بصرية, المؤثرات البصرية',
  'direction-artistique':
    'direction artistique, directeur artistique, art director, art direction, production designer, set designer, scénographie, scénographe, décorateur, chef décorateur, مدير فني, إدارة فنية, ديكور, مصمم ديكور, مهندس ديكور, مديرة فنية',
  'redaction-et-edition':
    'rédaction, rédaction et édition, rédacteur, rédacteur web, rédaction web, copywriter, copywriting, content writer, journaliste, journalist, journalism, correcteur, scénariste, screenwriter, scriptwriter, écriture de scénario, كاتب محتوى, محرر, صحفي, صحافة, كاتب سيناريو, سيناريست, تحرير المقالات, صحافي, صحافيين, صحفيين, محررة, كتاب محتوى, كاتبة محتوى, كاتبة سيناريو',
  'creation-de-contenu':
    'création de contenu, créateur de contenu, content creator, content creation, influenceur, influencer, youtubeur, youtuber, tiktok, tiktokeur, podcast, podcasteur, blogueur, صانع محتوى, صناعة المحتوى, مؤثر, يوتيوبر, صناع محتوى, صانعة محتوى, مؤثرين',
  'musique-et-composition':
    'musique et composition, musicien, musician, compositeur, composer, composition musicale, beatmaker, arrangeur, producteur musical, music producer, musique de film, ملحن, موسيقي, عازف, تلحين, تأليف موسيقي, موزع موسيقي, موسيقار, عازفين, عازفون',
  'chanson-et-interpretation':
    'chanson, chanson et interprétation, chanteur, chanteuse, singer, chanter, sing, singing, vocalist, vocaliste, auteur compositeur interprète, مغني, مغنية, مطرب, مطربة, غناء, rappeur, rapper, slameur, griot, فنان غنائي, مغنين, مغنيين, مغنيات, يغني',
  'ingenierie-du-son':
    'ingénierie du son, ingénieur du son, ingénieur son, sound engineer, sound design, sound designer, technicien son, mixage, mastering, preneur de son, prise de son, perchman, perchiste, boom operator, opérateur son, مهندس صوت, هندسة الصوت, تسجيل الصوت, تقني صوت, مهندسة صوت, مهندسي صوت',
  'danse-et-choregraphie':
    'danse, danse et chorégraphie, danseur, dancer, chorégraphe, chorégraphie, choreographer, choreography, راقص, راقصة, رقص, كوريغراف, مصمم رقصات, رقاص, رقاصة',
  'theatre-et-comedie':
    'théâtre, théâtre et comédie, acteur, actrice, comédien, comédienne, comédie, actor, actress, acting, humoriste, stand up, stand up comedian, comedian, artiste dramatique, ممثل, ممثلة, تمثيل, مسرح, مسرحي, كوميدي, conteur, storyteller, مسرحيين, كوميديين, حكواتي',
  'stylisme-et-mode':
    'stylisme, stylisme et mode, styliste, modéliste, fashion designer, fashion stylist, fashion design, costumier, costume designer, costumes, créateur de mode, مصمم أزياء, تصميم الأزياء, مصمم ملابس, مصممة أزياء, مصممي أزياء, ستيليست',
  'artisanat-d-art':
    "artisanat, artisanat d'art, artisan, craftsman, poterie, potier, céramique, céramiste, zellige, bijouterie, bijoutier, maroquinerie, maroquinier, tissage, tisserand, sculpture, sculpteur, sculptor, handicraft, حرفي, صناعة تقليدية, الصناعة التقليدية, صانع تقليدي, فخار, خزف, زليج, نحات, حرفيين, صناع تقليديين, صانعة تقليدية, نساج, نساجة, دباغ, خزاف, فخارجي",
};

export const BUSINESS: Readonly<Record<string, string>> = {
  'marketing-digital':
    'marketing digital, digital marketing, digital marketer, marketing en ligne, online marketing, webmarketing, web marketing, traffic manager, seo, référencement, google ads, adwords, meta ads, facebook ads, growth hacking, growth hacker, growth, emailing, e mailing, تسويق رقمي, التسويق الرقمي, تسويق إلكتروني, التسويق الإلكتروني, سيو',
  'gestion-de-projet':
    'gestion de projet, chef de projet, cheffe de projet, chef de projets, project manager, project management, scrum, scrum master, pmp, product owner, product manager, méthode agile, agile, coordinateur de projet, project coordinator, مدير مشروع, مدير مشاريع, إدارة المشاريع, رئيس مشروع, مديرة مشروع, مسير مشروع, رئيسة مشروع',
  comptabilite:
    'comptabilité, comptable, aide comptable, accountant, accounting, bookkeeper, expert comptable, chef comptable, audit, auditeur, auditrice, auditor, fiscalité, fiscaliste, sage compta, محاسب, محاسبة, المحاسبة, خبير محاسب, تدقيق, مدقق حسابات, خبيرة محاسبة, كونطابل',
  finance:
    'finance, financier, analyste financier, financial analyst, contrôle de gestion, contrôleur de gestion, banque, banquier, banking, trésorerie, trésorier, finance islamique, islamic finance, microfinance, محلل مالي, مالية, المالية, بنوك, مصرفي, مراقبة التسيير',
  'ressources-humaines':
    'ressources humaines, human resources, rh, hr, drh, responsable rh, hr manager, recruteur, recruiter, recrutement, chargé de recrutement, talent acquisition, paie, payroll, gestionnaire de paie, responsable paie, payroll manager, موارد بشرية, الموارد البشرية, مسؤول توظيف, مسؤولة توظيف, مكلف بالتوظيف',
  'vente-et-commerce':
    'vente, vente et commerce, vendeur, commerce, salesperson, salesman, sales, sales representative, sales manager, technico commercial, commercial terrain, agent commercial, délégué commercial, attaché commercial, conseiller de vente, e commerce, ecommerce, merchandising, caissier, cashier, بائع, مبيعات, المبيعات, مندوب مبيعات, مندوب تجاري, تجارة إلكترونية, التجارة الإلكترونية, باعة, بائعين, بائعات, بياع, بياعة, تاجر, تجار, كاشيير',
  'developpement-commercial':
    'développement commercial, business developer, business development, prospection, partenariats, partnerships, key account, account manager, grands comptes, تطوير الأعمال, تنمية الأعمال',
  entrepreneuriat:
    "entrepreneuriat, entrepreneur, entrepreneurship, business plan, incubation, incubateur, fondateur, founder, co founder, création d'entreprise, ريادة الأعمال, رائد أعمال, مقاول, مقاولة, رائدة أعمال, رواد أعمال",
  'conseil-en-strategie':
    'conseil en stratégie, stratégie, consultant, consulting, strategy, strategy consultant, conduite du changement, change management, مستشار, استشارات, استراتيجية, مستشارين',
  'droit-et-conformite':
    'droit, droit et conformité, droit des affaires, juriste, avocat, lawyer, attorney, legal counsel, legal advisor, rédaction de contrats, notaire, compliance, conformité, cndp, rgpd, gdpr, محامي, قانوني, مستشار قانوني, قانون, موثق, محام, محامون, محامين, محاميات, مستشارة قانونية, موثقة',
  'communication-et-relations-publiques':
    'communication, relations publiques, communication et relations publiques, attaché de presse, relations presse, press officer, public relations, communication institutionnelle, chargé de communication, responsable communication, communication manager, communications officer, علاقات عامة, العلاقات العامة, مكلف بالتواصل, مكلفة بالتواصل, مسؤول تواصل, مسؤولة تواصل',
  'community-management':
    'community management, community manager, réseaux sociaux, social media, social media manager, gestion des réseaux sociaux, مسير شبكات التواصل, مدير مواقع التواصل, وسائل التواصل الاجتماعي, مواقع التواصل الاجتماعي, شبكات التواصل, صفحات التواصل الاجتماعي',
  'relation-client':
    "relation client, service client, service clientèle, centre d'appels, téléconseiller, téléopérateur, customer success, customer service, customer support, customer care, call center, chargé de clientèle, conseiller clientèle, خدمة العملاء, خدمة الزبناء, مركز نداء, مركز اتصال, مستشار زبناء",
  'achats-et-logistique':
    'achats, achats et logistique, acheteur, buyer, procurement, purchasing, logistique, logisticien, logistics, supply chain, transit, douane, entrepôt, warehouse, magasinier, gestionnaire de stock, مشتريات, لوجستيك, لوجستية, سلسلة التوريد, جمارك, مخازن, أمين مخزن, مخزني, مسؤول مشتريات',
  'assistanat-et-secretariat':
    'assistanat, secrétariat, assistanat et secrétariat, assistant de direction, assistante de direction, assistant administratif, administrative assistant, executive assistant, personal assistant, secrétaire, secretary, office manager, assistant virtuel, virtual assistant, saisie de données, data entry, سكرتير, سكرتيرة, سكرتارية, كاتبة, مساعد إداري, مساعدة إدارية, إدخال البيانات, سكرتيرات, كاتبات, كاتبة إدارية',
};

/** Names of several trades at once: any of them will do. */
export const TRADE_GROUPS: readonly (readonly [names: string, slugs: readonly string[]])[] = [
  [
    'développeur, developer, programmeur informatique, developpement informatique, informaticien, مطور, معلوماتي',
    ['developpement-web', 'developpement-mobile', 'developpement-logiciel'],
  ],
];
