/** How people call the kinds of parts of the CINEMA module (values of `OPTIONS.talent_type`), and who is not of one kind only. */
export const PARTS: Readonly<Record<string, string>> = {
  'Acteur Principal':
    'acteur principal, actrice principale, comédien principal, premier rôle, 1er rôle, rôle principal, rôle titre, tête d’affiche, lead actor, lead actress, leading man, leading lady, leading role, lead role, main role, main character, protagonist, ممثل رئيسي, ممثلة رئيسية, دور رئيسي, دور البطولة, دور بطولة, بطل الفيلم, بطلة الفيلم, بطولة',
  'Acteur Secondaire':
    'acteur secondaire, actrice secondaire, second rôle, seconds rôles, rôle secondaire, petit rôle, supporting actor, supporting actress, supporting role, supporting cast, ممثل ثانوي, ممثلة ثانوية, دور ثانوي, أدوار ثانوية',
  Figurant:
    'figurant, figurante, figuration, film extra, movie extra, extras, background actor, background extra, background artist, crowd scene, كومبارس, كومبارسات, مجاميع, ممثل صامت, فيكيران, فيغيران',
  Silhouette:
    'silhouette, silhouette parlante, rôle de silhouette, featured extra, featured background, day player, كومبارس مميز, دور صامت',
  Doublure: 'doublure, doublure corps, doublure image, body double, photo double, بديل, دوبلير, دوبلور',
  'Doublure Lumière': 'doublure lumière, lighting stand in, stand in, بديل إضاءة',
  Cascadeur:
    'cascadeur, cascadeuse, stunt performer, stuntman, stunt man, stunt woman, stuntwoman, stunt double, stunt actor, stunt person, doublure cascade, مجازف, مؤدي مشاهد خطرة, دوبلير مشاهد خطرة, كاسكادور, كاسكادورات, مجازفين, مجازفات',
  Mannequin:
    'mannequin, modèle photo, modèle, top model, fashion model, photo model, model, modeling, modelling, catwalk model, defilé de mode, عارض أزياء, عارضة أزياء, موديل, عارض, عارضة, عارضات أزياء, عارضين أزياء, عارضي أزياء, عارضات, موديلات',
  'Voix Off':
    'voix off, voice over, voiceover, voice over artist, voice artist, narrateur, narration, narrator, معلق صوتي, تعليق صوتي, معلق, صوت راو',
  'Figurant Spécialisé':
    'figurant spécialisé, figurante spécialisée, figuration spécialisée, specialised extra, specialized extra, special skills extra, special extra, كومبارس متخصص',
  Choriste:
    'choriste, choeur, chœurs, chorale, backing vocals, backing singer, backing vocalist, chorus singer, chorus, choir, مغني كورال, كورال',
  'Danseur de fond': 'danseur de fond, danseuse de fond, background dancer, backup dancer, راقص استعراضي, راقصة استعراضية',
};

/** Names of several kinds at once. */
export const PART_GROUPS: readonly (readonly [names: string, parts: readonly string[]])[] = [
  [
    'acteur, actrice, comédien, comédienne, actor, actress, artiste interprète, performer, ممثل, ممثلة, ممثلين, ممثلون, ممثلات, ممثلان, ممثلتان, ممثلتين',
    ['Acteur Principal', 'Acteur Secondaire'],
  ],
  ['figurant ou silhouette, figuration et silhouette', ['Figurant', 'Silhouette']],
];
/** Kinds that the words suggest but do not name: never a must by themselves. */
export const PART_HINTS: readonly (readonly [names: string, parts: readonly string[]])[] = [
  [
    'danseur, danseuse, danseurs, danseuses, dancer, dancers, راقص, راقصة, راقصين, راقصون, راقصات, راقصان, راقصتان, راقصتين',
    ['Danseur de fond'],
  ],
];
