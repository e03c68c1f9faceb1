/** The last step: everything again, each part with its way back, and the person's agreement. */
import type { ReactElement } from 'react';
import { Checkbox } from '#kernel/page/choices.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { Fieldset } from '#kernel/page/forms.tsx';
import { Avatar } from '#kernel/page/people.tsx';
import { ReviewTitle, TermLinks, textOf } from '../profile-form/profile-form.tsx';
import { labels } from './labels.ts';
import { m } from './messages.ts';
import { photoWords } from './photo-messages.ts';
import { pictureOf, type StepView } from './step-view.ts';
import type { SummaryPart } from './summary.ts';

export function ReviewStep({ address, forOther, summary, draft, answers }: StepView): ReactElement {
  const t = useT();
  return (
    <>
      <div className="flex flex-col gap-6">
        {summary.map((part) => (
          <ReviewPart key={part.step} part={part} address={address} />
        ))}
        <section className="flex flex-col gap-3 border-b border-line pb-5">
          <ReviewTitle title={m.photos} href={`${address}?step=photos`} />
          <div className="cluster gap-4">
            <Avatar name="" photo={draft?.photo ? pictureOf(address, draft.photo) : null} size="lg" />
            <Definitions
              items={[
                { term: labels.photo, value: t(draft?.photo ? photoWords.photoSent : m.none) },
                { term: labels.id_photo, value: t(draft?.idPhoto ? photoWords.photoSent : m.none) },
                { term: labels.gallery, value: t(photoWords.photoCount, { count: draft?.gallery.length ?? 0 }) },
              ]}
            />
          </div>
        </section>
      </div>
      <Fieldset legend={m.consent}>
        <div>
          <Checkbox name="terms" required label={t(forOther ? m.termsFor : m.terms)} />
          <TermLinks />
        </div>
        <Checkbox
          name="is_public"
          value={textOf(answers, 'reviewed') ? textOf(answers, 'is_public') : '1'}
          label={t(m.publicProfile)}
          hint={m.publicHint}
        />
      </Fieldset>
    </>
  );
}

/** What was given in full; what was not, in one line. */
function ReviewPart({ part, address }: { part: SummaryPart; address: string }): ReactElement {
  const t = useT();
  const items = part.items.flatMap(({ label, value, ltr, wide }) =>
    value === null ? [] : [{ term: label, value: t(value), ...(ltr ? { ltr } : {}), ...(wide ? { wide } : {}) }],
  );
  const missing = part.items.filter(({ value }) => value === null).map(({ label }) => t(label));
  return (
    <section className="flex flex-col gap-3 border-b border-line pb-5">
      <ReviewTitle title={m[part.step]} href={`${address}?step=${part.step}`} />
      {items.length > 0 ? <Definitions items={items} /> : <p className="text-muted">{t(m.nothingKept)}</p>}
      {items.length > 0 && missing.length > 0 && <p className="text-sm text-muted">{t(m.notGiven, { fields: missing.join(', ') })}</p>}
    </section>
  );
}
