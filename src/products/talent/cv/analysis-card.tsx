/** How a CV was judged: the score, the five criteria with what earned their points, advice, and who judged. */
import type { ReactElement } from 'react';
import type { Message } from '#kernel/message.ts';
import { Card } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Meter, ScoreRing } from '#kernel/page/gauges.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { CRITERIA, type CriterionKey } from './criteria.ts';
import { m } from './messages.ts';
import { analysisInWords, reasonsInWords, troubleOf } from './report.ts';
import type { CvAnalysis } from './store.ts';
import { CRITERION_LABELS } from './words.ts';

export function AnalysisCard({ analysis }: { analysis: CvAnalysis }): ReactElement {
  const { language } = usePage();
  const { strengths, weaknesses, recommendations } = analysisInWords(analysis, language);
  return (
    <Card title={m.score} lead={m.scoreLead} icon="chart" id="analysis">
      <div className="stack">
        {typeof analysis.score === 'number' && (
          <div className="flex flex-wrap items-start gap-6">
            <ScoreRing value={analysis.score} label={m.score} size="lg" />
            <Criteria analysis={analysis} />
          </div>
        )}
        <Points title={m.strengths} icon="check" points={strengths} />
        <Points title={m.weaknesses} icon="warning" points={weaknesses} />
        <Points title={m.advice} icon="arrow-up" points={recommendations} />
        <Origin analysis={analysis} />
      </div>
    </Card>
  );
}

const isCriterion = (key: string): key is CriterionKey => Object.hasOwn(CRITERIA, key);

function Criteria({ analysis }: { analysis: CvAnalysis }): ReactElement | null {
  const { language } = usePage();
  if (!analysis.criteria?.length) return null;
  return (
    <ul className="flex min-w-0 grow basis-56 flex-col gap-3">
      {analysis.criteria.map(({ key, score, max }) => (
        <li key={key}>
          <Meter
            value={score}
            max={max}
            label={isCriterion(key) ? CRITERION_LABELS[key] : key}
            tone={score >= max * 0.6 ? 'success' : 'accent'}
          />
          <p className="mt-1 text-sm text-muted">{reasonsInWords(analysis, key, language)}</p>
        </li>
      ))}
    </ul>
  );
}

function Points({ title, icon, points }: { title: Message; icon: IconName; points: readonly string[] }): ReactElement | null {
  const t = useT();
  if (points.length === 0) return null;
  return (
    <div>
      <h3 className="field-label">{t(title)}</h3>
      <ul className="flex flex-col gap-1">
        {points.map((point) => (
          <li key={point} className="flex items-start gap-2">
            <Icon name={icon} className="mt-1 shrink-0" />
            <span dir="auto">{point}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing for an analysis that came from elsewhere. */
function Origin({ analysis }: { analysis: CvAnalysis }): ReactElement | null {
  const t = useT();
  const { analyzed_by: by, provider, embedded_score: embedded } = analysis;
  if (!by) return null;
  const text =
    by === 'model'
      ? t(m.byModel, { provider: provider ?? '', score: embedded ?? 0 })
      : t(troubleOf(analysis) === null ? m.byRules : m.byRulesInstead);
  return (
    <p className="flex items-start gap-2 text-sm text-muted">
      <Icon name="info" className="mt-0.5 shrink-0" />
      {text}
    </p>
  );
}
