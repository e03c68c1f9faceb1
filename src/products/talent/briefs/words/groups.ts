/** Nouns for people of the screen, beside men, women and family; matched by stem. */
export const PEOPLE =
  'acteur, actrice, comédien, comédienne, figurant, figurante, danseur, danseuse, musicien, musicienne, chanteur, chanteuse, cavalier, cavalière, cascadeur, cascadeuse, mannequin, boxeur, soldat, officier, enfant, adolescent, adolescente, ado, bébé, jongleur, clown, magicien, conteur, rappeur, slameur, guitariste, pianiste, percussionniste, acrobate, serveur, policier, gendarme, médecin, berger, pêcheur, marchand, paysan, actor, actress, dancer, musician, singer, rider, stuntman, stuntwoman, extra, boxer, soldier, officer, child, kid, teenager, baby, drummer, juggler, magician, acrobat, fighter, wrestler, policeman, villager, ممثل, ممثلة, راقص, راقصة, راقصين, مغني, مغنية, فارس, فارسة, فرسان, عازف, عازفين, موسيقي, كومبارس, دراري, مجازف, طفل, طفلة, أطفال, جندي, جنود, ملاكم, ملاكمين, عارض, عارضة';
/** What opens a group: one, several, somebody's. */
export const OPENING =
  'un une a an one his her their son sa ses leur leurs un un des deux trois quatre cinq six sept huit neuf dix quinze vingt trente two three four five seven eight nine ten fifteen twenty thirty جوج زوج ثلاثة ثلاث تلاتة أربعة أربع خمسة خمس ستة سبعة ثمانية تسعة عشرة عشر عشرين ثلاثين';
/** May stand between the number and the noun. */
export const BESIDE =
  'jeune jeunes vieux vieil vieille vieilles petit petite petits petites grand grande grands grandes young old little tall teenage elderly male female black white de d ديال من role rôle';
export const JOINING = 'et and plus ainsi avec with w و';
