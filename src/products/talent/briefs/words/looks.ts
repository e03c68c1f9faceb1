/** Words for looks, beside the names in the options: by kind and value. Read for CINEMA only, beside the word for eyes, hair or skin. */
export type Look = 'eye_color' | 'hair_color' | 'hair_type' | 'skin_tone' | 'build' | 'ethnicity';

/** The part of the body that makes a colour one of these. */
export const ANCHORS: Readonly<Partial<Record<Look, string>>> = {
  eye_color: 'yeux, œil, regard, eyes, eye, eyed, عيون, عينان, عينين, عين, العينين',
  hair_color: 'cheveux, cheveu, chevelure, coiffure, hair, haired, شعر',
  hair_type: 'cheveux, cheveu, chevelure, coiffure, hair, haired, شعر',
  skin_tone: 'peau, teint, carnation, skin, skinned, complexion, بشرة, لون البشرة',
  build: 'corpulence, silhouette, physique, carrure, stature, build, body, figure, morphologie, بنية, قوام, جسم',
  ethnicity:
    'type, typé, origine, apparence, physique, faciès, look, looking, appearance, ethnicity, ethnic, descent, origin, heritage, traits, ملامح, أصول, أصل',
};

export const LOOKS: Readonly<Record<Look, Readonly<Record<string, string>>>> = {
  eye_color: {
    Marron: 'marron, brun, brown, بني, بنية, عسلية غامقة',
    Noisette: 'noisette, hazel, عسلي, عسلية',
    Noir: 'noir, black, dark, أسود, سوداء, سود',
    Vert: 'vert, green, أخضر, خضراء, خضر',
    Bleu: 'bleu, blue, أزرق, زرقاء, زرق',
    Gris: 'gris, grey, gray, رمادي, رمادية',
    Ambre: 'ambre, amber',
    Vairon: 'vairon, heterochromia',
    'Marron clair': 'clair, light',
  },
  hair_color: {
    Noir: 'noir, black, أسود, سوداء, سود, dark',
    Brun: 'brun, brune, brown, brunette, marron, بني',
    Châtain: 'châtain, chestnut, كستنائي',
    Auburn: 'auburn',
    Roux: 'roux, rousse, red, ginger, redhead, أحمر, أصهب, صهباء',
    Blond: 'blond, blonde, أشقر, شقراء',
    Gris: 'gris, grisonnant, grey, gray, رمادي, شيب',
    'Poivre et sel': 'poivre et sel, salt and pepper',
    Blanc: 'blanc, white, أبيض, شيباء',
    Coloré: 'coloré, teint, dyed, مصبوغ',
  },
  hair_type: {
    Lisse: 'lisse, raide, straight, أملس, ناعم',
    Ondulé: 'ondulé, wavy, مموج',
    Bouclé: 'bouclé, curly, مجعد',
    Frisé: 'frisé, frizzy',
    Crépu: 'crépu, coily, kinky, أكرد',
    Afro: 'afro',
    Tressé: 'tressé, tresse, braided, braids, nattes, ضفائر',
    Locks: 'locks, dreadlocks, dreads, locs, rasta',
    Rasé: 'rasé, shaved, crâne rasé, محلوق',
    Chauve: 'chauve, bald, أصلع, صلعاء',
  },
  skin_tone: {
    'Très clair': 'très clair, très claire, very fair, very light, pale, pâle',
    Clair: 'clair, claire, blanche, fair, light, white, فاتح, فاتحة, بيضاء',
    Beige: 'beige',
    Medium: 'medium, moyenne',
    Mat: 'mat, mate, hâlé, bronzé, tan, tanned, olive tan, قمحية, حنطية, قمحي',
    Olive: 'olive, زيتونية',
    Caramel: 'caramel',
    Brun: 'brun, brune, brown, سمراء, أسمر',
    Foncé: 'foncé, noire, sombre, dark, black, داكنة, سوداء, غامقة',
    Ébène: 'ébène, ebony, très foncé, very dark',
  },
  build: {
    'Très mince': 'très mince, très maigre, maigre, very slim, skinny',
    Mince: 'mince, fin, slim, thin, نحيف, نحيفة',
    Svelte: 'svelte, élancé, slender, lean, رشيق, رشيقة',
    Moyenne: 'corpulence moyenne, corpulence normale, average build, medium build',
    Athlétique: 'athlétique, sportive, athletic, fit, toned, رياضي, رياضية',
    Musclée: 'musclé, muscular, bodybuildé, مفتول العضلات, عضلات',
    Robuste: 'robuste, costaud, trapu, baraqué, sturdy, stocky, burly, قوي البنية, متين',
    Ronde: 'rond, ronde, pulpeuse, curvy, plump, ممتلئ, ممتلئة',
    Forte: 'forte corpulence, corpulent, gros, plus size, heavy, overweight, بدين, بدينة, ضخم',
    'Très forte': 'très forte corpulence, obèse, obese, very heavy',
  },
  ethnicity: {
    Africaine: 'africain, african, noir, noire, black, afro, أفريقي, افريقية, subsaharien, أسمر البشرة',
    Arabe: 'arabe, arab, maghrébin, maghrebi, north african, nord africain, عربي, عربية, مغاربي, مغاربية',
    Berbère: 'berbère, amazigh, berber, kabyle, أمازيغي, أمازيغية',
    Touarègue: 'touareg, touarègue, tuareg',
    Sahraouie: 'sahraoui, sahrawi, صحراوي, صحراوية',
    Maure: 'maure',
    Peule: 'peul, peulh, fulani',
    Métisse: 'métis, métisse, mixed race, mixed, biracial',
    Méditerranéenne: 'méditerranéen, mediterranean',
    'Moyen-orientale': 'moyen oriental, oriental, middle eastern',
    Européenne: 'européen, caucasien, blanc, blanche, occidental, european, caucasian, white, western, أوروبي, أوروبية',
    'Est-asiatique': 'asiatique, asian, east asian, chinois, آسيوي, آسيوية',
    'Sud-asiatique': 'indien, indienne, pakistanais, indian, south asian, هندي',
    'Latino-américaine': 'latino, latina, hispanic',
  },
};

/** These say by themselves what they are about: `une blonde`, `un homme chauve`, `une femme élancée`. */
export const PLAIN_LOOKS: Readonly<Partial<Record<Look, string>>> = {
  hair_color: 'blonde, rousse, brunette, redhead, شقراء, poivre et sel, grisonnant',
  hair_type: 'chauve, bald, dreadlocks, crâne rasé, أصلع, rasta',
  skin_tone: '',
  build:
    'athlétique, musclé, svelte, élancé, mince, costaud, trapu, baraqué, pulpeuse, athletic, muscular, slim, slender, stocky, curvy, plus size, corpulent, forte corpulence, corpulence moyenne, corpulence normale, average build, medium build, نحيف, نحيفة, رشيق, رشيقة, مفتول العضلات, قوي البنية, بدين, ممتلئة',
  ethnicity:
    'métisse, métis, caucasien, caucasian, maghrébin, subsaharien, touareg, mixed race, biracial, north african, middle eastern, مغاربي',
};
/** Beside one of these, `noire` and `blanche` speak of somebody's origins. */
export const PERSONS =
  'homme, femme, personne, acteur, actrice, comédien, comédienne, enfant, garçon, fille, figurant, mannequin, man, woman, male, female, actor, actress, boy, girl, model, people, kid, child, رجل, امرأة, فتاة, شاب, ممثل, ممثلة';
