/**
 * Encrypted contacts found by their keyed hashes. Whoever writes a contact and whoever looks for it must spell it the same:
 * an address in lower case, a phone number as E.164, a document number as capitals and digits only.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Vault } from '#kernel/vault.ts';
import { codeAliases, formatCode, parseCode } from '../codes.ts';
import { phoneCandidates } from '../phone.ts';
import type { CinemaFilters } from './cinema-search.ts';

type Blind = Pick<Vault, 'blindIndex'>;

/** What goes into `email_index`, `phone_index`, `whatsapp_index` and `id_document_index` of `talent.cinema_details`. */
export const contactIndex = (vault: Blind) => ({
  email: (address: string): string => vault.blindIndex('talent.cinema.email', address.trim().toLowerCase()),
  /** The number in E.164. */
  phone: (number: string): string => vault.blindIndex('talent.cinema.phone', number),
  document: (number: string): string => vault.blindIndex('talent.cinema.document', spellDocument(number)),
});

const spellDocument = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

const MAX_WORDS = 8;

/** A search taken apart, the same for both engines: words that must all be in name or code, or else a way to the person directly. */
export interface SearchParts {
  readonly words: readonly string[];
  /** A query of the ids of people with this whole contact or code; null when the text can be neither. */
  readonly direct: RawBuilder<unknown> | null;
}

export interface SearchTools {
  readonly vault: Blind;
  /** Dial codes of every country: a searched phone number may be a national one. */
  readonly dials: readonly string[];
}

/** Null when nothing is searched. Strangers find nobody by contacts: a hit would tell them whose number it is. */
export function takeApart({ search = '', publicOnly = false }: CinemaFilters, { vault, dials }: SearchTools): SearchParts | null {
  const text = search.trim();
  if (!text) return null;
  const numbers = phoneCandidates(text, new Set(dials));
  // The pairs of digits of a phone number are no words: each would be in nearly every code.
  const words = numbers.length ? [text.replace(/\D/g, '')] : text.split(/\s+/).slice(0, MAX_WORDS);
  const ways = [...byCode(text), ...(publicOnly ? [] : byContact(text, numbers, vault))];
  return { words: words.map(spellCode), direct: ways.length ? sql.join(ways, sql` union all `) : null };
}

/** A code with more zeros than ours (`MACAS000001F`) is the same code. */
function spellCode(word: string): string {
  const parts = parseCode(word);
  return parts?.kind === 'cinema' ? formatCode(parts) : word;
}

function byCode(text: string): readonly RawBuilder<unknown>[] {
  if (!/\d/.test(text)) return [];
  const codes = codeAliases(text);
  return [
    sql`select x.id from talent.cinema_talents x where x.unique_code = any(${codes}::text[])`,
    sql`select x.id from talent.cinema_talents x where x.code_aliases && ${codes}::text[]`,
  ];
}

function byContact(text: string, numbers: readonly string[], vault: Blind): readonly RawBuilder<unknown>[] {
  const index = contactIndex(vault);
  const hashes = numbers.map(index.phone);
  const having = (condition: RawBuilder<unknown>) => sql`select d.talent_id from talent.cinema_details d where ${condition}`;
  return [
    ...(text.includes('@') ? [having(sql`d.email_index = ${index.email(text)}`)] : []),
    ...(hashes.length ? [having(sql`d.phone_index = any(${hashes}::text[])`), having(sql`d.whatsapp_index = any(${hashes}::text[])`)] : []),
    ...(/\d/.test(text) ? [having(sql`d.id_document_index = ${index.document(text)}`)] : []),
  ];
}
