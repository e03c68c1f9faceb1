import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { failureOf } from '../pictures/pictures.ts';
import { Crops, type PlatformCrop } from './crops.tsx';
import { acts, tabs } from './labels.ts';
import { board as b } from './messages.ts';
import { PictureFacts } from './picture-facts.tsx';
import { picture as m } from './picture-messages.ts';
import { review } from './review-messages.ts';
import { Photo, StatusBadge } from './shot.tsx';
import { StudioTabs } from './tabs.tsx';
import { addressOf, GALLERY, type Picture, ROOT } from './tools.ts';
import { TwinNotice } from './twins.tsx';

export interface PictureView {
  readonly picture: Picture;
  readonly crops: readonly PlatformCrop[];
  readonly twins: readonly number[];
  /** Variations of the same order. */
  readonly siblings: readonly Picture[];
  readonly toReview: number;
  readonly note: string;
  readonly errors: FieldErrors;
}

const LONGEST_NOTE = 2000;

export function PicturePage(view: PictureView): ReactElement {
  const t = useT();
  const { picture, crops, twins, toReview, siblings } = view;
  return (
    <>
      <PageHeader
        title={t(b.number, { id: picture.id })}
        crumbs={[{ label: tabs.gallery, href: GALLERY }]}
        badge={<StatusBadge status={picture.status} />}
      >
        <HeaderActs picture={picture} />
      </PageHeader>
      <StudioTabs toReview={toReview} />
      <div className="review-desk">
        <div className="stack">
          <Shown picture={picture} />
          {siblings.length > 0 && <Siblings siblings={siblings} />}
        </div>
        <div className="review-side">
          <TwinNotice ids={twins} />
          {picture.file && <Judgement {...view} />}
          {picture.file && <Crops picture={picture} crops={crops} />}
          {picture.file && <Downloads id={picture.id} />}
          <Card title={m.facts} icon="info">
            <PictureFacts picture={picture} />
          </Card>
        </div>
      </div>
    </>
  );
}

function HeaderActs({ picture: { id, status, file } }: { picture: Picture }): ReactElement {
  const t = useT();
  const { csrf } = usePage();
  return (
    <>
      {status === 'validated' && (
        <LinkButton href={`/publications/new?image=${id}`} icon="calendar">
          {t(acts.schedule)}
        </LinkButton>
      )}
      {status !== 'pending' && (
        <form method="post" action={`${addressOf(id)}/like`} className="cluster">
          <input type="hidden" name="_csrf" value={csrf} />
          {file && (
            <Button kind="secondary" icon="copy">
              {t(acts.like)}
            </Button>
          )}
          <Button kind="secondary" icon="refresh" formAction={`${addressOf(id)}/again`}>
            {t(file ? acts.again : acts.retry)}
          </Button>
        </form>
      )}
      <LinkButton href={`${ROOT}?from=${id}`} kind="secondary" icon="palette">
        {t(acts.restyle)}
      </LinkButton>
      <LinkButton href={`${addressOf(id)}/delete`} kind="quiet" icon="trash" label={acts.delete} />
    </>
  );
}

function Shown({ picture }: { picture: Picture }): ReactElement {
  const t = useT();
  const cause = failureOf(picture);
  if (picture.file)
    return (
      <figure className="review-picture">
        <a href={`/media/${picture.file}`}>
          <Photo picture={picture} sizes="(width < 64rem) 92vw, 45rem" eager />
        </a>
      </figure>
    );
  return cause ? (
    <Alert tone="danger" title={b.failed}>
      {t(cause)}
    </Alert>
  ) : (
    <Alert title={picture.metadata['started_at'] ? b.painting : b.queued} actions={<a href={addressOf(picture.id)}>{t(b.refresh)}</a>} />
  );
}

function Judgement({ picture, note, errors }: PictureView): ReactElement {
  const t = useT();
  return (
    <Form action={`${addressOf(picture.id)}/judge`} id="judge" values={{ validation_notes: note }} errors={errors}>
      <TextArea name="validation_notes" label={review.note} rows={2} max={LONGEST_NOTE} placeholder={t(review.notePlaceholder)} />
      <div className="review-buttons">
        <Button icon="check" name="action" value="validate" kind={picture.status === 'validated' ? 'secondary' : 'primary'}>
          {t(picture.status === 'validated' ? m.keepNote : acts.validate)}
        </Button>
        <Button icon="close" name="action" value="reject" kind="secondary">
          {t(acts.reject)}
        </Button>
      </div>
      {picture.status !== 'validated' && <p className="form-note">{t(m.scheduleHint)}</p>}
    </Form>
  );
}

function Downloads({ id }: { id: number }): ReactElement {
  const t = useT();
  return (
    <p className="cluster">
      <Icon name="download" />
      <strong>{t(m.download)}</strong>
      {(['png', 'jpeg', 'webp'] as const).map((format) => (
        <a key={format} className="button button-secondary button-sm" href={`${addressOf(id)}/download?format=${format}`}>
          {format === 'webp' ? 'WebP' : format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}

function Siblings({ siblings }: Pick<PictureView, 'siblings'>): ReactElement {
  const t = useT();
  return (
    <section className="stack" aria-labelledby="siblings-title">
      <h2 className="section-name" id="siblings-title">
        {t(m.siblings)}
      </h2>
      <div className="strip-shots">
        {siblings.map((each) => (
          <a key={each.id} className="shot-picture" href={addressOf(each.id)} aria-label={t(b.number, { id: each.id })}>
            {each.file ? <Photo picture={each} sizes="12rem" silent /> : <StatusBadge status={each.status} />}
          </a>
        ))}
      </div>
    </section>
  );
}
