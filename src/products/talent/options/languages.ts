/** The languages people speak on a set: ISO 639 codes, the name the API prints, a flag to recognise it by. */
import { type Language, localeOf, type Message } from '#kernel/message.ts';

export interface SpokenLanguage {
  /** ISO 639-1 or -3. */
  readonly code: string;
  /** The French name: what the API prints. */
  readonly name: string;
  readonly flag: string;
  readonly label: Message;
}

const ROWS: readonly (readonly [code: string, name: string, flag: string])[] = [
  ['fr', 'Français', '🇫🇷'],
  ['ar', 'Arabe', '🇸🇦'],
  ['en', 'Anglais', '🇬🇧'],
  ['ary', 'Darija (arabe marocain)', '🇲🇦'],
  ['zgh', 'Amazighe (tamazight)', '🇲🇦'],
  ['shi', 'Tachelhit', '🇲🇦'],
  ['rif', 'Tarifit', '🇲🇦'],
  ['arq', 'Arabe algérien', '🇩🇿'],
  ['kab', 'Kabyle', '🇩🇿'],
  ['aeb', 'Arabe tunisien', '🇹🇳'],
  ['arz', 'Arabe égyptien', '🇪🇬'],
  ['apd', 'Arabe soudanais', '🇸🇩'],
  ['mey', 'Hassanya', '🇲🇷'],
  ['wo', 'Wolof', '🇸🇳'],
  ['srr', 'Sérère', '🇸🇳'],
  ['ff', 'Peul (pulaar, fulfulde)', '🇸🇳'],
  ['snk', 'Soninké', '🇲🇱'],
  ['bm', 'Bambara', '🇲🇱'],
  ['tmh', 'Tamasheq (touareg)', '🇲🇱'],
  ['dyu', 'Dioula', '🇨🇮'],
  ['bci', 'Baoulé', '🇨🇮'],
  ['mos', 'Mooré', '🇧🇫'],
  ['ee', 'Éwé', '🇹🇬'],
  ['fon', 'Fon', '🇧🇯'],
  ['ak', 'Akan (twi)', '🇬🇭'],
  ['ha', 'Haoussa', '🇳🇬'],
  ['yo', 'Yoruba', '🇳🇬'],
  ['ig', 'Igbo', '🇳🇬'],
  ['pcm', 'Pidgin nigérian', '🇳🇬'],
  ['dua', 'Douala', '🇨🇲'],
  ['ewo', 'Ewondo', '🇨🇲'],
  ['sg', 'Sango', '🇨🇫'],
  ['ln', 'Lingala', '🇨🇩'],
  ['kg', 'Kikongo', '🇨🇩'],
  ['lua', 'Tshiluba', '🇨🇩'],
  ['sw', 'Swahili', '🇹🇿'],
  ['rw', 'Kinyarwanda', '🇷🇼'],
  ['rn', 'Kirundi', '🇧🇮'],
  ['lg', 'Luganda', '🇺🇬'],
  ['ki', 'Kikuyu', '🇰🇪'],
  ['luo', 'Luo', '🇰🇪'],
  ['am', 'Amharique', '🇪🇹'],
  ['om', 'Oromo', '🇪🇹'],
  ['ti', 'Tigrigna', '🇪🇷'],
  ['so', 'Somali', '🇸🇴'],
  ['aa', 'Afar', '🇩🇯'],
  ['zdj', 'Comorien', '🇰🇲'],
  ['mg', 'Malgache', '🇲🇬'],
  ['mfe', 'Créole mauricien', '🇲🇺'],
  ['kea', 'Créole capverdien', '🇨🇻'],
  ['ny', 'Chichewa', '🇲🇼'],
  ['bem', 'Bemba', '🇿🇲'],
  ['sn', 'Shona', '🇿🇼'],
  ['nd', 'Ndébélé', '🇿🇼'],
  ['zu', 'Zoulou', '🇿🇦'],
  ['xh', 'Xhosa', '🇿🇦'],
  ['af', 'Afrikaans', '🇿🇦'],
  ['st', 'Sesotho', '🇱🇸'],
  ['tn', 'Setswana', '🇧🇼'],
  ['ss', 'Swati', '🇸🇿'],
  ['pt', 'Portugais', '🇵🇹'],
  ['es', 'Espagnol', '🇪🇸'],
  ['it', 'Italien', '🇮🇹'],
  ['de', 'Allemand', '🇩🇪'],
  ['nl', 'Néerlandais', '🇳🇱'],
  ['tr', 'Turc', '🇹🇷'],
  ['ru', 'Russe', '🇷🇺'],
  ['zh', 'Chinois (mandarin)', '🇨🇳'],
  ['hi', 'Hindi', '🇮🇳'],
  ['ja', 'Japonais', '🇯🇵'],
  ['ko', 'Coréen', '🇰🇷'],
  ['he', 'Hébreu', '🇮🇱'],
  ['fa', 'Persan', '🇮🇷'],
  ['sgn', 'Langue des signes', '🤟'],
];

const names: Partial<Record<Language, Intl.DisplayNames>> = {};
/** The name that the platform knows, else the French one. */
function nameIn(language: 'en' | 'ar', code: string, fallback: string): string {
  names[language] ??= new Intl.DisplayNames([localeOf(language)], { type: 'language', fallback: 'none' });
  return names[language]?.of(code) ?? fallback;
}

export const LANGUAGES: readonly SpokenLanguage[] = ROWS.map(([code, name, flag]) => ({
  code,
  name,
  flag,
  label: { fr: name, en: nameIn('en', code, name), ar: nameIn('ar', code, name) },
}));
