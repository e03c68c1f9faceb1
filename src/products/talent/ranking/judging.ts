/** Which judge a criterion goes to, and which part of the score it belongs to. */
import type { Criterion, CriterionKind } from '../briefs/briefs.ts';
import { judgeChoice, judgeLanguage, judgeLook } from './fact-judge.ts';
import type { Judged } from './judged.ts';
import { judgeAge, judgeCity, judgeCountry, judgeDates, judgeExperience, judgeHeight } from './number-judge.ts';
import type { FactorName } from './ranking.ts';
import type { Scene } from './scene.ts';
import { judgeTalent, judgeWord } from './skill-judge.ts';

type Judge = (criterion: Criterion, scene: Scene) => Judged;

const JUDGES: Readonly<Record<CriterionKind, readonly [FactorName, Judge]>> = {
  talent: ['skills', judgeTalent],
  word: ['words', judgeWord],
  talent_type: ['type', judgeChoice],
  gender: ['type', judgeChoice],
  language: ['languages', judgeLanguage],
  city: ['place', judgeCity],
  country: ['place', judgeCountry],
  experience: ['experience', judgeExperience],
  availability: ['availability', judgeChoice],
  work_mode: ['availability', judgeChoice],
  work_time: ['availability', judgeChoice],
  dates: ['availability', (_criterion, scene) => judgeDates(scene)],
  age: ['age', judgeAge],
  height: ['height', judgeHeight],
  eye_color: ['look', judgeLook],
  hair_color: ['look', judgeLook],
  hair_type: ['look', judgeLook],
  skin_tone: ['look', judgeLook],
  build: ['look', judgeLook],
  ethnicity: ['look', judgeChoice],
};

export const factorOf = ({ kind }: Criterion): FactorName => JUDGES[kind][0];
export const judge = (criterion: Criterion, scene: Scene): Judged => JUDGES[criterion.kind][1](criterion, scene);
