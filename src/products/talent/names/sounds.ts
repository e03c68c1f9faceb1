/**
 * How a word of a name sounds, whatever alphabet and country it was written in: capitals are consonants, small letters vowels, `*`
 * is an Arabic letter that any vowel may stand for. French and English spellings of Arabic and West African names come out alike:
 * `Khadidja`, `Kadija` and `خديجة` are `KaDiJa`, `KaDiJa` and `KDiJa` (Arabic leaves short vowels out).
 */

/** The word was folded before: lower case, no accents. */
export const soundsOf = (word: string): string => squeeze(isArabic(word) ? arabicSounds(word) : latinSounds(word));

export const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);

/** Letters said twice are heard once. */
const squeeze = (sounds: string): string => sounds.replace(/(.)\1+/g, '$1');

/** The first that fits where the reading has come to: longer spellings go before shorter ones. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  // The same sound is `di` before a vowel in Dakar and `j` in Banjul: Diallo, Jallow.
  [/^nd[iy](?=[aeou])/y, 'NJ'],
  [/^d[iy](?=[aeou])/y, 'J'],
  [/tch|sch|sh|ch/y, 'X'],
  [/ck|kh|qu?(?=[aeiouy]|$)|q/y, 'K'],
  [/gh|gu(?=[eiy])/y, 'G'],
  [/dj|g(?=[eiy])|j/y, 'J'],
  [/dz/y, 'Z'],
  [/gn|ny(?=[aeou])/y, 'N'],
  [/ph/y, 'F'],
  [/th/y, 'T'],
  [/dh/y, 'D'],
  [/c(?=[eiy])/y, 'S'],
  [/c/y, 'K'],
  [/x/y, 'KS'],
  [/(?:ou|oo|u)(?=[aeioy])/y, 'W'],
  [/ou|oo|u/y, 'u'],
  [/ow$|oh$/y, 'o'],
  [/w(?=[aeiouy])/y, 'W'],
  [/w/y, 'u'],
  [/[iy](?=[aeou])/y, 'Y'],
  [/ee|y|i/y, 'i'],
  [/h$/y, ''],
];

function latinSounds(word: string): string {
  let sounds = '';
  for (let at = 0; at < word.length; ) {
    const [taken, sound] = readLatin(word, at);
    sounds += sound;
    at += taken;
  }
  return sounds;
}

function readLatin(word: string, at: number): readonly [taken: number, sound: string] {
  for (const [spelling, sound] of LATIN) {
    spelling.lastIndex = at;
    const found = spelling.exec(word)?.[0];
    if (found !== undefined) return [found.length, sound];
  }
  const letter = word[at] ?? '';
  if ('aeo'.includes(letter)) return [1, letter];
  return [1, /[a-z]/.test(letter) ? letter.toUpperCase() : ''];
}

const ARABIC: Readonly<Record<string, string>> = {
  ...{ ب: 'B', ت: 'T', ث: 'T', ج: 'J', ح: 'H', خ: 'K', د: 'D', ذ: 'D', ر: 'R', ز: 'Z', س: 'S', ش: 'X', ص: 'S', ض: 'D' },
  ...{ ط: 'T', ظ: 'D', ع: '*', غ: 'G', ف: 'F', ق: 'K', ك: 'K', گ: 'G', ڭ: 'G', ل: 'L', م: 'M', ن: 'N', ه: 'H', پ: 'P', ڤ: 'V', چ: 'X' },
};
const LONG = 'اوي';

function arabicSounds(word: string): string {
  const letters = [...word];
  return letters.map((letter, at) => arabicSound(letter, letters[at - 1] ?? '', letters[at + 1] ?? '')).join('');
}

/** `و` and `ي` are consonants at the start and beside a long vowel, else vowels. */
function arabicSound(letter: string, before: string, after: string): string {
  const beside = before === '' || before === 'ا' || (after !== '' && LONG.includes(after));
  if (letter === 'و') return beside ? 'W' : 'u';
  if (letter === 'ي') return beside ? 'Y' : 'i';
  if (letter === 'ا') return before === '' ? '*' : 'a';
  // The fold writes ة as ه.
  if (letter === 'ه' && after === '') return 'a';
  return ARABIC[letter] ?? '';
}

export const isVowel = (sound: string): boolean => /[a-z*]/.test(sound);

/** What is left when only the bones count: how candidates are found, never how they are judged. */
export function skeletonOf(sounds: string): string {
  const bones = sounds
    .replace(/[a-z*WY]/g, '')
    .replace(/G/g, 'K')
    .replace(/Z/g, 'S')
    .replace(/P/g, 'B')
    .replace(/V/g, 'F');
  const squeezed = squeeze(bones);
  // One consonant says little: whether a vowel goes before it tells Ali from Ly.
  return squeezed.length < 2 && /^[a-z*WY]/.test(sounds) ? `A${squeezed}` : squeezed;
}
