/** French: what is organised, sold, cooked and played. */
import type { Sayings } from '../kinds.ts';

export const EVENT: Sayings = {
  hook: [
    'Le rendez-vous|Il y a des rendez-vous que l’on note, et d’autres que l’on attend. Voici {s}.',
    'Les lumières s’allument|Les lumières s’allument, la foule approche, et l’on sent que quelque chose va commencer. Bienvenue : voici {s}.',
  ],
  what: [
    'Se retrouver|Un événement réussi, c’est d’abord un lieu, un moment, et des gens heureux de s’y retrouver.',
    'Un moment à part|Ce n’est pas seulement un programme. C’est une parenthèse, où l’on regarde, écoute, rencontre et partage.',
  ],
  now: [
    'L’envie de sortir|Après tant d’heures devant les écrans, l’envie de se retrouver en vrai est plus forte que jamais.',
    'C’est bientôt|Les préparatifs avancent, les équipes s’activent, et chaque détail prend peu à peu sa place.',
  ],
  who: [
    'Pour tous les publics|Familles, amis, passionnés, simples curieux : chacun peut venir à sa façon et trouver son moment.',
    'Seul ou à plusieurs|On peut venir seul et repartir avec des amis, ou venir à plusieurs et se découvrir autrement.',
  ],
  how: [
    'En coulisses|En coulisses, des équipes montent, règlent, répètent. Ce travail discret donne au public l’impression que tout est facile.',
    'Au fil du programme|On arrive, on se repère, on choisit ses temps forts, puis on se laisse surprendre par le reste.',
  ],
  example: [
    'Une image à garder|Imaginez la scène au crépuscule : la musique monte, les visages s’éclairent, et tout le monde regarde dans la même direction.',
    'Une rencontre|Un échange au bord d’une allée, un rire, une idée. Les plus beaux moments sont rarement au programme.',
  ],
  pitfall: [
    'Ne pas tout courir|Le piège serait de vouloir tout voir. Mieux vaut choisir peu, et vivre pleinement ce que l’on a choisi.',
    'Penser au pratique|Pensez au trajet, à l’heure, à la météo. ~ Quelques minutes de préparation évitent bien des soucis.',
  ],
  benefit: [
    'Des souvenirs|On en rapporte des images, des chansons, des visages, et cette énergie qui accompagne les jours suivants.',
    'Un lieu qui vit|Quand le public est là, c’est toute la ville qui en profite : les artistes, les commerces, les bénévoles.',
  ],
  next: [
    'Notez la date|Consultez le programme, prévenez vos proches, réservez votre place si nécessaire, et venez un peu en avance.',
    'On vous attend|Parlez-en autour de vous, choisissez votre jour, et rejoignez-nous. ~ Il ne manque que votre présence.',
  ],
};

export const PRODUCT: Sayings = {
  hook: [
    'Fait pour vous|On reconnaît les choses bien faites à un détail. Regardez de plus près {s}.',
    'Un choix simple|Entre mille possibilités, comment choisir ? En revenant à l’essentiel. C’est l’esprit même de {s}.',
  ],
  what: [
    'Utile et beau|L’idée est claire : proposer quelque chose d’utile, soigné, agréable à utiliser, et facile à comprendre.',
    'Une promesse tenue|Pas de grands discours. Une attention réelle à la matière, à l’accueil, et à ce que chacun emporte.',
  ],
  now: [
    'Acheter mieux|Nous voulons acheter moins, mais mieux. Savoir d’où viennent les choses et par qui elles sont faites.',
    'Une attente réelle|Tout le monde manque de temps. Trouver vite, être bien conseillé, repartir satisfait : voilà ce que l’on attend.',
  ],
  who: [
    'Pour les exigeants|C’est pour ceux qui regardent les finitions, ceux qui posent des questions, et ceux qui veulent simplement se faire plaisir.',
    'Pour offrir aussi|Pour soi, pour la maison, ou pour offrir : chacun trouve ce qui lui ressemble, à sa mesure.',
  ],
  how: [
    'Du geste au résultat|Tout part d’un choix : une bonne matière, un geste sûr, un contrôle attentif. ~ Le reste se voit au premier regard.',
    'À votre écoute|On vous écoute d’abord, on vous montre, on vous laisse essayer. ~ La décision vient ensuite, sans pression.',
  ],
  example: [
    'Une visite ordinaire|Quelqu’un entre avec une idée vague, pose la main sur un objet, sourit. Parfois, le choix se fait ainsi.',
    'Au fil des jours|On s’en sert un matin, puis le lendemain, et bientôt on ne se souvient plus comment l’on faisait avant.',
  ],
  pitfall: [
    'Au-delà du prix|Le prix ne dit pas tout. Ce qui semble bon marché coûte parfois deux fois, quand il faut le remplacer.',
    'Prendre le temps|Méfiez-vous de l’achat pressé. Comparez, touchez, demandez : un bon produit supporte toutes les questions.',
  ],
  benefit: [
    'Un plaisir durable|Le vrai bénéfice, c’est la durée : quelque chose que l’on garde, que l’on répare, et que l’on recommande.',
    'L’esprit tranquille|On repart l’esprit tranquille, avec le sentiment d’avoir choisi, et non d’avoir cédé.',
  ],
  next: [
    'Venez voir|Passez nous voir, posez vos questions, prenez votre temps. ~ Le meilleur moyen de choisir reste d’essayer.',
    'Écrivez-nous|Un doute, une envie, une commande ? Écrivez-nous, et nous trouverons ensemble ce qui vous convient.',
  ],
};

export const SALE: Sayings = {
  hook: [
    'C’est le moment|Vous attendiez le bon moment ? Le voici, avec {s}.',
    'Bonne nouvelle|Une bonne nouvelle pour vos envies, et aussi pour votre budget. Découvrez {s}.',
  ],
  what: [
    'De vraies occasions|Le principe est simple : des articles choisis, des conditions annoncées clairement, et une durée limitée.',
    'Une invitation|Ce n’est pas une course. C’est une invitation à s’offrir enfin ce que l’on regardait depuis longtemps.',
  ],
  now: [
    'Pendant l’offre|Une offre a toujours un début et une fin. Mieux vaut y penser calmement, avant le dernier jour.',
    'Avant la saison|Changer de saison, préparer une fête, équiper la maison : les bonnes raisons ne manquent pas.',
  ],
  who: [
    'Pour toute la famille|Les fidèles y retrouvent leurs préférences, les nouveaux venus découvrent la maison, et chacun compare librement.',
    'Clients de toujours|C’est une façon de remercier ceux qui nous suivent, et de souhaiter la bienvenue à tous les autres.',
  ],
  how: [
    'Mode d’emploi|Repérez ce qui vous plaît, vérifiez les conditions, choisissez votre taille ou votre modèle, et laissez-vous conseiller.',
    'Rien de caché|Tout doit être lisible : le prix, la durée, les conditions d’échange. ~ Une offre honnête tient en peu de mots.',
  ],
  example: [
    'La bonne surprise|Vous veniez pour une seule chose, repérée depuis des semaines. Elle est là, à votre taille, et vous souriez.',
    'Le cadeau d’avance|Certains en profitent pour préparer un anniversaire ou une fête. ~ Un cadeau choisi tôt est souvent mieux choisi.',
  ],
  pitfall: [
    'Acheter utile|Une remise ne fait pas un bon achat. Demandez-vous d’abord si vous l’auriez choisi sans elle.',
    'Ne pas attendre|À trop attendre, on perd parfois le modèle ou la taille que l’on voulait. ~ Faites simplement votre liste.',
  ],
  benefit: [
    'Se faire plaisir|On se fait plaisir sans se presser, on garde son budget en main, et l’on repart avec un vrai sourire.',
    'Mieux choisir|L’occasion permet de monter en qualité : une matière plus belle, un objet qui dure, un choix sans regret.',
  ],
  next: [
    'Passez nous voir|Préparez votre liste, poussez la porte, et demandez conseil. ~ Nous serons là pour vous accueillir.',
    'Profitez-en|Regardez les conditions, choisissez tranquillement, et profitez de l’offre tant qu’elle dure.',
  ],
};

export const FOOD: Sayings = {
  hook: [
    'Une odeur, un souvenir|Fermez les yeux. Une odeur monte de la cuisine, et toute une maison se réveille. Voici {s}.',
    'À table|Il y a des saveurs qui racontent plus qu’un long discours. Prenez place : nous parlons de {s}.',
  ],
  what: [
    'Du temps et des mains|Une bonne cuisine, c’est peu de choses : de bons produits, des mains attentives, et le temps qu’il faut.',
    'Un goût, une histoire|Derrière chaque plat, il y a un terroir, une saison, et quelqu’un qui a transmis un geste.',
  ],
  now: [
    'Le goût du vrai|On veut de nouveau savoir ce que l’on mange : d’où cela vient, qui l’a préparé, et comment.',
    'La bonne saison|Chaque saison a ses couleurs et ses parfums. ~ Cuisiner, c’est d’abord regarder ce que le marché propose.',
  ],
  who: [
    'Une grande table|C’est pour les gourmands, les curieux, les familles, et pour ceux qui pensent ne pas savoir cuisiner.',
    'Pour partager|On peut savourer seul, bien sûr. Mais une table prend tout son sens lorsque l’on tire une chaise de plus.',
  ],
  how: [
    'Pas à pas|On choisit, on lave, on coupe, on laisse mijoter. ~ Le secret tient souvent au feu doux et à la patience.',
    'L’équilibre|Un peu d’acide, un peu de sel, une herbe fraîche au dernier moment : l’équilibre se trouve en goûtant.',
  ],
  example: [
    'Un dimanche|Un dimanche, la marmite au centre, le pain que l’on rompt, les mains qui se croisent. Tout est là.',
    'Au marché|Au marché, une marchande vous tend un fruit à goûter. ~ Vous repartez avec le panier plein et une idée de recette.',
  ],
  pitfall: [
    'Sans se presser|L’ennemi, c’est la hâte. Une cuisson trop vive ou un produit hors saison, et le goût s’en va.',
    'La simplicité|Trop d’ingrédients finissent par se taire les uns les autres. ~ Mieux vaut peu de choses, mais bien choisies.',
  ],
  benefit: [
    'Plus qu’un repas|Bien manger, c’est prendre soin de soi et des autres, ralentir un peu, et se parler vraiment.',
    'Ce qui rassemble|Autour d’un plat, les langues se délient, les âges se mélangent, et les souvenirs se fabriquent.',
  ],
  next: [
    'Goûtez|Le mieux, c’est encore de goûter. Venez, prenez place, et dites-nous ce que vous en pensez.',
    'À vos fourneaux|Choisissez un seul produit de saison, une recette courte, et invitez quelqu’un. ~ Le reste suivra.',
  ],
};

export const SPORT: Sayings = {
  hook: [
    'Le premier pas|Le plus difficile n’est pas le dernier effort. C’est le premier pas. Parlons de {s}.',
    'Le souffle|Un souffle, un rythme, un cœur qui bat plus fort. Bienvenue dans l’univers de {s}.',
  ],
  what: [
    'Bouger, ressentir|Le sport, c’est un corps qui apprend, un esprit qui s’apaise, et souvent des amitiés qui commencent.',
    'Une école de patience|Derrière le geste que l’on admire, il y a des répétitions, des chutes, et beaucoup de patience.',
  ],
  now: [
    'Besoin de bouger|Nous passons de longues heures assis. Le corps réclame autre chose : de l’air, du mouvement, de l’élan.',
    'Partout, tout près|Un parc, une plage, une salle, une rue calme : on trouve presque toujours un endroit pour commencer.',
  ],
  who: [
    'À tout niveau|Champion ou débutant, on ressent la même chose au départ : un peu de doute et une grande envie.',
    'Ensemble|Il y a une place pour chacun : ceux qui jouent, ceux qui encadrent, et ceux qui encouragent depuis le bord.',
  ],
  how: [
    'Un rythme à soi|On s’échauffe, on travaille la technique, on récupère. ~ Ce cycle, répété, transforme peu à peu le corps.',
    'Progresser doucement|On ajoute un petit effort à chaque fois, jamais trop, et l’on écoute les signaux que le corps envoie.',
  ],
  example: [
    'Le tour du quartier|Au début, un tour de quartier semble long. Quelques semaines plus tard, on le termine en parlant.',
    'L’équipe|Une passe ratée, un regard, une main tendue. L’équipe repart, et le jeu redevient possible.',
  ],
  pitfall: [
    'Trop, trop tôt|Le risque, c’est d’en faire trop, trop tôt. ~ Le repos fait partie de l’entraînement, il n’en est pas l’ennemi.',
    'La comparaison|Se comparer sans cesse décourage. Le seul adversaire utile, c’est celui que l’on était la veille.',
  ],
  benefit: [
    'Plus qu’un résultat|On y gagne du souffle et du sommeil, mais aussi de la confiance, et le goût de l’effort partagé.',
    'L’esprit léger|Après l’effort, les soucis paraissent plus petits. Le corps est fatigué, mais la tête est claire.',
  ],
  next: [
    'Lancez-vous|Choisissez un jour, un lieu, un ami. Commencez doucement, et demandez conseil à un professionnel en cas de doute.',
    'Chaussures aux pieds|Préparez vos affaires la veille, fixez un objectif modeste, et sortez. ~ Le reste se fera en chemin.',
  ],
};
