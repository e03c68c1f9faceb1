/**
 * A voice heard before it is chosen. What was said once in a voice is kept under a name made of all that decides its sound, so that a
 * page that is opened again speaks nothing anew, and what was bought is not bought twice.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { type Generation, type Speech, type VoiceCard, VoiceFault, wordsOfVoiceFault } from '#capabilities/generation/generation.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { Files, StoredFile } from '#kernel/storage/files.ts';
import { mp3Of } from '../programs.ts';
import type { Workshop } from '../workshop.ts';

export interface PreviewTools {
  readonly db: Db;
  readonly files: Files;
  readonly generation: Pick<Generation, 'voices'>;
  readonly inFolder: Workshop['inFolder'];
}

export interface Saying {
  readonly voice: string;
  readonly text: string;
  readonly language: string;
  readonly provider: 'elevenlabs' | 'embedded';
  /** The account that asked. */
  readonly by: number;
}

export interface Said {
  readonly file: StoredFile;
  readonly speaker: string;
}

const PATIENCE_MS = 60_000;

/** An MP3 that is not kept: what is spoken here costs nothing. Throws a `Failure`. */
export const sayNow = (tools: PreviewTools, saying: Saying): Promise<{ readonly mp3: Buffer; readonly speaker: string }> =>
  tools.inFolder(async (folder) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { wav, voice: speaker } = await speak(tools, saying, folder, signal);
    return { mp3: await readFile(await mp3Of(wav, signal)), speaker };
  });

/** An MP3 that is stored. Throws a `Failure`. */
export async function sayOnce(tools: PreviewTools, saying: Saying, { speaker }: Pick<VoiceCard, 'speaker'>): Promise<Said> {
  const { db, files } = tools;
  const name = nameOf(saying, speaker);
  const before = await files.find(db, name);
  if (before) return { file: before, speaker };
  return inTransaction(db, async (tx) => {
    // Of two at once, in whichever process, the second finds what the first was told.
    await sql`select pg_advisory_xact_lock(hashtext(${name}))`.execute(tx);
    const found = await files.find(tx, name);
    if (found) return { file: found, speaker };
    return tools.inFolder(async (folder) => {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const mp3 = await mp3Of((await speak(tools, saying, folder, signal)).wav, signal);
      const file = await files.save(tx, { ...PLACE, name, content: createReadStream(mp3) });
      return { file, speaker };
    });
  });
}

const PLACE = { folder: 'voices', extension: 'mp3', mediaType: 'audio/mpeg' } as const;

const nameOf = ({ voice, text, language, provider }: Saying, speaker: string): string => {
  const digest = createHash('sha256').update(JSON.stringify([voice, speaker, provider, language, text]));
  return `voices/${digest.digest('hex').slice(0, 32)}.mp3`;
};

async function speak({ generation }: PreviewTools, saying: Saying, folder: string, signal: AbortSignal): Promise<Speech> {
  try {
    return await generation.voices.speak({ ...saying, signal, timeoutMs: PATIENCE_MS }, folder);
  } catch (error) {
    if (!(error instanceof VoiceFault)) throw error;
    const { kind, facts } = error;
    const message = wordsOfVoiceFault(error);
    if (kind === 'nothing_to_say' || kind === 'too_long') throw failure.field('text', message, {}, kind);
    const retryAfter = facts.retryAfterMs === null ? {} : { retryAfter: Math.ceil(facts.retryAfterMs / 1000) };
    throw new Failure('unavailable', { code: `VOICE_${kind.toUpperCase()}`, message, ...retryAfter });
  }
}
