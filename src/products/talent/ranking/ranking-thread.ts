/** The thread that holds the people and ranks them: a program of its own, so that a long reading never holds up the pages. */
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openDatabase } from '#kernel/db/connect.ts';
import { termsOf } from '../briefs/briefs.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { followPeople } from './follower.ts';
import { quoteProofs } from './quotes.ts';
import { rankPeople } from './rank-people.ts';
import type { Ranking } from './ranking.ts';
import type { FromThread, ThreadGiven, ToThread } from './wire.ts';

const port = parentPort;
if (!port) throw new Error('the ranking lives in a thread');
const tell = (message: FromThread): void => port.postMessage(message);

const { url, share } = workerData as ThreadGiven;
const { db } = await openDatabase({ databaseUrl: url, dataFolder: '', databasePoolSize: 2 }, pino({ level: 'silent' }));
const tools = {
  db,
  termsOf,
  share,
  snapshot: createCatalogue({ db }).snapshot,
  onLoaded: (whose: 'standard' | 'cinema', corpus: { people: number; bytes: number; words: { keys: number } }, seconds: number): void =>
    tell({ kind: 'loaded', whose, people: corpus.people, words: corpus.words.keys, seconds, megabytes: corpus.bytes / 1024 / 1024 }),
};
const current = { standard: followPeople('standard', tools), cinema: followPeople('cinema', tools) };

port.on('message', (message: ToThread) => {
  answer(message).then(
    (ranking) => tell({ kind: 'answer', id: message.id, ranking }),
    (error: unknown) => tell({ kind: 'refused', id: message.id, reason: String(error) }),
  );
});

async function answer(message: ToThread): Promise<Ranking | null> {
  if (message.kind === 'warm') {
    await current[message.people]();
    return null;
  }
  const { brief, options, today } = message;
  const { corpus, catalogue } = await current[brief.kind]();
  const scene = { corpus, catalogue, termsOf, today, busy: options.busy ?? null };
  const ranking = rankPeople({ ...scene, brief, limit: options.limit });
  return { ...ranking, people: await quoteProofs({ db, brief, catalogue, termsOf, lexicon: corpus.lexicon }, ranking.people) };
}
