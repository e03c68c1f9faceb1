/**
 * How X counts a text: twitter-text, configuration v3 (https://github.com/twitter/twitter-text/blob/master/config/v3.json). The text
 * is composed (NFC); a code point weighs 2, those of the ranges below 1; an emoji weighs 2 however many code points it takes; an
 * address weighs 23 however long it is, since X shortens it, also one without `https://` when it ends in a known top-level domain.
 *
 * Of top-level domains we know every country's (two letters) and the generic ones that people use; an address under another one is
 * counted letter by letter, which can only make a long text look longer or, for names shorter than 23 letters, shorter than it is.
 */

export const TEXT_LIMIT = 280;
const ADDRESS_WEIGHT = 23;
const LIGHT: readonly (readonly [from: number, to: number])[] = [
  [0, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

const COUNTRIES =
  'ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bv|bw|by|bz|ca|cc|cd|cf|cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|fm|fo|fr|ga|gb|gd|ge|gf|gg|gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|mk|ml|mm|mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|my|mz|na|nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|ps|pt|pw|py|qa|re|ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|si|sj|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw';
const GENERIC =
  'academy|actor|africa|agency|ai|app|art|asia|audio|berlin|best|bet|bio|biz|blog|boutique|build|business|cafe|camera|careers|cash|casino|center|chat|church|city|click|cloud|club|coach|codes|coffee|college|com|community|company|computer|consulting|cool|coop|dance|dating|design|dev|digital|direct|directory|domains|earth|education|email|energy|engineer|engineering|events|exchange|expert|express|family|fans|fashion|film|finance|fitness|flights|florist|football|foundation|fun|fund|gallery|game|games|gifts|global|gov|graphics|green|group|guide|guru|health|help|holiday|host|hotel|house|icu|info|ink|institute|insure|international|investments|io|jobs|kim|land|law|legal|life|lighting|limited|link|live|loan|lol|london|love|ltd|market|marketing|media|memorial|men|mil|mobi|moda|moe|money|movie|museum|name|net|network|news|ngo|ninja|nyc|one|online|ooo|org|paris|partners|parts|party|photo|photography|photos|pics|pictures|pink|pizza|place|plus|poker|press|pro|productions|properties|pub|radio|recipes|red|rent|rentals|repair|report|restaurant|review|reviews|rip|rocks|run|sale|school|science|services|sexy|shoes|shop|shopping|show|singles|site|social|software|solutions|space|store|stream|studio|style|support|systems|tattoo|tax|team|tech|technology|tel|theater|tienda|tips|today|tokyo|tools|top|tours|town|toys|trade|training|travel|tube|university|vegas|ventures|vet|video|villas|vin|vip|vision|voyage|watch|webcam|website|wedding|wiki|win|wine|work|works|world|wtf|xxx|xyz|yoga|zone';

const LATIN = '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f';
const LABEL = `[a-z0-9${LATIN}](?:[a-z0-9_${LATIN}-]{0,61}[a-z0-9${LATIN}])?`;
const DOMAIN = `(?:${LABEL}\\.)+(?:${GENERIC}|${COUNTRIES}|xn--[-0-9a-z]+)(?![0-9a-z@+-])`;
const PATH = `[a-z0-9!*';:=+,.$%[\\]_~@|&/${LATIN}\\u0400-\\u04ff-]`;
const PATH_END = `[+a-z0-9_#/=${LATIN}\\u0400-\\u04ff-]`;
const BALANCED = `\\((?:${PATH}|\\(${PATH}*\\))*\\)`;
const QUERY = `\\?[a-z0-9!?*'@();:&=+$/%#[\\]\\-_.,~|]*[a-z0-9\\-_&=#/]`;
/** Not in the middle of a word, an e-mail address, a hashtag or a mention; a bare domain neither after `-`, `_`, `.` or `/`. */
const ADDRESS = new RegExp(
  `(?<![a-z0-9${LATIN}@＠$#＃])(?:https?://|(?<![-_./]))${DOMAIN}(?::[0-9]+)?(?:/(?:(?:${PATH}|${BALANCED})*(?:${PATH_END}|${BALANCED}))?)?(?:${QUERY})?`,
  'gi',
);
const EMOJI = /\p{RGI_Emoji}/gv;
const CASHTAG = /(?<![\p{L}\p{N}$_])\$[a-z]{1,6}(?:[._][a-z]{1,2})?(?![\p{L}\p{N}$_])/giu;

export const addressesIn = (text: string): readonly string[] => text.normalize('NFC').match(ADDRESS) ?? [];
/** The same text with `mark` in the place of every address, whatever domain it is in. */
export const markAddresses = (text: string, mark: string): string =>
  text
    .normalize('NFC')
    .replace(ADDRESS, mark)
    .replace(/https?:\/\/\S*[^\s.,;:!?…)»"']/gi, mark);
/** X takes one of them in a post. */
export const cashtagsIn = (text: string): readonly string[] => text.match(CASHTAG) ?? [];

/** In the unit of the limit: 280 light letters. */
export function weightOf(text: string): number {
  const composed = text.normalize('NFC');
  const addresses = composed.match(ADDRESS)?.length ?? 0;
  const rest = composed.replace(ADDRESS, '');
  const emoji = rest.match(EMOJI)?.length ?? 0;
  let weight = addresses * ADDRESS_WEIGHT + emoji * 2;
  for (const letter of rest.replace(EMOJI, '')) weight += weightOfPoint(letter.codePointAt(0) ?? 0);
  return weight;
}

const weightOfPoint = (point: number): number => (LIGHT.some(([from, to]) => point >= from && point <= to) ? 1 : 2);
