/** French nouns whose gender or number their ending does not tell, and letters that do not join. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Masculine in spite of their ending. */
export const MASCULINE = set(
  'été comité musée lycée trophée côté traité pâté café thé marché bébé génie incendie parapluie foie magazine domaine silence ' +
    'squelette problème siège collège mystère caractère cimetière ministère repère cratère frère père stade numérique pique-nique moustique ' +
    'plastique public coffre livre théâtre centre cercle conte couple costume drame exemple fleuve genre groupe hymne immeuble légume luxe ' +
    'mariage voyage paysage village tournage montage message visage ménage élevage courage fromage nuage orage partage bricolage jardinage ' +
    'monde mode-de-vie monologue dialogue catalogue musicien peuple programme poème rêve réseau spectacle style système territoire terroir ' +
    'tourisme titre vélo verre ventre volcan article animé portrait anniversaire commerce service artifice office bénéfice sacrifice exercice ' +
    'édifice caprice délice indice précipice vice prince pouce pilote casque masque kiosque cirque disque lac risque manque coquelicot arbre ' +
    'ancêtre ciel miel sel appel hôtel recyclage codage dressage massage chômage hommage potage âge atelier cuir désir plaisir avenir souvenir ' +
    'sourire rire navire empire martyre squash golfe beurre sucre poivre cidre vinaigre concombre gingembre couscous tajine sable diable ' +
    'câble meuble trouble double ensemble geste reste texte contexte prétexte sexe complexe index temple modèle siècle obstacle oracle muscle ' +
    'véhicule crépuscule scrupule pull bijou genou doctorat site gîte mérite satellite ermite granite rythme algorithme charme dôme diplôme ' +
    'symptôme royaume baume volume parfum film album forum musée pétrole rôle contrôle symbole protocole monopole alcool vol sol tunnel',
);

/** Feminine in spite of their ending. */
export const FEMININE = set(
  'mer main fin faim soif nuit dent peau eau fleur couleur douleur chaleur saveur valeur odeur peur sueur vapeur longueur largeur hauteur ' +
    'sœur mère fille femme dame école ville vie plage montagne campagne forêt savane mode musique danse photo vidéo radio moto boutique ' +
    'maison cuisine recette saison leçon boisson chanson façon rançon moisson voix paix noix croix souris loi foi part mort plupart ' +
    'application appli startup start-up entreprise agence marque histoire mémoire victoire gloire foire poire nature culture agriculture ' +
    'peinture lecture écriture aventure architecture voiture ceinture couture littérature température ouverture santé beauté liberté ' +
    'fête tête bête quête enquête conquête terre guerre pierre bière prière lumière rivière matière manière carrière frontière barrière ' +
    'robe mosquée médina kasbah casbah oasis île côte rue place route porte fenêtre table chaise lampe langue date carte tarte pâte patte ' +
    'soupe coupe troupe équipe course bourse ressource source force face race grâce glace trace surface menace préface classe tasse masse ' +
    'chasse terrasse impasse promesse jeunesse vitesse tristesse richesse faiblesse adresse presse messe princesse épice police justice ' +
    'malice notice plante vente rente tente attente détente pente fonte honte crainte plainte pinte rencontre offre lettre fabrique ' +
    'méthode période étude habitude solitude attitude altitude latitude fraude salade promenade limonade balade rage plage image page cage ' +
    'nage actrice conteuse danseuse chanteuse vache chèvre poule abeille fourmi tortue baleine girafe grippe tension pression dépression ' +
    'crypto cryptomonnaie blockchain cybersécurité robotique domotique intelligence ia tech newsletter story pub annonce audition figuration ' +
    'poterie pâtisserie boulangerie librairie épicerie pharmacie clinique crèche garderie retraite banque assurance douane',
);

/** Singular though they end in s or x. */
export const SINGULAR = set(
  'temps corps cours concours parcours discours recours secours ours jus palais repas tapis avis bois pays prix noix choix voix croix paix ' +
    'tennis campus virus bus ananas fitness business process cosmos lotus cactus colis bras dos mois procès progrès succès accès décès ' +
    'velours souris brebis époux taux creux jazz maïs couscous oasis jus riz anis iris mars cas tas pas os gaz fils sens index hélas ' +
    'relais marais engrais français anglais développement paradis permis compromis devis croquis rubis logis abus refus talus tissus ' +
    'ramadan noël pâques casablanca marrakech abus jus crucifix phénix silex podcasts-s express stress laps houx roux doux excès',
);

/** Cities, islands and feasts that take no article. */
export const NAMES = set(
  'marrakech casablanca rabat fès fez tanger agadir essaouira chefchaouen ouarzazate meknès tétouan oujda merzouga dakhla laâyoune tunis ' +
    'sousse sfax djerba carthage alger oran constantine tlemcen dakar saint-louis abidjan yamoussoukro bouaké lagos abuja accra lomé cotonou ' +
    'ouagadougou bobo-dioulasso bamako tombouctou niamey conakry freetown monrovia nouakchott douala yaoundé libreville kinshasa brazzaville ' +
    'luanda nairobi mombasa kampala kigali bujumbura lusaka harare maputo johannesburg pretoria durban addis-abeba djibouti asmara khartoum ' +
    'alexandrie louxor assouan tripoli antananarivo zanzibar paris lyon marseille bruxelles genève montréal londres madrid rome dubaï doha ' +
    'madagascar noël pâques maurice chypre cuba malte new-york tokyo istanbul beyrouth amman bagdad gaza jérusalem médine',
);

/** Countries and regions with their article. */
export const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'le maroc|le sénégal|le mali|le niger|le nigéria|le ghana|le togo|le bénin|le burkina|le cameroun|le gabon|le congo|le tchad|le soudan|' +
    'le kenya|le rwanda|le burundi|le mozambique|le zimbabwe|le botswana|le liban|le portugal|le brésil|le canada|le japon|le qatar|le sahara|' +
    'le sahel|le rif|le nil|la tunisie|la mauritanie|la libye|la guinée|la gambie|la tanzanie|la zambie|la namibie|la somalie|la palestine|' +
    'la france|la belgique|la suisse|la chine|la turquie|la méditerranée|l’algérie|l’égypte|l’éthiopie|l’ouganda|l’angola|l’afrique|' +
    'l’europe|l’asie|l’espagne|l’italie|l’inde|l’atlas|l’océan|le ramadan|les émirats'
  )
    .split('|')
    .map((name) => [name.replace(/^(?:les? |la |l’)/, ''), name]),
);

/** Before these, nothing is elided: « le hammam ». */
const UNJOINED = set(
  'hackathon hacker hall halte hamac hamburger hameau hammam hamster hand handball handicap hangar harcèlement hardware haricot harissa hasard ' +
    'hashtag haut haute hauteur hausse henné hérisson héron héros hêtre hibou hiérarchie high hijab hip hip-hop hobby hockey hollande homard ' +
    'hongrie honte hors hotte houle housse hub hublot huit huitième hurlement hutte halal haie haine haillon hanche hanneton harem harpe herse ' +
    'halogène hit hold-up home huer hurler hâte haïr yaourt yacht yoga yoghourt youtube youyou yéti yen oui onze onzième ouistiti',
);
export const isUnjoined = (word: string): boolean => {
  const bare = word.toLowerCase().replace(/[^\p{L}-].*$/u, '');
  return UNJOINED.has(bare) || (/[sx]$/.test(bare) && UNJOINED.has(bare.slice(0, -1)));
};

/** What is done, not what is: the beginning of « apprendre à nager ». */
export const INFINITIVES = set(
  'apprendre faire créer perdre dormir manger devenir réussir trouver choisir voyager cuisiner arrêter gagner lire écrire parler vivre ' +
    'économiser investir courir nager danser jouer vendre acheter préparer protéger comprendre construire réparer méditer gérer organiser ' +
    'coder programmer dessiner peindre planter jardiner recycler élever aider travailler étudier prendre rester être avoir mettre lancer ' +
    'ouvrir chanter filmer tourner monter écouter accueillir visiter découvrir utiliser maîtriser améliorer éviter lutter reprendre soigner ' +
    'négocier convaincre animer entretenir décorer coudre tricoter grimper pêcher marcher respirer grandir transmettre rire rêver oser',
);
