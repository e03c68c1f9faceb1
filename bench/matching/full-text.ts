/**
 * The peer: PostgreSQL full text search over the same people, in every sensible configuration. A brief is asked as "any of its words"
 * (an "all of its words" would find nobody); accents are removed; fields have weights.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '#kernel/db/db.ts';
import type { Snapshot } from '#products/talent/catalogue/catalogue.ts';
import type { Data, GradedBrief } from './data.ts';
import { cinemaDocument, LABELS, type Labels, type PersonDocument, standardDocument } from './documents.ts';

/** How words are stemmed: not at all, as the brief's language says, or as French, English and Arabic at once. */
const STEMMINGS = ['none', 'brief', 'all'] as const;
const FUNCTIONS = ['ts_rank', 'ts_rank_cd'] as const;
/** Of D, C, B, A. */
const WEIGHTS = ['{0.1,0.2,0.4,1}', '{0.4,0.5,0.7,1}', '{1,1,1,1}', '{0.05,0.1,0.2,1}'] as const;
/** By length (1, 2), by how many different words there are (8, 16), or not at all. */
const NORMALIZATIONS = [0, 1, 2, 8, 16] as const;

export interface Configuration {
  readonly labels: Labels;
  readonly stemming: (typeof STEMMINGS)[number];
  readonly rank: (typeof FUNCTIONS)[number];
  readonly weights: (typeof WEIGHTS)[number];
  readonly normalization: (typeof NORMALIZATIONS)[number];
}

export const CONFIGURATIONS: readonly Configuration[] = LABELS.flatMap((labels) =>
  STEMMINGS.flatMap((stemming) =>
    FUNCTIONS.flatMap((rank) =>
      WEIGHTS.flatMap((weights) => NORMALIZATIONS.map((normalization) => ({ labels, stemming, rank, weights, normalization }))),
    ),
  ),
);

export const describeConfiguration = ({ labels, stemming, rank, weights, normalization }: Configuration): string =>
  `\`${rank}('${weights}', …, ${normalization})\`, stemming ${stemming === 'brief' ? 'of the language of the brief' : stemming}, structured values ${
    labels === 'every' ? 'in three languages with synonyms' : 'in French'
  }`;

const CONFIGS = { fr: 'bench_french', en: 'bench_english', ar: 'bench_arabic' } as const;
const STEMS = { none: ['bench_simple'], all: Object.values(CONFIGS) };

export async function fillFullText(tx: Tx, { standard, cinema }: Pick<Data, 'standard' | 'cinema'>, catalogue: Snapshot): Promise<void> {
  await sql`create extension if not exists unaccent`.execute(tx);
  for (const source of ['french', 'english', 'arabic', 'simple']) {
    const name = sql.ref(`bench_${source}`);
    const stem = sql.ref(source === 'simple' ? 'simple' : `${source}_stem`);
    await sql`create text search configuration ${name} (copy = ${sql.ref(source)})`.execute(tx);
    await sql`alter text search configuration ${name} alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part
      with unaccent, ${stem}`.execute(tx);
  }
  await sql`create table bench_documents (kind text, labels text, config text, key text, vector tsvector)`.execute(tx);
  for (const labels of LABELS) {
    await insert(
      tx,
      'standard',
      labels,
      standard.map((person) => standardDocument(person, catalogue, labels)),
    );
    await insert(
      tx,
      'cinema',
      labels,
      cinema.map((person) => cinemaDocument(person, catalogue, labels)),
    );
  }
}

async function insert(tx: Tx, kind: string, labels: Labels, documents: readonly PersonDocument[]): Promise<void> {
  for (const config of [...STEMS.none, ...STEMS.all])
    await sql`
      insert into bench_documents
      select ${kind}, ${labels}, ${config}, key, setweight(to_tsvector(${config}::regconfig, a), 'A')
        || setweight(to_tsvector(${config}::regconfig, b), 'B') || setweight(to_tsvector(${config}::regconfig, c), 'C')
        || setweight(to_tsvector(${config}::regconfig, d), 'D')
      from json_to_recordset(${JSON.stringify(documents)}::json) as p(key text, a text, b text, c text, d text)`.execute(tx);
}

/** Keys of people, best first, by configuration (in the order of CONFIGURATIONS); whoever shares no word with the brief is not found. */
export async function searchFullText(db: Db, brief: GradedBrief): Promise<readonly (readonly string[])[]> {
  const orders: (readonly string[])[] = [];
  for (const labels of LABELS)
    for (const stemming of STEMMINGS) {
      const configs = stemming === 'brief' ? [CONFIGS[brief.language]] : STEMS[stemming];
      const found = await ranksOf(db, brief, labels, configs);
      for (const [at] of VARIANTS.entries())
        orders.push(found.toSorted((one, other) => (other.ranks[at] ?? 0) - (one.ranks[at] ?? 0)).map(({ key }) => key));
    }
  return orders;
}

const VARIANTS = FUNCTIONS.flatMap((rank) =>
  WEIGHTS.flatMap((weights) => NORMALIZATIONS.map((normalization) => ({ rank, weights, normalization }))),
);

async function ranksOf(db: Db, { kind, text }: GradedBrief, labels: Labels, configs: readonly string[]) {
  const ranks = sql.join(
    VARIANTS.map(({ rank, weights, normalization }) => sql`${sql.ref(rank)}(${weights}::real[], vector, query, ${sql.lit(normalization)})`),
  );
  const { rows } = await sql<{ key: string; ranks: readonly number[] }>`
    with asked as (
      select config, to_tsquery('simple', string_agg(quote_literal(lexeme), ' | ')) as query
      from unnest(${configs}::text[]) as config, unnest(tsvector_to_array(to_tsvector(config::regconfig, ${text}))) as lexeme
      group by config
    ), scored as (
      select key, array[${ranks}]::float8[] as ranks from bench_documents join asked using (config)
      where kind = ${kind} and labels = ${labels} and vector @@ query
    )
    select key, array_agg(total order by at) as ranks from (
      select key, at, sum(rank) as total from scored, unnest(ranks) with ordinality as r(rank, at) group by key, at
    ) as summed group by key order by md5(key)`.execute(db);
  return rows;
}
