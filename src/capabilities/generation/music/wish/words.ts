/** What words say about music, in French, English and Arabic; singular, as a dictionary has them. */
import type { StyleName } from '../composer/styles/styles.ts';

export const STYLE_WORDS: Readonly<Record<StyleName, string>> = {
  cinematic:
    'cinematic cinema film movie trailer epic orchestral orchestra dramatic drama heroic suspense emotional cinématique épique orchestre dramatique héroïque émouvant bande-annonce سينمائي ملحمي اوركسترا درامي بطولي مؤثر تشويق سينما',
  corporate:
    'corporate business company technology tech startup inspiring inspirational motivational presentation product innovation entreprise affaire technologie inspirant motivant présentation produit شركه شركات اعمال تكنولوجيا تقنيه ملهم محفز منتج ابتكار عرض',
  lofi: 'lofi lo chill hiphop hip study beat relaxed cozy café étude détendu révision لوفاي دراسه استرخاء مريح مقهي',
  electro:
    'electro electronic edm techno house dance club synth synthwave cyberpunk futuristic gaming neon électronique boîte danse futuriste néon الكتروني الكترونيه تكنو رقص نادي مستقبلي نيون',
  ambient:
    'ambient meditation meditative atmospheric space calm peaceful yoga spa sleep zen drone méditation atmosphérique espace calme paisible sommeil relaxation تامل هادي هدوء سكينه فضاء نوم يوغا',
  acoustic:
    'acoustic guitar folk country nature campfire wedding family warm travel acoustique guitare campagne mariage famille voyage chaleureux اكوستيك غيتار جيتار طبيعه عائله زفاف سفر دافي',
  afrobeat: 'afrobeat afro african africa lagos afrique africain afropop highlife افريقيا افريقي افروبيت لاغوس',
  desert:
    'desert sahara gnawa gnaoua tuareg touareg saharan nomad dune guembri désert saharien nomade maghreb صحراء صحراوي كناوه قناوه كناوي طوارق بدو كثبان',
  oriental:
    'oriental arabic arab oud middle eastern orient arabian bedouin ramadan souk medina qanun darbuka arabe médina marrakech شرقي عربي عود رمضان سوق مدينه قانون دربكه تراثي مراكش مقام',
  jazz: 'jazz swing blues lounge bossa saxophone sax elegant restaurant cocktail élégant salon جاز بلوز ساكسفون انيق مطعم',
  playful:
    'playful funny fun kid child cartoon comedy quirky pet cooking recipe whimsical cute amusant drôle enfant dessin animal cuisine recette mignon espiègle مرح مضحك طفل اطفال كرتون طبخ وصفه لطيف',
};

export const TEMPO_WORDS = {
  slow: 'slow calm relaxed peaceful sad sleep meditation gentle soft lent lente calme doux douce triste paisible tranquille بطيء بطيه بطي هادي حزين ناعم',

  fast: 'fast upbeat energetic quick dynamic driving intense rapide énergique dynamique entraînant vif سريع سريعه حيوي حماسي نشيط',
} as const;

export const MOOD_WORDS = {
  bright:
    'happy joyful joy bright uplifting inspiring optimistic positive hopeful sunny upbeat fun heureux joyeux joyeuse lumineux optimiste positif inspirant gai espoir سعيد مبهج فرح متفائل ايجابي ملهم امل مرح',
  dark: 'dark sad mysterious tense melancholic melancholy dramatic suspense horror serious sombre triste mystérieux tendu mélancolique mélancolie grave dramatique مظلم حزين غامض متوتر كئيب درامي جاد',
} as const;
