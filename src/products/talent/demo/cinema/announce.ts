/** The calls of the demonstration are announced as anybody announces one, and people of the file apply. */
import type { Tx } from '#kernel/db/db.ts';
import type { Castings } from '../../castings/castings.ts';
import type { Snapshot } from '../../catalogue/catalogue.ts';
import { CALLS, type DemoCall, WORDS } from './calls.ts';

/** Somebody who may apply. */
interface Candidate {
  readonly id: number;
  readonly home: string;
  readonly talentTypes: readonly string[];
}

interface Stage {
  readonly castings: Pick<Castings, 'create' | 'publish' | 'enter'>;
  readonly catalogue: Snapshot;
  /** Numbers of the projects by name. */
  readonly projects: ReadonlyMap<string, number>;
  readonly candidates: readonly Candidate[];
  /** `YYYY-MM-DD` of so many days from today. */
  readonly day: (days: number) => string;
}

export async function announceCalls(tx: Tx, stage: Stage): Promise<void> {
  for (const call of CALLS) {
    const projectId = stage.projects.get(call.project);
    if (projectId === undefined) throw new Error(`the demonstration has no project ${call.project}`);
    const { id, parts } = await stage.castings.create(null, projectId, inputOf(call, stage), tx);
    await stage.castings.publish(null, id, '', tx);
    // Nobody is asked who they are: they apply for the parts that anybody may play.
    const open = parts.filter(({ gender }) => gender === null);
    for (const [index, { id: talentId }] of applicantsOf(call, stage.candidates).entries()) {
      const part = open[index % open.length];
      await stage.castings.enter(tx, id, { talentId, partId: part?.id ?? null, message: WORDS[index % WORDS.length] ?? null });
    }
  }
}

function inputOf(call: DemoCall, { catalogue, day }: Stage): Readonly<Record<string, unknown>> {
  const country = catalogue.countryByCode(call.country);
  const rows = call.parts.flatMap(({ type, name, people, gender, ages, criteria }, row) =>
    Object.entries({ type, name, people, gender, age_from: ages?.[0], age_to: ages?.[1], criteria }).map(
      ([field, value]) => [`part_${field}_${row}`, value] as const,
    ),
  );
  return {
    ...{ title_fr: call.titles.fr, title_en: call.titles.en, title_ar: call.titles.ar },
    ...{ text_fr: call.texts.fr, text_en: call.texts.en, text_ar: call.texts.ar },
    ...{ country_id: country?.id, city_id: country && catalogue.cityNamed(country.id, call.city)?.id, place: call.place },
    ...{ starts_on: day(call.startsIn), ends_on: day(call.endsIn), closes_on: day(call.closesIn) },
    ...{ pay: call.pay, pay_details: call.payDetails },
    ...Object.fromEntries(rows),
  };
}

/** People who live there first, the youngest files first. */
function applicantsOf({ country, applicants }: DemoCall, candidates: readonly Candidate[]): readonly Candidate[] {
  const rank = ({ home }: Candidate): number => (home === country ? 0 : 1);
  return candidates.toSorted((a, b) => rank(a) - rank(b) || b.id - a.id).slice(0, applicants);
}
