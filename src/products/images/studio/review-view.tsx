/** One picture, large, and the judgement of it. Every key is also a button or a link. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Button, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Meter } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { Crops, type PlatformCrop } from './crops.tsx';
import { acts, styleNames, tabs } from './labels.ts';
import { order } from './messages.ts';
import { ReviewKeys } from './review-keys.tsx';
import { review as m } from './review-messages.ts';
import { Photo, StatusBadge } from './shot.tsx';
import { StudioTabs } from './tabs.tsx';
import { addressOf, GALLERY, type Picture, REVIEW, ROOT } from './tools.ts';
import { TwinNotice } from './twins.tsx';

export interface ReviewView {
  /** Null when nothing waits. */
  readonly picture: Picture | null;
  /** Judged a moment ago. */
  readonly last: Picture | null;
  readonly crops: readonly PlatformCrop[];
  /** Numbers of pictures that look the same. */
  readonly twins: readonly number[];
  /** Of the picture among those that wait, from 1; 0 when it is judged already. */
  readonly place: number;
  /** How many wait. */
  readonly total: number;
  /** How many were judged in this sitting. */
  readonly done: number;
  readonly previous: number | null;
  readonly next: Picture | null;
  /** How many are being made. */
  readonly making: number;
  readonly note: string;
  readonly errors: FieldErrors;
}

const LONGEST_NOTE = 2000;

export function ReviewPage(view: ReviewView): ReactElement {
  const { picture, total } = view;
  return (
    <>
      <PageHeader title={m.title} />
      <StudioTabs toReview={total} />
      <Island name="studio-review" className="review-island">
        <div id="review" className="review">
          <LastJudged {...view} />
          {picture ? <Desk {...view} picture={picture} /> : <NothingLeft {...view} />}
        </div>
      </Island>
    </>
  );
}

const hrefOf = (id: number, done: number): string => `${REVIEW}?image=${id}${done > 0 ? `&done=${done}` : ''}`;

/** What was decided last, and the way back to it. */
function LastJudged({ last, done, picture }: ReviewView): ReactElement | null {
  const t = useT();
  if (!last || last.id === picture?.id) return null;
  const isValidated = last.status === 'validated';
  return (
    <p className={`review-last tone-${isValidated ? 'success' : 'neutral'}`} role="status">
      <Icon name={isValidated ? 'check' : 'ban'} />
      <span>{t(isValidated ? m.lastValidated : m.lastRejected, { id: last.id })}</span>
      <a href={hrefOf(last.id, Math.max(0, done - 1))} data-key="u">
        {t(m.undo)}
      </a>
    </p>
  );
}

function Desk(view: ReviewView & { picture: Picture }): ReactElement {
  const { picture, crops, next, twins } = view;
  return (
    <div className="review-desk">
      <figure className="review-picture" data-next={next?.file ? `/media/${next.file}` : undefined}>
        <a href={addressOf(picture.id)}>
          <Photo picture={picture} sizes="(width < 64rem) 92vw, 45rem" eager />
        </a>
      </figure>
      <div className="review-side">
        <Progress {...view} />
        <TwinNotice ids={twins} />
        <Judgement {...view} />
        <Crops picture={picture} crops={crops} />
      </div>
    </div>
  );
}

function Progress({ picture, place, total, done, previous, next }: ReviewView): ReactElement {
  const t = useT();
  return (
    <div className="review-progress">
      <div className="review-steps">
        {previous !== null && (
          <LinkButton kind="quiet" size="sm" icon="chevron-start" href={hrefOf(previous, done)} className="review-previous">
            {t(m.previous)}
          </LinkButton>
        )}
        <p className="tabular">{place > 0 ? t(m.ofQueue, { place, total }) : picture && <StatusBadge status={picture.status} />}</p>
        {next && (
          <LinkButton kind="quiet" size="sm" iconEnd="chevron-end" href={hrefOf(next.id, done)} className="review-next">
            {t(m.next)}
          </LinkButton>
        )}
      </div>
      {done > 0 && <Meter label={m.progress} value={done} max={done + total} />}
    </div>
  );
}

function Judgement({ picture, done, note, errors }: ReviewView & { picture: Picture }): ReactElement {
  const t = useT();
  return (
    <>
      <div className="review-words">
        <p dir="auto">{picture.prompt}</p>
        <p className="strip-facts">
          <span>{t(styleNames[picture.style])}</span>
          <Ltr>{`${picture.width}×${picture.height}`}</Ltr>
          {picture.metadata['provider'] === 'embedded' && <span>{t(order.embedded)}</span>}
        </p>
        {picture.status !== 'generated' && <p className="text-muted">{t(m.judged)}</p>}
      </div>
      <Form action={REVIEW} id="judge" values={{ validation_notes: note }} errors={errors}>
        <input type="hidden" name="id" value={picture.id} />
        <input type="hidden" name="done" value={done} />
        <TextArea name="validation_notes" label={m.note} rows={2} max={LONGEST_NOTE} placeholder={t(m.notePlaceholder)} />
        <div className="review-buttons">
          <Button icon="check" name="action" value="validate" size="lg">
            {t(acts.validate)}
            <Key name="V" />
          </Button>
          <Button icon="close" name="action" value="reject" kind="secondary" size="lg">
            {t(acts.reject)}
            <Key name="R" />
          </Button>
          <ReviewKeys />
        </div>
      </Form>
    </>
  );
}

/** For eyes only: who listens hears the word of the button. */
const Key = ({ name }: { name: string }): ReactElement => (
  <span className="review-key" aria-hidden="true" translate="no">
    {name}
  </span>
);

function NothingLeft({ making }: ReviewView): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="success" title={m.finished} text={making > 0 ? t(m.soon, { count: making }) : m.finishedText}>
      <LinkButton href={`${GALLERY}?status=validated`} icon="grid">
        {t(m.seeValidated)}
      </LinkButton>
      <LinkButton href={ROOT} kind="secondary" icon="sparkles">
        {t(tabs.create)}
      </LinkButton>
    </EmptyState>
  );
}
