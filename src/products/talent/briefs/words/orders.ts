/** How briefs insist, wish, and do without. */
export const MUST =
  'indispensable, impératif, impérativement, impérative, obligatoire, obligatoirement, exigé, exigée, exigence, requis, requise, nécessaire, nécessairement, essentiel, must, must have, must be, required, requirement, mandatory, compulsory, essential, necessary, needs to, need to, has to, have to, ضروري, ضرورية, إلزامي, إلزامية, إجباري, لازم, يجب, شرط أساسي, مطلوب, مطلوبة, لا بد, ضروريا, khasso, khassha, darori, daruri';
/** Insists on a number only. */
export const MUST_NUMBER =
  'minimum, min, mini, au moins, maximum, maxi, au plus, at least, at most, no less than, على الأقل, على الاقل, كحد أدنى, لا تقل عن, لا يقل عن, لا تتجاوز, كحد أقصى';
export const NICE =
  'souhaité, souhaitée, souhaitable, souhaitées, apprécié, appréciée, appréciable, un plus, est un plus, serait un plus, atout, un atout, serait un atout, idéalement, idéal, de préférence, préférence, préférable, préféré, si possible, bonus, facultatif, optionnel, bienvenu, bienvenue, nice to have, nice, preferred, preferably, preference, ideally, a plus, is a plus, an asset, asset, an advantage, advantage, advantageous, desirable, desired, optional, welcome, if possible, يفضل, مفضل, ميزة إضافية, ميزة, من الأفضل, يستحسن, مستحسن, إن أمكن';
/** Before a must: not that much. */
export const NOT = 'pas, non, nullement, not, isn, no, ليس, ليست, غير, لا يشترط, لا, aucun, aucune';
/** What follows is not asked for. */
export const WITHOUT =
  'pas besoin de, pas besoin d, pas de, aucun besoin de, aucune, aucun, sans, hors, sauf, excepté, ni, no need for, no need of, no, without, not, except, excluding, non, بدون, دون, لا حاجة, غير, لا يشترط, ليس, bla, ماشي, machi';

/** Words of every brief, that tell nothing of the person. */
export const BOILERPLATE = `communication specialised specialized sait savent sachent know knows knowing how read lire able apte aptes habiter résider vivre habitant résidant live living reside residing deux trois quatre cinq six sept huit neuf dix vingt one two three four five seven eight nine ten twenty groupe groupes group groups couple couples famille families family jumeaux twins entre eux
يبحث تبحث يبحثون خدمة احد واحد واحدة اثنان اثنين جوج زوج ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة عشر عشرين عشرون ثلاثين اربعين خمسين ناس مجموعة تجربة تجارب مجربة مجرب مجربين سنين صغار كبار فوق كيعرفو
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april june july august september october november december title location bac logement fourni pouvant porter فيديو كليب شهادة possible possibles min mini max sachant partir abstenir call taller over under kg poids region visage natural late early ykon ikon niveau معرفة ببرنامج برنامج تقل يقل حوالي منطقة اقليم least most moins possibilite accent ممكن يمكن recherche recherchons recherchez rechercher cherche cherchons chercher cherchent recrute recrutons recruter recrutement
besoin poste profil profils candidat candidats candidature candidatures mission missions offre emploi travail travailler travaille entreprise societe agence
equipe clients client projet projets annonce brief role roles personnage personnages casting castings film films tournage tournages tourner serie series
production productions realisateur realise scene scenes court long metrage publicite pub spot clip video tele television tv cinema plateau
personne personnes gens talent talents competence competences qualite qualites experience experiences niveau ans an annee annees mois jour jours semaine semaines
date dates lieu ville pays age taille sexe genre langue langues disponible disponibilite disponibilites immediatement contrat cdi cdd stage freelance salaire
remuneration remunere paye payee budget cachet merci envoyer envoyez contact contacter postuler cv photo photos book bande demo nouveau nouvelle nouveaux
bon bonne bons bonnes grand grande petit petite jeune jeunes sens esprit capacite capable savoir connaissance connaissances maitrise maitriser outils outil
description requis requise souhaite ideal ideale type plus moins minimum maximum environ entre afin notamment etc role principal principale premier premiere
rejoindre integrer charge chargee base basee situe situee sur pour debut fin cadre rejoignez secteur domaine solide solides forte fort tres bien
looking look seeking seek search hire hiring recruit recruiting need needs needed want wanted wants join position job work working company team teams project
projects profile candidate candidates applicant applicants role roles character part parts movie film shoot shooting scene scenes series commercial ad video
person persons people someone skill skills ability able experience experienced years year month months week weeks day days date dates location city
country language languages available availability immediately immediate contract salary paid pay budget send contact apply resume photos new good great young
knowledge strong solid excellent level minimum maximum about around based join must should required requirements preferred plus bonus ideal ideally best
professional professionnel professionnelle confirme confirmee senior junior expert experte debutant debutants accepte acceptes accepted beginner beginners
understanding familiarity familiar using tools tool environment environnement mode full part time plein partiel temps remote hybride
نبحث مطلوب مطلوبة نحتاج ابحث شركة فريق عمل العمل وظيفة منصب مشروع مرشح مرشحين دور ادوار فيلم مسلسل تصوير انتاج شخص اشخاص خبرة سنوات سنة عام سن عمر طول
لغة لغات مدينة بلد متاح متوفر فورا شهر يوم ايام راتب عقد ارسال التواصل سيرة صور جديد جيد جيدة مستوى شروط الشروط ضروري يفضل على الاقل اعلان مهارات مهارة`;
