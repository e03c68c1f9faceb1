/** What a picture shows, as it can stand inside a sentence of a caption. */

/** Letters after which French elides, without those whose h is aspirated. */
const VOWEL = /^[aàâäeéèêëiîïoôöuùûüyœæh]/i;
const ASPIRATED =
  /^(h(?:aie|alte|amac|amburger|ameau|amster|anche|and|angar|ara|areng|aricot|arpe|asard|aut|auteur|avre|enné|érisson|éron|éros|être|ibou|ippie|iérarchie|ockey|omard|ongr|onte|ors|otte|ouse|oublon|ublot|ut|uit|urlement)|onze|oui|yacht|yaourt|yeti|yoga)/i;

/** Words that only steer a painter. */
const STEERING =
  /(?:^|[,;.]\s*|\s)(?:4k|8k|hdr|uhd|ultra[- ]?hd|haute (?:qualité|résolution|définition)|high (?:quality|resolution)|photo[- ]?réaliste|photorealistic|hyper[- ]?réaliste|hyperrealistic|très détaillé[es]*|highly detailed|cinematic lighting|trending on artstation|octane render|unreal engine)(?=$|[\s,;.])/giu;

const LONGEST = 90;

/** The first thing said of the picture: without what steers the painter, short enough for a sentence, without a full stop. */
export function subjectOf(prompt: string): string {
  const cleaned = prompt.normalize('NFC').replace(STEERING, ' ').replace(/\s+/g, ' ').trim();
  const [first = ''] = cleaned.split(/[.!?;:\n]/u, 1);
  const words = (first.trim() || cleaned).split(' ');
  let subject = '';
  for (const word of words) {
    if (`${subject} ${word}`.trim().length > LONGEST) break;
    subject = `${subject} ${word}`.trim();
  }
  return decapitalised(
    (subject || cleaned.slice(0, LONGEST)).replace(/[,;:\s]{1,9}(?:avec|et|de|des|du|sur|dans|à|with|and|of|in|on|the|a)?$/iu, ''),
  );
}

/** `Un phare` becomes `un phare`; `Paris`, `NASA` and `X-ray` keep what they are. */
function decapitalised(text: string): string {
  const [first = ''] = text.split(/[\s’']/u, 1);
  const opens = /^(?:une?|des|les?|la|l|du|de|d|mon|ma|mes|deux|trois|quatre|plusieurs|a|an|the|two|three|some)$/iu.test(first);
  return opens ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const startsWithVowel = (text: string): boolean => VOWEL.test(text) && !ASPIRATED.test(text);

/** `d’un phare`, `du désert`, `des dunes`, `de la mer`, `de Paris`. */
export function de(text: string): string {
  const contracted = /^(le|les) (.+)$/isu.exec(text);
  if (contracted?.[1] && contracted[2]) return `${contracted[1].toLowerCase() === 'le' ? 'du' : 'des'} ${contracted[2]}`;
  // `de` swallows the plural and the partitive: « loin des dunes » is said of « des dunes » too.
  if (/^(?:des|du|de la|de l[’']|d[’'])/iu.test(text)) return text;
  return startsWithVowel(text) ? `d’${text}` : `de ${text}`;
}

/** `qu’une plage`, `que le désert`. */
export const que = (text: string): string => (startsWithVowel(text) ? `qu’${text}` : `que ${text}`);
