/** What the page of a step is given. */
import type { Failure } from '#kernel/failure.ts';
import type { StoredFile } from '#kernel/storage/files.ts';
import { YOUNGEST } from '../cinema/cinema.ts';
import type { Answers, ProfileChoices } from '../profile-form/profile-form.tsx';
import type { Draft } from './drafts.ts';
import type { StepName } from './steps.ts';
import type { SummaryPart } from './summary.ts';

export interface StepView {
  /** Where the form is sent: people register themselves at one address, agencies others at another. */
  readonly address: string;
  readonly forOther: boolean;
  readonly step: StepName;
  readonly draft: Draft | null;
  /** What the form shows: what was just typed, else what is kept. */
  readonly answers: Answers;
  readonly failure: Failure | null;
  readonly choices: ProfileChoices;
  readonly latestBirthday: string;
  /** The kind of rows that was asked for. */
  readonly more: string | undefined;
  readonly summary: readonly SummaryPart[];
}

/** The name of a draft's photo without its folder. */
export const keyOf = (file: StoredFile): string => file.name.slice(file.name.lastIndexOf('/') + 1);
export const pictureOf = (address: string, file: StoredFile): string => `${address}/photos/${keyOf(file)}`;

/** The last birthday of somebody who is old enough today, as `YYYY-MM-DD`. */
export const latestBirthday = (today: Date): string => `${today.getUTCFullYear() - YOUNGEST}${today.toISOString().slice(4, 10)}`;
