/** French: what is learned, built and filmed. */
import type { Sayings } from '../kinds.ts';

export const AI: Sayings = {
  hook: [
    'Une machine qui apprend|Comment une machine peut-elle apprendre sans que l’on écrive chaque règle ? C’est toute la question que pose {s}.',
    'Derrière le mot|{S} : on en parle partout, on l’explique rarement. Voici l’essentiel, sans jargon et sans promesse excessive.',
  ],
  what: [
    'Apprendre par l’exemple|L’idée de départ est simple : au lieu de tout programmer, on montre à la machine un grand nombre d’exemples.',
    'Repérer des régularités|Derrière ce nom, il y a un programme qui repère des régularités dans des données, puis s’en sert pour répondre.',
  ],
  now: [
    'Déjà tout autour|Nous croisons déjà cette technologie en cherchant une photo, en traduisant une phrase ou en choisissant un film.',
    'Pourquoi maintenant|Si l’on en parle autant, c’est que les données et les ordinateurs puissants sont devenus bien plus accessibles.',
  ],
  who: [
    'Pour tous les métiers|Inutile d’être mathématicien pour en saisir l’esprit : une artisane, un étudiant ou un médecin peuvent y trouver un usage.',
    'La curiosité suffit|Il suffit d’un peu de curiosité. Les bonnes questions comptent souvent plus que les lignes de code.',
  ],
  how: [
    'Des exemples au modèle|On rassemble des exemples, on les trie, puis le programme ajuste ses réglages pour se tromper de moins en moins.',
    'L’épreuve du neuf|Vient ensuite l’épreuve : on lui présente des cas jamais vus, pour savoir s’il a vraiment appris.',
  ],
  example: [
    'Reconnaître un chat|Prenons une photo de chat. À force d’en voir, le programme apprend à reconnaître des oreilles, des moustaches, une silhouette.',
    'Le courrier trié|Pensez à votre messagerie : elle apprend à écarter les messages indésirables en observant ceux que l’on rejette.',
  ],
  pitfall: [
    'Rien de magique|Attention toutefois : si les exemples sont incomplets ou injustes, les réponses le seront aussi. ~ La machine ne juge pas.',
    'Garder l’esprit critique|Une réponse donnée avec assurance peut être fausse. ~ Il faut vérifier, recouper, et laisser la décision à des humains.',
  ],
  benefit: [
    'Du temps retrouvé|Bien employée, la machine prend en charge les tâches répétitives et nous laisse le temps de réfléchir.',
    'Voir plus loin|Un bon modèle peut parcourir d’immenses quantités d’informations et signaler un détail qu’un regard fatigué aurait manqué.',
  ],
  next: [
    'Un premier essai|Pour commencer, choisissez un petit problème, quelques données propres et un outil gratuit. ~ Le reste vient en pratiquant.',
    'Un pas après l’autre|Essayez, trompez-vous, recommencez. On progresse en comparant ce que l’on attendait et ce que l’on obtient.',
  ],
};

export const TECHNOLOGY: Sayings = {
  hook: [
    'Sous le capot|Nous utilisons des outils tous les jours sans voir ce qui les anime. Ouvrons le capot : voici {s}.',
    'Ce qui change|Que change vraiment {s} dans une journée ordinaire ? Plus qu’il n’y paraît, et pas toujours là où l’on croit.',
  ],
  what: [
    'Un outil avant tout|Une technologie n’est pas une fin. C’est un outil, pensé pour résoudre un problème précis, avec ses forces et ses limites.',
    'L’essentiel en clair|Oublions les mots compliqués : ce qui compte, c’est ce que l’outil permet de faire, et ce qu’il demande en retour.',
  ],
  now: [
    'Le bon moment|Ce qui semblait réservé aux laboratoires tient désormais dans une poche. L’usage avance plus vite que les habitudes.',
    'Une demande réelle|Chacun veut aller plus vite, se déplacer moins, perdre moins de temps. ~ C’est à ce besoin que l’on répond ici.',
  ],
  who: [
    'Pour ceux qui font|Cela concerne celles et ceux qui fabriquent, vendent, soignent ou enseignent, et pas seulement les spécialistes.',
    'Sans être expert|On peut s’en servir sans tout comprendre, mais comprendre un peu permet de choisir beaucoup mieux.',
  ],
  how: [
    'Trois temps|La démarche tient en trois temps : comprendre le besoin, essayer une solution, puis l’ajuster. ~ Tout le reste est affaire de soin.',
    'Brique par brique|Rien ne se construit d’un bloc. On assemble des briques simples, on les teste, et l’on corrige ce qui résiste.',
  ],
  example: [
    'Au quotidien|Imaginez un commerce de quartier : les commandes arrivent, le stock se met à jour, et personne ne recopie rien.',
    'Une matinée type|Un matin, un téléphone suffit pour prévenir, payer, ouvrir une porte ou retrouver un document égaré.',
  ],
  pitfall: [
    'Le piège du neuf|Le piège serait d’acheter l’outil avant d’avoir compris le besoin. ~ La nouveauté impressionne, puis elle encombre.',
    'Rester maître|Chaque confort a son revers : des données à protéger, une dépendance à surveiller, un mot de passe à ne pas négliger.',
  ],
  benefit: [
    'Plus simple|Quand l’outil est bien choisi, il disparaît. On ne le remarque plus, on remarque seulement que tout va mieux.',
    'Gagner en clarté|On gagne du temps, bien sûr, mais surtout de la clarté : chacun sait où en sont les choses.',
  ],
  next: [
    'Commencer petit|Commencez petit : un seul usage, une seule équipe, quelques jours d’essai. ~ Puis gardez ce qui rend vraiment service.',
    'Poser les questions|Demandez qui garde vos données, comment on les récupère, et ce qui se passe quand tout s’arrête.',
  ],
};

export const EDUCATION: Sayings = {
  hook: [
    'Apprendre autrement|On n’apprend pas tous de la même façon. C’est peut-être pour cela que {s} [mérite|méritent] toute notre attention.',
    'Le déclic|Vous souvenez-vous du jour où tout est devenu clair ? Avec {s}, c’est ce déclic que l’on cherche.',
  ],
  what: [
    'Comprendre, pas réciter|Apprendre, ce n’est pas empiler des mots. C’est relier une idée nouvelle à ce que l’on connaît déjà.',
    'Une base solide|Avant les détails, il y a quelques notions de base. Une fois posées, elles portent tout le reste.',
  ],
  now: [
    'Un monde qui bouge|Les métiers changent, les outils aussi. Savoir apprendre est devenu aussi précieux que ce que l’on sait.',
    'Jamais trop tard|Il n’y a pas d’âge pour commencer. Les livres, les cours et les rencontres n’ont jamais été aussi proches.',
  ],
  who: [
    'Petits et grands|C’est pour l’élève qui doute, pour le parent qui accompagne, et pour l’adulte qui veut reprendre le fil.',
    'À chacun son rythme|Certains ont besoin de voir, d’autres d’essayer, d’autres encore d’en parler. ~ Il y a une place pour chacun.',
  ],
  how: [
    'Par petites étapes|On avance par petites étapes : une notion, un exercice, une pause, puis on y revient le lendemain.',
    'Redire avec ses mots|La meilleure méthode reste d’expliquer à quelqu’un d’autre, avec ses propres mots, ce que l’on vient de découvrir.',
  ],
  example: [
    'Une leçon vivante|Prenez une recette de cuisine : on y compte, on y mesure, on y lit, et l’on retient sans effort.',
    'Autour d’une table|Deux élèves, une feuille, un problème. L’un cherche, l’autre questionne, et la solution finit par apparaître.',
  ],
  pitfall: [
    'L’erreur utile|Le vrai obstacle, c’est la peur de se tromper. ~ Or une erreur bien comprise vaut souvent dix réponses justes.',
    'Trop, trop vite|Vouloir tout retenir en une soirée ne marche guère. La mémoire aime le temps, le sommeil et la répétition.',
  ],
  benefit: [
    'La confiance|À mesure que l’on comprend, la confiance vient. ~ On ose une question, puis un projet, puis un nouveau chemin.',
    'Une porte ouverte|Chaque savoir ouvre une porte sur un autre, et ce que l’on a compris, personne ne peut nous le reprendre.',
  ],
  next: [
    'Un quart d’heure|Choisissez un moment fixe, même court, et tenez-le chaque jour. ~ La régularité fait mieux que les grandes résolutions.',
    'Trouver un allié|Trouvez quelqu’un avec qui avancer : un professeur, une amie, un voisin. ~ À deux, on abandonne moins.',
  ],
};

export const CINEMA: Sayings = {
  hook: [
    'Silence, on tourne|Silence. La lumière baisse, quelqu’un retient son souffle, et {s} [commence|commencent].',
    'Avant l’écran|Avant l’image, il y a des mains, des regards et beaucoup de patience. Passons en coulisses : voici {s}.',
  ],
  what: [
    'Raconter en images|Le cinéma, c’est l’art de raconter avec de la lumière, des visages et du temps. ~ Les mots viennent après.',
    'Une œuvre collective|Un film n’a jamais un seul auteur. Il naît d’une équipe où chaque geste compte, même le plus discret.',
  ],
  now: [
    'Des histoires à soi|Partout, de nouvelles voix veulent raconter leurs rues, leurs familles, leurs langues. ~ Le public les attend.',
    'Tourner plus près|Les caméras sont plus légères, les décors plus proches. ~ Il devient possible de filmer là où l’on vit.',
  ],
  who: [
    'Devant et derrière|Il y a ceux que l’on voit, et tous les autres : lumière, son, costumes, décors, montage. ~ Un plateau a besoin de tous.',
    'Pour les passionnés|C’est pour ceux qui aiment les films, ceux qui les font, et ceux qui n’osent pas encore commencer.',
  ],
  how: [
    'Écrire, tourner, monter|On écrit d’abord, on prépare longtemps, on tourne vite. ~ Puis, au montage, l’histoire trouve enfin son rythme.',
    'Plan par plan|Chaque plan répond à une question : où poser la caméra, que montrer, et que laisser deviner ?',
  ],
  example: [
    'Une scène de rue|Une ruelle, une porte, un personnage qui hésite. Trois éléments suffisent pour que le spectateur veuille connaître la suite.',
    'Le regard|Regardez un gros plan : sans un mot, un regard qui se détourne peut raconter une vie entière.',
  ],
  pitfall: [
    'Ce qui ne se voit pas|Le spectateur pardonne une image modeste. Il pardonne moins un son négligé, ou une histoire sans enjeu.',
    'Préparer d’abord|Beaucoup de tournages se perdent faute de préparation. ~ Une journée sur le plateau se gagne des semaines avant.',
  ],
  benefit: [
    'Ce qui reste|Quand la salle se rallume, il reste une émotion partagée, et parfois l’envie de regarder le monde autrement.',
    'Un métier, des métiers|Un tournage fait vivre un lieu : des artisans, des chauffeurs, des cuisiniers, des talents que l’on découvre.',
  ],
  next: [
    'À votre tour|Regardez, prenez des notes, filmez une minute de votre quartier. C’est ainsi que beaucoup de vocations commencent.',
    'Rejoindre l’aventure|Parlez de votre projet, montrez votre travail, rencontrez des équipes. ~ Le cinéma est d’abord une affaire de rencontres.',
  ],
};

export const CASTING: Sayings = {
  hook: [
    'Et si c’était vous|Et si le prochain visage à l’écran était le vôtre ? Voici {s}.',
    'On vous cherche|Quelque part, une équipe cherche un regard, une voix, une présence. Peut-être la vôtre. Voici {s}.',
  ],
  what: [
    'Une vraie rencontre|Un casting, c’est une rencontre. On ne cherche pas la perfection : on cherche la personne juste pour un rôle.',
    'Plus qu’un visage|On regarde une présence, une manière de bouger, une écoute. ~ Le physique n’est qu’une partie de l’histoire.',
  ],
  now: [
    'Les rôles s’ouvrent|C’est le moment où les rôles s’ouvrent et où tout reste possible. ~ Les équipes regardent, comparent, imaginent.',
    'Avant le tournage|Avant que les caméras tournent, il faut réunir les bonnes personnes. ~ Cette étape commence avec vous.',
  ],
  who: [
    'Débutants bienvenus|Comédiens confirmés ou débutants, chacun peut tenter sa chance, dès lors que le profil correspond au rôle.',
    'Tous les profils|Jeunes, anciens, artistes, visages de tous les jours : une histoire a besoin de toute une foule de vies.',
  ],
  how: [
    'Se présenter simplement|On se présente en quelques mots, on joue une courte scène, puis l’on écoute les indications et l’on recommence.',
    'Un dossier clair|Un portrait récent, une photo en pied, quelques lignes sincères : un dossier clair vaut mieux qu’un long discours.',
  ],
  example: [
    'Une scène, deux lectures|Vous jouez une scène d’au revoir. On vous demande de la refaire, en souriant. Ce changement dit beaucoup de vous.',
    'Devant la caméra|Une marque au sol, une lumière douce, un partenaire qui vous donne la réplique. Respirez : la scène peut commencer.',
  ],
  pitfall: [
    'Rester soi-même|L’erreur la plus courante ? Vouloir ressembler à quelqu’un d’autre. Ce que l’on retient, c’est votre singularité.',
    'Rester prudent|Soyez prudents aussi : une annonce sérieuse dit qui recrute, pour quel projet, et ne demande pas d’argent pour vous voir.',
  ],
  benefit: [
    'Une expérience qui compte|Même sans rôle à la clé, vous repartez avec une expérience, des contacts, et un peu plus d’assurance.',
    'Une porte s’ouvre|Un petit rôle bien tenu peut en appeler un autre. ~ Les équipes se souviennent de ceux qui travaillent avec soin.',
  ],
  next: [
    'Préparez votre dossier|Préparez un portrait récent, vérifiez vos disponibilités, lisez bien l’annonce, puis envoyez votre candidature.',
    'Osez vous présenter|Relisez les conditions, soignez votre présentation, et lancez-vous. ~ Une candidature sincère se remarque.',
  ],
};
