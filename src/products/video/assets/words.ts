/** What people read of an asset that is good all the same: who stood in for whom, and why. */
import { type ImageNote, wordsOfNote } from '#capabilities/generation/generation.ts';
import type { Message, Params } from '#kernel/message.ts';
import type { Asset } from './asset.ts';
import { notes } from './messages.ts';

const isOurs = (code: string): code is keyof typeof notes => Object.hasOwn(notes, code);

/** Null for a note that nobody has words for. */
export function wordsOfAssetNote(note: Asset['notes'][number]): { readonly message: Message; readonly params: Params } | null {
  const { code, ...rest } = note as { readonly code: string };
  if (isOurs(code)) return { message: notes[code], params: paramsOf(rest) };
  const words = wordsOfNote(note as ImageNote);
  return words.message ? words : null;
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ elevenlabs: 'ElevenLabs', suno: 'Suno', runway: 'Runway', openai: 'OpenAI' },
  ...{ stability: 'Stability AI', replicate: 'Replicate', blackbox: 'Blackbox AI' },
};

const paramsOf = (rest: object): Params =>
  Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, name === 'provider' ? (NAMES[String(value)] ?? String(value)) : String(value)]),
  );
