/** A picture wherever the studio shows one: the picture itself or the place it will take, its state, what can be done with it. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { Badge, Button, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { failureOf } from '../pictures/pictures.ts';
import { acts, statusNames } from './labels.ts';
import { board as m } from './messages.ts';
import { addressOf, type Picture, REVIEW, ROOT } from './tools.ts';

/** Where a picture that is being made stands; `seconds` is how long others took, times those before it. */
export interface Progress {
  readonly step: 'queued' | 'painting';
  readonly seconds: number | null;
}
export type Shot = Picture & { readonly progress: Progress | null };

const LOOKS: Readonly<Record<Picture['status'], { readonly tone: Tone; readonly icon: IconName }>> = {
  pending: { tone: 'info', icon: 'clock' },
  generated: { tone: 'accent', icon: 'eye' },
  validated: { tone: 'success', icon: 'check' },
  rejected: { tone: 'neutral', icon: 'ban' },
  failed: { tone: 'danger', icon: 'error' },
};

export function StatusBadge({ status }: { status: Picture['status'] }): ReactElement {
  const { tone, icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={icon}>
      {useT()(statusNames[status])}
    </Badge>
  );
}

/** Widths that the pictures are also stored in (`?w=`). */
const WIDTHS = [160, 320, 640, 1280];

export interface PhotoProps {
  readonly picture: Picture;
  /** As the attribute of the same name. */
  readonly sizes: string;
  readonly eager?: boolean;
  /** Said elsewhere on the page already. */
  readonly silent?: boolean;
}

/** The picture in the width that the reader's screen needs. */
export function Photo({ picture, sizes, eager, silent }: PhotoProps): ReactElement | null {
  const { file, width, height, prompt } = picture;
  if (!file) return null;
  const address = `/media/${file}`;
  const smaller = WIDTHS.filter((each) => each < width).map((each) => `${address}?w=${each} ${each}w`);
  return (
    <img
      src={address}
      srcSet={[...smaller, `${address} ${width}w`].join(', ')}
      sizes={sizes}
      width={width}
      height={height}
      alt={silent ? '' : prompt}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
    />
  );
}

export function ShotCard({ shot }: { shot: Shot }): ReactElement {
  return (
    <article className={`shot shot-${shot.status}`} id={`shot-${shot.id}`} data-step={shot.progress?.step} data-id={shot.id}>
      <ShotPicture shot={shot} />
      <ShotFoot shot={shot} />
    </article>
  );
}

function ShotPicture({ shot }: { shot: Shot }): ReactElement {
  const t = useT();
  if (shot.file)
    return (
      <a className="shot-picture" href={addressOf(shot.id)}>
        <Photo picture={shot} sizes="(width < 40rem) 45vw, 13rem" />
      </a>
    );
  return (
    <a className="shot-picture shot-empty" href={addressOf(shot.id)}>
      <svg viewBox={`0 0 ${shot.width} ${shot.height}`} aria-hidden="true">
        <rect width={shot.width} height={shot.height} />
      </svg>
      <span>
        <Icon name={shot.status === 'failed' ? 'error' : shot.progress?.step === 'painting' ? 'palette' : 'clock'} />
        {shot.status === 'failed' ? t(m.failed) : <ProgressWords shot={shot} />}
      </span>
    </a>
  );
}

function ProgressWords({ shot: { progress } }: { shot: Shot }): ReactElement {
  const t = useT();
  return (
    <>
      {t(progress?.step === 'painting' ? m.painting : m.queued)}
      {progress?.seconds ? <small>{t(m.about, { seconds: progress.seconds })}</small> : null}
    </>
  );
}

function ShotFoot({ shot }: { shot: Shot }): ReactElement {
  const t = useT();
  const { csrf } = usePage();
  const cause = failureOf(shot);
  return (
    <form className="shot-foot" method="post" action={`${addressOf(shot.id)}/judge`} data-quiet>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="back" value={`${ROOT}#shot-${shot.id}`} />
      <p className="shot-state">
        <StatusBadge status={shot.status} />
        <Took seconds={shot.generationTime} />
      </p>
      {cause && <p className="shot-cause">{t(cause)}</p>}
      <div className="shot-acts">
        {shot.file && <JudgeButtons shot={shot} />}
        {shot.status === 'failed' && (
          <Button kind="secondary" size="sm" icon="refresh" formAction={`${addressOf(shot.id)}/again`}>
            {t(acts.retry)}
          </Button>
        )}
        {shot.status !== 'pending' && <MoreActs shot={shot} />}
      </div>
    </form>
  );
}

export function Took({ seconds }: { seconds: number | null }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  if (seconds === null) return null;
  const figure = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(seconds);
  return <span className="tabular">{t(m.took, { seconds: figure })}</span>;
}

function JudgeButtons({ shot: { id, status } }: { shot: Shot }): ReactElement {
  return (
    <>
      {status !== 'validated' && <Button kind="secondary" size="sm" icon="check" name="action" value="validate" label={acts.validate} />}
      {status !== 'rejected' && <Button kind="secondary" size="sm" icon="close" name="action" value="reject" label={acts.reject} />}
      <Button kind="secondary" size="sm" icon="copy" formAction={`${addressOf(id)}/like`} label={acts.like} />
    </>
  );
}

/** Inside the form, so that what orders anew is a press and not a link. */
function MoreActs({ shot: { id, status, file } }: { shot: Shot }): ReactElement {
  const t = useT();
  return (
    <details className="drop drop-up" data-drop>
      <summary className="button button-quiet button-square button-sm" aria-label={t(acts.more)}>
        <Icon name="more" />
      </summary>
      <ul className="drop-panel">
        <Act href={addressOf(id)} icon="zoom" text={t(acts.open)} />
        {status === 'generated' && <Act href={`${REVIEW}?image=${id}`} icon="eye" text={t(acts.review)} />}
        {status === 'validated' && <Act href={`/publications/new?image=${id}`} icon="calendar" text={t(acts.schedule)} />}
        <Act href={`${ROOT}?from=${id}`} icon="palette" text={t(acts.restyle)} />
        {file && (
          <li>
            <button type="submit" className="drop-item" formAction={`${addressOf(id)}/again`}>
              <Icon name="refresh" />
              {t(acts.again)}
            </button>
          </li>
        )}
        <Act href={`${addressOf(id)}/delete`} icon="trash" text={t(acts.delete)} danger />
      </ul>
    </details>
  );
}

function Act({ href, icon, text, danger }: { href: string; icon: IconName; text: string; danger?: boolean }): ReactElement {
  return (
    <li>
      <a href={href} className={danger ? 'drop-item drop-danger' : 'drop-item'}>
        <Icon name={icon} />
        {text}
      </a>
    </li>
  );
}
