/** Subjects in darija written with Latin letters and figures, put into French word for word when every word is known. */

import { frenchGender } from '../grammar/french.ts';
import { isUnjoined } from '../grammar/french-nouns.ts';
import { commonName } from './well-known.ts';

const OWN: Readonly<Record<string, readonly [masculine: string, feminine: string]>> = {
  dyali: ['mon', 'ma'],
  diali: ['mon', 'ma'],
  dyalna: ['notre', 'notre'],
  dialna: ['notre', 'notre'],
  dyalk: ['votre', 'votre'],
};
const LINKS: Readonly<Record<string, string>> = { f: 'à', fi: 'à', d: 'de', dyal: 'de', dial: 'de', w: 'et', o: 'et', m3a: 'avec' };

/** Null when it is not darija, or not known. */
export function frenchOfDarija(words: string): string | null {
  const tokens = words.toLowerCase().split(/\s+/);
  const known = tokens.map((token) => commonName(token, 'fr'));
  const isDarija = tokens.some((token, index) => token in OWN || (known[index] !== null && /[2379]|^l[^aeiouy’']/.test(token)));
  if (!isDarija || tokens.some((token, index) => known[index] === null && !(token in OWN) && !(token in LINKS))) return null;
  const said: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const owner = OWN[token];
    if (!owner) said.push(known[index] ?? LINKS[token] ?? token);
    else if (said.length > 0) said.push(owned(said.pop() ?? '', owner));
  }
  return said.join(' ');
}

function owned(noun: string, [masculine, feminine]: readonly [string, string]): string {
  const bare = noun.replace(/^(?:les? |la |l’)/, '');
  const joins = /^[aeiouyhéèê]/i.test(bare) && !isUnjoined(bare);
  return `${frenchGender(bare.split(' ')[0] ?? bare) === 1 && !joins ? feminine : masculine} ${bare}`;
}
