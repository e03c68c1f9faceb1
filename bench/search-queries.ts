/** What casting directors ask for, from everybody to the needle: the ten queries of the search bench, as they stand in an address. */
export const QUERIES: readonly (readonly [name: string, query: string])[] = [
  ['none', ''],
  ['female', 'gender=F'],
  ['female 20–30', 'gender=F&age_min=20&age_max=30'],
  ['5 narrow', 'gender=F&age_min=20&age_max=30&country=Maroc&height_min=165&height_max=172&language=fr'],
  [
    'all 13',
    [
      'gender=F&age_min=18&age_max=45&country=Maroc,Sénégal,CI&language=fr&height_min=155&height_max=180&talent_type=Figurant,Acteur Secondaire',
      "ethnicity=Arabe,Berbère,Africaine,Afrique de l'Ouest&eye_color=Marron,Marron foncé,Noir&hair_color=Noir,Brun foncé,Brun",
      'hair_type=Ondulé,Bouclé,Lisse,Frisé,Crépu,Tressé&skin_tone=Medium,Mat,Olive,Caramel,Brun,Foncé&build=Mince,Svelte,Moyenne,Athlétique&search=ma',
    ].join('&'),
  ],
  ['actor, French and English', 'talent_type=Acteur Principal,Acteur Secondaire&language=fr,en'],
  ['rare × rare', 'eye_color=Vairon&hair_type=Chauve,Rasé'],
  ['name “éléonore mar”', 'search=éléonore mar'],
  ['name “mar” + 2', 'search=mar&gender=F&country=Maroc'],
  ['mixed 5', 'talent_type=Mannequin&gender=M&skin_tone=Ébène,Foncé&experience=1_5_ans,5_10_ans&city_id=2,3,90,91,92,93,94,95,96'],
];
