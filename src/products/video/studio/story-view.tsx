/** What became of the publications of a film: their state, their links, and what a person must find out. */
import type { ReactElement } from 'react';
import { PLATFORM_TITLES, PlatformMark } from '#capabilities/publishing/publishing.ts';
import { localeOf } from '#kernel/message.ts';
import { Alert, Badge, Button, Card, LinkButton, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import type { FilmPublication, FilmPublicationStatus } from '../publications/publications.ts';
import { story as m, publicationNames } from './publish-messages.ts';

const LOOKS: Readonly<Record<FilmPublicationStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  scheduled: { tone: 'info', icon: 'calendar' },
  queued: { tone: 'info', icon: 'clock' },
  uploading: { tone: 'accent', icon: 'upload' },
  processing: { tone: 'accent', icon: 'activity' },
  published: { tone: 'success', icon: 'success' },
  failed: { tone: 'danger', icon: 'error' },
  unknown: { tone: 'warning', icon: 'help' },
  cancelled: { tone: 'neutral', icon: 'ban' },
  missed: { tone: 'danger', icon: 'clock' },
};
const OPEN: ReadonlySet<FilmPublicationStatus> = new Set(['scheduled', 'queued']);
const MOVING: ReadonlySet<FilmPublicationStatus> = new Set(['queued', 'uploading', 'processing']);

export function Story({ at, publications }: { at: string; publications: readonly FilmPublication[] }): ReactElement | null {
  const t = useT();
  if (publications.length === 0) return null;
  const isMoving = publications.some(({ status }) => MOVING.has(status));
  return (
    <Card
      title={m.title}
      actions={
        isMoving ? (
          <LinkButton kind="quiet" size="sm" icon="refresh" href={at}>
            {t(m.refresh)}
          </LinkButton>
        ) : null
      }
    >
      <ul className="film-story" data-story={isMoving ? 'moving' : 'still'}>
        {publications.map((publication) => (
          <Line key={publication.id} at={at} publication={publication} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ at, publication }: { at: string; publication: FilmPublication }): ReactElement {
  const t = useT();
  const { id, platform, status, progress, publishAt, publishedAt, timezone, platformUrl, fault } = publication;
  const name = PLATFORM_TITLES[platform];
  return (
    <li className="film-story-line" id={id}>
      <PlatformMark platform={platform} large />
      <div className="film-story-words">
        <p className="cluster">
          <strong>{name}</strong>
          <Badge {...LOOKS[status]}>
            {t(publicationNames[status])}
            {progress !== null && status === 'uploading' && ` ${progress} %`}
          </Badge>
          <span className="film-note">
            <When at={publishedAt ?? publishAt} as="moment" zone={timezone} />
          </span>
        </p>
        <Figures publication={publication} />
        {fault && status !== 'unknown' && (
          <p className="film-note" dir="auto">
            {fault.code === 'rights'
              ? t(m.rights, { who: fault.detail.replace(/^\S+ /, '') })
              : fault.detail && t(m.said, { detail: fault.detail })}{' '}
            {fault.code === 'rights' ? <a href="/library">{t(m.library)}</a> : t(m.next)}
          </p>
        )}
        {status === 'unknown' && <Settle at={at} publication={publication} />}
      </div>
      <div className="cluster">
        {platformUrl && (
          <LinkButton kind="secondary" size="sm" icon="external" href={platformUrl} external>
            {t(m.see, { platform: name })}
          </LinkButton>
        )}
        {OPEN.has(status) && (
          <Form action={`${at}/${id}/cancel`} id={`cancel-${id}`}>
            <Button kind="quiet" size="sm" icon="ban" label={t(m.cancelOf, { platform: name })}>
              {t(m.cancel)}
            </Button>
          </Form>
        )}
      </div>
    </li>
  );
}

function Figures({ publication: { figures } }: { publication: FilmPublication }): ReactElement | null {
  const t = useT();
  const { language } = usePage();
  if (!figures) return null;
  const number = new Intl.NumberFormat(localeOf(language));
  const said = (['views', 'likes', 'comments'] as const).flatMap((name) => {
    const count = figures[name];
    return count === null ? [] : [t(m[name], { count: number.format(count) })];
  });
  return <p className="film-note">{said.join(' · ')}</p>;
}

function Settle({ at, publication: { id, platform } }: { at: string; publication: FilmPublication }): ReactElement {
  const t = useT();
  return (
    <Alert tone="warning" title={t(m.unknown, { platform: PLATFORM_TITLES[platform] })}>
      <div className="settle">
        <Form action={`${at}/${id}/settle`} id={`live-${id}`}>
          <input type="hidden" name="live" value="1" />
          <TextInput name="url" type="url" label={m.address} placeholder="https://" autoComplete="off" />
          <Button icon="check" size="sm">
            {t(m.live)}
          </Button>
        </Form>
        <Form action={`${at}/${id}/settle`} id={`again-${id}`}>
          <input type="hidden" name="live" value="0" />
          <Button kind="secondary" size="sm" icon="refresh">
            {t(m.notLive)}
          </Button>
        </Form>
      </div>
    </Alert>
  );
}
