/** The last step: everything again, each part with its way back, and the person's agreement. */
import type { ReactElement } from 'react';
import { Checkbox } from '#kernel/page/choices.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { Fieldset } from '#kernel/page/forms.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import { ReviewTitle, TermLinks, words } from '../profile-form/profile-form.tsx';
import type { Draft } from './drafts.ts';
import { m } from './messages.ts';
import type { Summary, SummaryPart } from './summary.ts';

export function ReviewStep({ summary, draft }: { summary: Summary; draft: Draft | null }): ReactElement {
  const t = useT();
  return (
    <>
      <div className="flex flex-col gap-6">
        {summary.map((part) => (
          <ReviewPart key={part.step} part={part} />
        ))}
        <section className="flex flex-col gap-3 border-b border-line pb-5">
          <ReviewTitle title={m.files} href="/auth/register?step=files" />
          <div className="cluster">
            <Avatar name="" photo={draft?.photo ? `/auth/register/photo?v=${draft.photo.sha256.slice(0, 12)}` : null} size="lg" />
            <Definitions
              items={[
                { term: words.labels.photo, value: t(draft?.photo ? m.photoSent : m.none) },
                { term: words.labels.cv, value: draft?.cv ? (draft.cv.originalName ?? 'CV') : t(m.none) },
              ]}
            />
          </div>
        </section>
      </div>
      <Fieldset legend={m.consent}>
        <div>
          <Checkbox name="terms" required label={t(m.terms)} />
          <TermLinks />
        </div>
        <Checkbox name="is_public" label={t(m.publicProfile)} hint={m.publicHint} />
      </Fieldset>
    </>
  );
}

/** What was given in full; what was not, in one line. */
function ReviewPart({ part }: { part: SummaryPart }): ReactElement {
  const t = useT();
  const items = part.items.flatMap(({ label, value, ltr, wide }) =>
    value === null ? [] : [{ term: label, value: t(value), ...(ltr ? { ltr } : {}), ...(wide ? { wide } : {}) }],
  );
  const missing = part.items.filter(({ value }) => value === null).map(({ label }) => t(label));
  return (
    <section className="flex flex-col gap-3 border-b border-line pb-5">
      <ReviewTitle title={m[part.step]} href={`/auth/register?step=${part.step}`} />
      <Definitions items={items} />
      {missing.length > 0 && <p className="text-sm text-muted">{t(m.notGiven, { fields: missing.join(', ') })}</p>}
    </section>
  );
}
