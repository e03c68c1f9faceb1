/** What goes wrong in the thread, in a form that crosses to the program; there it becomes a failure for people. */
import { Failure } from '#kernel/failure.ts';
import { m } from './messages.ts';

export type TroubleCode = keyof typeof m;
export type TroubleParams = Readonly<Record<string, string | number>>;

export class Trouble extends Error {
  readonly code: TroubleCode;
  readonly params: TroubleParams;
  constructor(code: TroubleCode, params: TroubleParams = {}) {
    super(`${code}: ${Object.values(params).join(', ')}`);
    this.name = 'Trouble';
    this.code = code;
    this.params = params;
  }
}

const STABLE: Record<TroubleCode, string> = {
  noFfmpeg: 'FFMPEG_MISSING',
  noCodec: 'CODEC_MISSING',
  unreadable: 'SHOT_UNREADABLE',
  unreadableSound: 'SOUND_UNREADABLE',
  missing: 'FILE_MISSING',
  badPlan: 'FILM_PLAN_INVALID',
  encoder: 'ENCODING_FAILED',
  notTheFilm: 'FILM_REFUSED',
};
/** The field of the plan at fault, for what people can mend in it. */
const FIELD: Partial<Record<TroubleCode, string>> = {
  noCodec: 'codec',
  unreadable: 'shots',
  unreadableSound: 'sound',
  missing: 'shots',
  badPlan: 'shots',
};

export function failureOf(code: TroubleCode, params: TroubleParams): Failure {
  const field = FIELD[code];
  const said = { code: STABLE[code], message: m[code], params };
  return field ? new Failure('invalid', { ...said, fields: { [field]: { message: m[code], params } } }) : new Failure('unavailable', said);
}

/** The last line that a program said, for the sentence that names the cause; ffmpeg ends with one that says nothing. */
export const lastWords = (text: string): string =>
  text
    .trim()
    .split('\n')
    .findLast((line) => line.trim() !== '' && line.trim() !== 'Conversion failed!')
    ?.trim()
    .slice(0, 200) ?? 'it said nothing';
