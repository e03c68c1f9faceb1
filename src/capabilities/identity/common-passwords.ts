/**
 * Passwords that an attacker tries first: an offline list, the same words in disguise (`P@ssw0rd!`), a weak word
 * with a number behind it (`Bonjour2026`), one pattern repeated, a walk along the alphabet or the keyboard.
 */
import list from './common-passwords.json' with { type: 'json' };

const COMMON = new Set(list.words.split(' '));

/** Words that stay weak whatever number follows. */
const WEAK_WORDS = new Set(
  `password passwd pass motdepasse mdp secret azerty azertyuiop qwerty qwertyuiop admin administrateur administrator root
  user test demo welcome bienvenue bonjour salut soleil doudou loulou jetaime iloveyou login changeme changezmoi letmein
  inchallah hamdoulillah bismillah salam salamalikoum habibi habibti talento taalentio atelier casting cinema talent
  maroc morocco casablanca rabat marrakech algerie alger tunisie tunis senegal dakar mali bamako abidjan cotedivoire
  cameroun douala yaounde congo kinshasa gabon libreville benin cotonou togo lome niger niamey burkina ouagadougou
  guinee conakry tchad mauritanie nouakchott egypt cairo nigeria lagos kenya nairobi ghana accra madagascar rwanda kigali
  football barcelona realmadrid chelsea arsenal liverpool marseille paris france afrique africa`.split(/\s+/),
);

const WALKS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const candidates = [plain, plain.replace(/[^\p{L}\p{N}]+$/u, ''), undisguise(plain), undisguise(plain.replace(/[^\p{L}\p{N}]+$/u, ''))];
  return candidates.some((word) => COMMON.has(word) || isWeakWordWithTail(word)) || isRepeated(plain) || isWalk(plain);
}

const LEET: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '0': 'o', '1': 'i', '3': 'e', $: 's', '5': 's', '7': 't', '!': 'i' };
const undisguise = (word: string): string => word.replace(/[@401357$!]/g, (sign) => LEET[sign] ?? sign);

function isWeakWordWithTail(word: string): boolean {
  const [, letters = ''] = /^(\D+?)[^\p{L}]{0,6}$/u.exec(word.normalize('NFD').replace(/\p{M}/gu, '')) ?? [];
  return WEAK_WORDS.has(letters);
}

/** `aaaaaaaa`, `abcabcabc`, `12121212`: one to four characters over and over. */
const isRepeated = (word: string): boolean => /^(.{1,4}?)\1+$/su.test(word);

/** Nothing but steps along the alphabet, the digits or a keyboard: `abcdefgh`, `87654321`, `qwertyui`. */
const isWalk = (word: string): boolean => WALKS.some((walk) => walk.includes(word));
