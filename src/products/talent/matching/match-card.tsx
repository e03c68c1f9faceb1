/** One person who was found: who, how well, what is met, what is not, what nobody knows, and the sum that makes the score. */
import type { ReactElement } from 'react';
import type { LetterStatus } from '#kernel/mail/letter-log.ts';
import { localeOf } from '#kernel/message.ts';
import { Badge, type Tone } from '#kernel/page/components.tsx';
import { type Text, usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { Meter, ScoreRing } from '#kernel/page/gauges.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import type { Criterion } from '../briefs/briefs.ts';
import { type Mark, MarkMenu } from '../casting/casting.ts';
import type { Evidence, Explanation } from '../ranking/ranking.ts';
import { factorWord } from './factor-words.ts';
import type { FoundPerson } from './finding.ts';
import { result as m } from './messages.ts';

/** A person of the results with what this reader may know of them. */
export interface Match {
  readonly person: FoundPerson;
  readonly rank: number;
  readonly name: string;
  readonly code: string;
  readonly href: string;
  readonly photo: string | null;
  /** « Développement Web · Designer UI/UX » */
  readonly trade: string;
  readonly place: string;
  readonly explanation: Explanation;
  readonly letter: LetterStatus | 'gone' | null;
  /** Undefined where people are not marked. */
  readonly mark?: Mark | null;
}
export interface CriterionName {
  readonly criterion: Criterion;
  readonly text: string;
}

/** The form of the bar; boxes belong to it wherever they stand. */
export const SELECTION = 'selection';

export function MatchCard({ match, criteria }: { match: Match; criteria: readonly CriterionName[] }): ReactElement {
  const t = useT();
  const { person, name, rank } = match;
  return (
    <article className="match" data-person={person.id}>
      <header className="match-head">
        <label className="pick-box">
          <input type="checkbox" form={SELECTION} name="ids" value={person.id} aria-label={t(m.select, { name })} />
        </label>
        <Avatar name={name} photo={match.photo} size="lg" />
        <div className="match-who">
          <h2 className="match-name">
            <span className="match-rank">{rank}</span> <a href={match.href}>{name}</a>
          </h2>
          {match.trade && <p className="match-trade">{match.trade}</p>}
          <p className="match-facts">
            {match.place && (
              <span>
                <Icon name="place" />
                {match.place}
              </span>
            )}
            <CodeTag code={match.code} />
            {match.letter && <LetterBadge letter={match.letter} />}
          </p>
        </div>
        {match.mark !== undefined && <MarkMenu talentId={person.id} name={name} mark={match.mark} />}
        <ScoreRing value={person.score} label={m.score} />
      </header>
      <p className="match-summary">{match.explanation.summary}</p>
      <Proofs evidence={person.evidence} criteria={criteria} />
      {person.word && <ModelOpinion word={person.word} />}
      <Why match={match} />
    </article>
  );
}

const STATES = [
  ['met', m.met, 'check'],
  ['unmet', m.unmet, 'close'],
  ['unknown', m.unknown, 'help'],
] as const satisfies readonly (readonly [Evidence['state'], Text, IconName])[];

/** Criteria by what is known of them: by icon, word and place, not by colour alone. */
function Proofs({ evidence, criteria }: { evidence: readonly Evidence[]; criteria: readonly CriterionName[] }): ReactElement {
  const t = useT();
  const names = new Map(criteria.map(({ criterion, text }) => [criterion.id, text]));
  return (
    <dl className="proofs">
      {STATES.map(([state, label, icon]) => {
        const of = evidence.filter((one) => one.state === state && names.has(one.criterion));
        if (of.length === 0) return null;
        return (
          <div key={state} className={`proof proof-${state}`}>
            <dt title={state === 'unknown' ? t(m.unknownHint) : undefined}>
              <Icon name={icon} />
              {t(label)}
            </dt>
            <dd>
              <ul>
                {of.map((one) => (
                  <li key={one.criterion}>
                    {names.get(one.criterion)}
                    {one.words && state !== 'unknown' && (
                      <q className="proof-words" dir="auto">
                        {one.words}
                      </q>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function ModelOpinion({ word }: { word: NonNullable<FoundPerson['word']> }): ReactElement {
  const t = useT();
  return (
    <section className="model-word">
      <p className="model-title">
        <Icon name="sparkles" />
        {t(m.modelSays, { score: word.score })}
      </p>
      <p dir="auto">{word.reason}</p>
      <ul dir="auto">
        {word.strengths.map((text) => (
          <li key={text}>
            <Icon name="plus" />
            {text}
          </li>
        ))}
        {word.weaknesses.map((text) => (
          <li key={text}>
            <Icon name="info" />
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The very numbers that were added up. */
function Why({ match }: { match: Match }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { person, explanation } = match;
  const points = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  return (
    <details className="match-why">
      <summary>
        <Icon name="chevron-end" className="icon-mirrored" />
        {t(m.why)}
      </summary>
      <div className="match-factors">
        {person.factors.map(({ name, weight, value }) => (
          <Meter
            key={name}
            label={factorWord(name)}
            value={Math.round(value * 100)}
            note={t(m.points, { points: points.format(weight * value * 100), most: points.format(weight * 100) })}
          />
        ))}
      </div>
      {explanation.advice.length > 0 && (
        <>
          <p className="match-advice">{t(m.advice)}</p>
          <ul className="match-list">
            {explanation.advice.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

const LETTERS: Readonly<Record<LetterStatus | 'gone', readonly [Tone, IconName, Text]>> = {
  queued: ['info', 'clock', m.letterQueued],
  sent: ['success', 'check', m.letterSent],
  failed: ['danger', 'error', m.letterFailed],
  unknown: ['warning', 'help', m.letterUnknown],
  disabled: ['warning', 'ban', m.letterDisabled],
  gone: ['neutral', 'mail', m.letterGone],
};

export function LetterBadge({ letter }: { letter: LetterStatus | 'gone' }): ReactElement {
  const t = useT();
  const [tone, icon, label] = LETTERS[letter];
  return (
    <Badge tone={tone} icon={icon}>
      {t(label)}
    </Badge>
  );
}
