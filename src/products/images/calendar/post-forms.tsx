/** The forms of a post: another time, another text, and what a person found out about one that nobody confirmed. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions } from '#kernel/page/forms.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { localDateTime } from '#kernel/wall-time.ts';
import type { ScheduledPost } from '../scheduler/scheduler.ts';
import { hrefOf } from './chip-view.tsx';
import type { Typed } from './composer-form.ts';
import { compose } from './composer-messages.ts';
import { LABELS } from './composer-view.tsx';
import type { Measure } from './limit-words.ts';
import { board } from './messages.ts';
import { post as m } from './post-messages.ts';
import { Preview, type PreviewProps } from './preview-view.tsx';
import { ROOT } from './requests.ts';
import { WordFields } from './word-fields.tsx';

interface Moving {
  readonly post: ScheduledPost;
  readonly zone: string;
  readonly errors: FieldErrors;
  /** Day and time that were refused. */
  readonly typed: { readonly day: string; readonly time: string } | null;
}

export function MoveForm({ post, zone, errors, typed }: Moving): ReactElement {
  const t = useT();
  const [planned, hour = ''] = localDateTime(post.scheduledTime, zone).split('T');
  const { day, time } = typed ?? { day: planned, time: hour.slice(0, 5) };
  return (
    <Card title={m.moveTo} id="move">
      <Form action={`${hrefOf(post)}/move`} id="move-form" errors={errors}>
        <FieldRow>
          <DateInput name="day" label={compose.day} value={day} required />
          <TextInput name="time" label={compose.time} value={time} required placeholder="10:00" pattern="([01]\d|2[0-3]):[0-5]\d" />
        </FieldRow>
        <FormActions>
          <Button kind="secondary" icon="calendar">
            {t(m.move)}
          </Button>
        </FormActions>
      </Form>
    </Card>
  );
}

/** Two answers; each is one press. */
export function SettleForms({ post, errors }: { post: ScheduledPost; errors: FieldErrors }): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <p>{t(m.unknownText)}</p>
      <div className="settle">
        <Form action={`${hrefOf(post)}/settle`} id="settle-live" errors={errors}>
          <input type="hidden" name="live" value="1" />
          <TextInput name="url" type="url" label={m.address} placeholder="https://" autoComplete="off" />
          <Button icon="check">{t(m.isLive)}</Button>
        </Form>
        <Form action={`${hrefOf(post)}/settle`} id="settle-again">
          <input type="hidden" name="live" value="0" />
          <Button kind="secondary" icon="refresh">
            {t(m.notLive)}
          </Button>
        </Form>
      </div>
    </div>
  );
}

export function CancelPage({ post }: { post: ScheduledPost }): ReactElement {
  const t = useT();
  return (
    <Confirm
      title={m.cancelTitle}
      name={post.caption.slice(0, 120) || post.prompt}
      action={`${hrefOf(post)}/cancel`}
      submit={m.cancel}
      cancelHref={hrefOf(post)}
      danger
    >
      {t(m.cancelText)}
    </Confirm>
  );
}

interface EditView {
  readonly post: ScheduledPost;
  readonly typed: Typed;
  readonly measure: Measure;
  readonly preview: Omit<PreviewProps, 'text' | 'percent'>;
  readonly errors: FieldErrors;
  readonly zone: string;
}

export function EditPage({ post, typed, measure, preview, errors, zone }: EditView): ReactElement {
  const t = useT();
  const at = hrefOf(post);
  // The island draws this platform alone.
  return (
    <>
      <PageHeader
        title={compose.editTitle}
        crumbs={[
          { label: board.title, href: ROOT },
          { label: m.story, href: at },
        ]}
      />
      <Island name="composer" props={{ zone, isZoneKnown: true, check: `${ROOT}/check`, texts: {} }}>
        <Form action={`${at}/edit`} errors={errors} className="composer composer-edit">
          <input type="hidden" name="platforms" value={post.platform} />
          <div className="composer-split">
            <Card>
              <div className="stack">
                <ErrorSummary labels={LABELS} />
                <WordFields typed={typed} measures={[measure]} />
                <FormActions>
                  <Button icon="save">{t(compose.saveChanges)}</Button>
                  <LinkButton kind="quiet" href={at}>
                    {t(compose.cancel)}
                  </LinkButton>
                </FormActions>
              </div>
            </Card>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <aside className="composer-previews" aria-label={t(compose.preview)} tabIndex={0}>
              <Preview {...preview} percent={typed.crops[post.platform]} text={measure.text} />
            </aside>
          </div>
        </Form>
      </Island>
    </>
  );
}
