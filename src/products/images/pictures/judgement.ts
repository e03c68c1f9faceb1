/** What a person says of a picture: validated or rejected, with notes. */
import { failure } from '#kernel/failure.ts';
import { m } from './messages.ts';

const VERDICTS = { validate: 'validated', reject: 'rejected' } as const;
const LONGEST_NOTES = 2000;

export interface Judgement {
  readonly status: 'validated' | 'rejected';
  /** Null: those of before stay. */
  readonly notes: string | null;
}

export function readJudgement({ action, validation_notes: notes }: Readonly<Record<string, unknown>>): Judgement {
  const status = typeof action === 'string' && Object.hasOwn(VERDICTS, action) ? VERDICTS[action as keyof typeof VERDICTS] : null;
  const words = notes === undefined || notes === null ? null : String(notes).normalize('NFC').trim();
  const faults = {
    ...(action === undefined || action === '' ? { action: { message: m.required, constraint: 'required' } } : {}),
    ...(action && !status
      ? { action: { message: m.choice, params: { values: Object.keys(VERDICTS).join(', ') }, constraint: 'choice' } }
      : {}),
    ...(words && [...words].length > LONGEST_NOTES
      ? { validation_notes: { message: m.notes, params: { limit: LONGEST_NOTES }, constraint: 'max_length' } }
      : {}),
  };
  if (!status || Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { status, notes: words };
}
