/** French: places, people, bodies, nature, and whatever else there is. */
import type { Sayings } from '../kinds.ts';

export const PLACE: Sayings = {
  hook: [
    'Première lumière|La première lumière touche les murs, une porte s’ouvre, les voix se réveillent. Nous voici devant {s}.',
    'Invitation au voyage|Il y a des lieux que l’on visite, et des lieux qui nous restent. Laissez-vous conduire vers {s}.',
  ],
  what: [
    'Une atmosphère|Un lieu, ce sont des pierres et des rues, mais aussi des odeurs, des voix, une façon de se saluer.',
    'Lire les murs|Les façades gardent la trace de ceux qui ont bâti, commercé, prié, chanté. ~ Il suffit de lever les yeux.',
  ],
  now: [
    'Une ville qui bouge|Ici, l’ancien et le neuf se côtoient. Les ateliers voisinent avec les écrans, et chaque jour invente un équilibre.',
    'Voyager mieux|On ne veut plus seulement cocher des étapes. On cherche du temps, des rencontres, une autre manière de voyager.',
  ],
  who: [
    'Pour les curieux|C’est une destination pour les marcheurs, les gourmands, les photographes, et tous ceux qui aiment se perdre un peu.',
    'Chacun sa route|On vient en famille, entre amis ou seul. ~ Le lieu change selon l’heure, et selon celui qui le regarde.',
  ],
  how: [
    'Marcher lentement|Pour entrer dans un lieu, rien ne vaut la marche : une rue, puis une autre, sans trop regarder la carte.',
    'Du matin au soir|Commencez tôt, quand tout s’éveille. Faites une pause à midi. Revenez le soir, quand les lumières s’allument.',
  ],
  example: [
    'Au coin d’une place|Au coin d’une place, un verre de thé, un enfant qui court, un artisan penché sur son ouvrage.',
    'Le marché|Au marché, les couleurs débordent, on discute, on goûte, on rit. ~ Une heure y passe comme une minute.',
  ],
  pitfall: [
    'Hors des clichés|Le risque serait de s’arrêter aux images connues. ~ Ce qui touche se trouve souvent à deux rues de là.',
    'Avec respect|Un lieu est d’abord habité. On demande avant de photographier, on parle doucement, on laisse les choses à leur place.',
  ],
  benefit: [
    'Revenir changé|On repart avec peu de bagages et beaucoup d’images, et parfois une idée nouvelle de ce que veut dire accueillir.',
    'Des liens|Voyager ainsi fait vivre des artisans, des guides, des cuisinières, et tisse des liens qui durent.',
  ],
  next: [
    'Préparez la route|Choisissez une saison, renseignez-vous auprès de ceux qui y vivent, et gardez du temps pour l’imprévu.',
    'Venez voir|Les images donnent envie, mais elles ne suffisent pas. Le plus simple est encore de venir et de marcher.',
  ],
};

export const PEOPLE: Sayings = {
  hook: [
    'Un visage, une histoire|Un visage, un regard, une histoire. Prenons le temps d’une rencontre : voici {s}.',
    'Derrière le sourire|Que sait-on vraiment de quelqu’un, avant de l’avoir écouté ? Approchons-nous de {s}.',
  ],
  what: [
    'Plus qu’un métier|On présente souvent les gens par ce qu’ils font. Mais une vie tient aussi dans ce que l’on aime.',
    'Un chemin|Un parcours n’est jamais une ligne droite. Il y a des départs, des détours, des mains tendues au bon moment.',
  ],
  now: [
    'Prendre le temps|Dans un monde pressé, raconter une personne, c’est déjà lui donner de la place et de l’attention.',
    'Une voix à entendre|Certaines voix parlent bas, et pourtant elles éclairent. ~ C’est le moment de les écouter.',
  ],
  who: [
    'Pour ceux qui doutent|Cette histoire parle à ceux qui cherchent leur voie, à ceux qui transmettent, et à ceux qui recommencent.',
    'Un lien avec nous|On s’y reconnaît plus qu’on ne croit : la même fatigue certains soirs, la même joie certains matins.',
  ],
  how: [
    'Jour après jour|Cela se construit jour après jour : un geste répété, une parole tenue, une porte que l’on ouvre pour un autre.',
    'Par les détails|On découvre quelqu’un par les détails : des mains au travail, un silence, une manière de rire.',
  ],
  example: [
    'Une scène simple|Une table, deux verres, une conversation qui s’étire. C’est souvent là que l’essentiel se dit.',
    'Un souvenir|Il suffit parfois d’un objet, une photo, un outil, un carnet, pour que tout un passé revienne.',
  ],
  pitfall: [
    'Sans étiquette|Le piège serait de réduire une personne à un seul moment, bon ou mauvais. ~ Chacun est plus large que cela.',
    'Ce qu’on ne voit pas|Ce que l’on admire a presque toujours un prix : des efforts, des renoncements, des jours sans lumière.',
  ],
  benefit: [
    'Ce que l’on reçoit|D’une telle rencontre, on garde une phrase, une attitude, et parfois le courage qui nous manquait.',
    'Une lumière|En regardant mieux les autres, on apprend à se regarder soi-même avec un peu plus de douceur.',
  ],
  next: [
    'Allez à la rencontre|Et vous, qui aimeriez-vous faire connaître ? Posez une question, écoutez la réponse, et racontez-la à votre tour.',
    'Gardez le fil|Partagez cette histoire avec quelqu’un à qui elle ferait du bien. ~ C’est ainsi qu’elle continuera.',
  ],
};

export const HEALTH: Sayings = {
  hook: [
    'Prendre soin|Notre corps parle toute la journée. L’écoutons-nous vraiment ? Prenons un moment pour {s}.',
    'Un équilibre|La santé ne fait pas de bruit, jusqu’au jour où elle manque. Voilà pourquoi il faut parler de {s}.',
  ],
  what: [
    'Une question d’équilibre|La santé n’est pas une performance. C’est un équilibre entre le corps, l’esprit, le repos et les autres.',
    'Mieux comprendre|Comprendre ce qui se passe en nous permet d’avoir moins peur, et de poser de meilleures questions.',
  ],
  now: [
    'La vie pressée|Nos journées sont pleines, nos nuits parfois courtes. ~ Reprendre soin de soi devient une vraie nécessité.',
    'On en parle enfin|Des sujets longtemps gardés pour soi se partagent mieux aujourd’hui. ~ En parler, c’est déjà avancer.',
  ],
  who: [
    'Tout le monde|Cela concerne chacun, à tout âge : celui qui va bien, celui qui doute, et celui qui accompagne.',
    'Les proches aussi|On pense à la personne qui souffre, mais aussi à ses proches, qui cherchent les mots et les gestes justes.',
  ],
  how: [
    'De petits gestes|Tout commence par de petits gestes répétés : dormir assez, bouger un peu, boire de l’eau, garder le lien.',
    'Écouter les signes|On apprend à repérer les signes : une fatigue qui dure, une douleur qui revient, une envie qui s’éteint.',
  ],
  example: [
    'Une marche|Une marche après le repas, un téléphone que l’on pose, une respiration plus lente. Le soir paraît déjà différent.',
    'Une conversation|Un ami demande vraiment comment cela va. On répond vraiment. Parfois, c’est là que tout commence à s’alléger.',
  ],
  pitfall: [
    'Sans recette miracle|Méfiez-vous des recettes miracles. Ce qui convient à l’un ne convient pas à l’autre, et rien ne remplace un soignant.',
    'Ne pas attendre|On remet souvent à plus tard. Pourtant, une question posée tôt à un professionnel évite bien des inquiétudes.',
  ],
  benefit: [
    'Retrouver l’élan|Peu à peu, l’énergie revient, le sommeil s’apaise, et l’on retrouve du plaisir aux choses ordinaires.',
    'Se sentir capable|Prendre soin de soi, c’est aussi retrouver de la confiance, et de la place pour les autres.',
  ],
  next: [
    'Un premier geste|Choisissez un seul geste, facile, et gardez-le plusieurs jours. En cas de doute, parlez-en à un professionnel de santé.',
    'En parler|Notez ce que vous ressentez, préparez vos questions, et prenez rendez-vous si quelque chose vous inquiète.',
  ],
};

export const NATURE: Sayings = {
  hook: [
    'Écouter le vent|Il suffit parfois de se taire pour que tout commence à parler. Ouvrons les yeux : voici {s}.',
    'Un monde vivant|Sous chaque feuille, derrière chaque vague, la vie travaille sans bruit. Regardons ensemble {s}.',
  ],
  what: [
    'Tout est lié|Dans la nature, rien ne vit seul. L’arbre, l’insecte, la pluie et le sol tiennent les uns aux autres.',
    'Un équilibre patient|Ce que nous admirons en un instant, la nature l’a patiemment façonné, saison après saison.',
  ],
  now: [
    'Ce qui change|Les saisons bougent, les milieux reculent. Mieux les connaître, c’est commencer à mieux les protéger.',
    'Le besoin d’air|Nous vivons souvent loin des arbres et des bêtes. ~ Ce lien nous manque plus que nous ne le disons.',
  ],
  who: [
    'Petits explorateurs|C’est pour les enfants qui demandent pourquoi, pour les marcheurs du matin, et pour ceux qui avaient oublié de regarder.',
    'Sans être savant|On n’a pas besoin d’être savant. Il faut des chaussures, un peu de silence, et le goût d’attendre.',
  ],
  how: [
    'Au fil des saisons|Tout suit un cycle : naître, grandir, nourrir, disparaître, et laisser la place. ~ Rien ne se perd tout à fait.',
    'Observer|On choisit un coin, on s’assoit, on ne bouge plus. Alors les bruits reviennent, puis les couleurs, puis la vie.',
  ],
  example: [
    'Au petit matin|Au petit matin, la brume se lève, un oiseau s’essaie, la lumière descend entre les branches.',
    'Après la pluie|Après la pluie, la terre sent plus fort, les feuilles brillent, et mille bêtes minuscules se remettent en route.',
  ],
  pitfall: [
    'Regarder sans prendre|Aimer la nature ne suffit pas. Un sentier quitté, un déchet oublié, et le silence met longtemps à revenir.',
    'Une beauté fragile|Ce qui paraît éternel est souvent fragile. On ne s’en aperçoit parfois qu’une fois la chose perdue.',
  ],
  benefit: [
    'Respirer|Au contact du vivant, le souffle s’allonge, les pensées ralentissent, et l’on se sent de nouveau à sa place.',
    'Ce que la nature donne|L’eau, l’ombre, la nourriture, l’air : la nature nous offre tout cela, chaque jour, sans facture.',
  ],
  next: [
    'Sortez|Choisissez un arbre, une rive, un morceau de ciel. ~ Revenez-y souvent, et regardez ce qui change.',
    'Protéger|Marchez sur les sentiers, rapportez vos déchets, plantez si vous pouvez, et racontez ce que vous avez vu.',
  ],
};

export const GENERIC: Sayings = {
  hook: [],
  what: [
    'Revenir au début|Pour bien comprendre, revenons au début : de quoi parle-t-on vraiment, et pourquoi cela nous touche-t-il ?',
    'Plusieurs visages|Il n’y a pas une seule façon de voir les choses. Changez d’angle, et un autre visage apparaît.',
    'Simple en apparence|À première vue, tout paraît simple. Puis l’on s’approche, et les détails commencent à raconter autre chose.',
  ],
  now: [
    'Un bon moment|Pourquoi en parler aujourd’hui ? Parce que l’on prend rarement le temps de s’arrêter et de regarder.',
    'Dans l’air du temps|Autour de nous, les habitudes changent. Ce qui allait de soi mérite d’être regardé une nouvelle fois.',
    'Une vraie place|Cela occupe dans nos vies plus de place qu’on ne le dit, et c’est une bonne raison d’en parler.',
  ],
  who: [
    'Pour les curieux|Nul besoin d’être spécialiste. Il suffit d’un peu d’attention, et de l’envie d’apprendre quelque chose.',
    'Chacun son regard|Les uns y voient un souvenir, les autres un projet, d’autres encore une question. ~ Tous ont un peu raison.',
    'Vous, peut-être|Peut-être êtes-vous concerné sans le savoir. Écoutez bien : un détail pourrait vous ressembler.',
  ],
  how: [
    'Pas à pas|Avançons pas à pas : on observe, on compare, on essaie. Le sens se construit en chemin.',
    'De près, de loin|Regardez d’abord l’ensemble, puis un seul détail, puis l’ensemble à nouveau. Quelque chose aura changé.',
    'Une chose à la fois|Une chose à la fois, sans se presser : c’est ainsi que les idées les plus claires se mettent en place.',
  ],
  example: [
    'Une scène ordinaire|Prenez une scène ordinaire : une rue, une fenêtre, quelqu’un qui passe. Tout est déjà là pour qui sait regarder.',
    'Le temps d’une pause|Un matin, vous vous arrêtez une minute de plus. Vous remarquez ce que vous n’aviez jamais vu.',
    'Entre nous|Parlez-en à un proche : sa réponse ne sera pas la vôtre, et c’est justement ce qui est intéressant.',
  ],
  pitfall: [
    'Aller trop vite|Le risque, ici, c’est d’aller trop vite. Une idée reçue se répète facilement, et se vérifie rarement.',
    'Les évidences|Méfions-nous des évidences. Ce que tout le monde répète n’est pas toujours ce que chacun a vécu.',
    'Ni tout, ni rien|Rien n’est tout noir ni tout blanc. Entre les deux, il y a de la place pour réfléchir.',
  ],
  benefit: [
    'Voir mieux|Au bout du compte, on y gagne un regard plus juste, et quelques mots de plus pour le dire.',
    'Un peu plus libre|Mieux comprendre, c’est mieux choisir. Et mieux choisir, c’est se sentir un peu plus libre.',
    'Une idée à garder|On repart avec une idée à garder, et peut-être avec une question meilleure que la première.',
  ],
  next: [
    'Un premier pas|Le premier pas est souvent le plus petit : une question, une lecture, une rencontre. Faites-le dès aujourd’hui.',
    'Partagez|Gardez une image, une phrase, une idée, et partagez-la avec quelqu’un qui vous est cher.',
    'Continuez|Continuez par vous-même : cherchez, demandez, essayez. Les plus belles réponses ne sont pas toutes écrites.',
  ],
};
