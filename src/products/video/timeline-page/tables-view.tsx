/** The timeline as tables, one for each track, in one form. */
import type { ReactElement } from 'react';
import { Alert, Button, Card } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { ErrorSummary, Form, FormActions, textOf, useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { type Clip, type Timeline, TRANSITIONS, type Track } from '../timelines/timelines.ts';
import { type Facts, thumbnailOf } from './facts.ts';
import { page as m, names } from './messages.ts';
import type { Refused } from './page-view.tsx';
import { nameOf, shown, valuesOf } from './tables.ts';

interface TablesView {
  readonly timeline: Timeline;
  readonly facts: Facts;
  readonly refused: Refused | null;
  readonly action: string;
}

export function Tables({ timeline, facts, refused, action }: TablesView): ReactElement {
  const t = useT();
  const errors = refused?.failure.fields ?? {};
  const all = clipNames(timeline, facts, t);
  return (
    <div className="tl-tables stack">
      <noscript>
        <Alert tone="info">{t(m.noScript)}</Alert>
      </noscript>
      <p className="tl-narrow">
        <Icon name="info" />
        {t(m.narrow)}
      </p>
      <p className="text-muted">{t(m.tables)}</p>
      <Form action={action} values={refused?.typed ?? valuesOf(timeline)} errors={errors}>
        <ErrorSummary labels={labelsOf(timeline, all, t)} />
        <input type="hidden" name="timeline" value={timeline.id} />
        <input type="hidden" name="version" value={timeline.version} />
        {timeline.tracks.map((track, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a track is its place
          <TrackTable key={index} track={track} index={index} names={all} facts={facts} />
        ))}
        <FormActions>
          <Button icon="save">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </div>
  );
}

type Names = readonly (readonly string[])[];

/** Counted among those of its kind, in the order of the film. */
function clipNames({ tracks }: Timeline, { used }: Facts, t: ReturnType<typeof useT>): Names {
  const counts = new Map<string, number>();
  return tracks.map(({ clips }) =>
    clips.map(({ assetId }) => {
      const type = used.get(assetId)?.type;
      if (!type) return t(names.gone);
      const number = (counts.get(type) ?? 0) + 1;
      counts.set(type, number);
      return t(names[type], { number });
    }),
  );
}

const WHAT = {
  ...{ start_time: m.start, duration: m.duration, volume: m.volume },
  ...{ transition_in: m.transition, transition_seconds: m.transitionSeconds },
} as const;

/** What a field is called where its fault is listed above the form. */
function labelsOf({ tracks }: Timeline, all: Names, t: ReturnType<typeof useT>): Readonly<Record<string, string>> {
  const entries = tracks.flatMap(({ clips }, track) =>
    clips.flatMap((_, clip) =>
      Object.entries(WHAT).map(([field, what]) => [nameOf(track, clip, field), t(m.of, { what: t(what), clip: all[track]?.[clip] ?? '' })]),
    ),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

interface TrackView {
  readonly track: Track;
  readonly index: number;
  readonly names: Names;
  readonly facts: Facts;
}

function TrackTable({ track, index, names: all, facts }: TrackView): ReactElement {
  const t = useT();
  const isVideo = track.type === 'video';
  const heads = isVideo ? [m.clip, m.start, m.duration, m.transition, m.transitionSeconds] : [m.clip, m.start, m.duration, m.volume];
  return (
    <Card title={m[track.type]}>
      <div className="tl-table-box">
        <table className="tl-table">
          <caption className="sr-only">{t(m[track.type])}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={t(head)} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {track.clips.map((clip, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a clip is its place
              <ClipRow key={number} clip={clip} name={all[index]?.[number] ?? ''} at={[index, number]} isVideo={isVideo} facts={facts} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

interface ClipView {
  readonly clip: Clip;
  readonly name: string;
  readonly at: readonly [track: number, clip: number];
  readonly isVideo: boolean;
  readonly facts: Facts;
}

function ClipRow({ clip, name, at: [track, number], isVideo, facts }: ClipView): ReactElement {
  const t = useT();
  const asset = facts.used.get(clip.assetId);
  const thumbnail = asset?.status === 'completed' ? thumbnailOf(asset) : null;
  const field = (what: string): string => nameOf(track, number, what);
  return (
    <tr>
      <th scope="row">
        <span className="tl-cell-name">
          {thumbnail && <img src={thumbnail} alt="" loading="lazy" />}
          {name}
        </span>
      </th>
      <td>{isVideo ? t(m.seconds, { seconds: shown(clip.startTime) }) : <Cell name={field('start_time')} what={m.start} clip={name} />}</td>
      <td>
        <Cell name={field('duration')} what={m.duration} clip={name} />
      </td>
      {isVideo ? (
        <>
          <td>
            <TransitionCell name={field('transition_in')} clip={name} />
          </td>
          <td>
            <Cell name={field('transition_seconds')} what={m.transitionSeconds} clip={name} />
          </td>
        </>
      ) : (
        <td>
          <Cell name={field('volume')} what={m.volume} clip={name} unit="%" />
        </td>
      )}
    </tr>
  );
}

interface CellView {
  readonly name: string;
  readonly what: Text;
  readonly clip: string;
  readonly unit?: string;
}

/** A field that its column and its row name. */
function Cell({ name, what, clip, unit }: CellView): ReactElement {
  const t = useT();
  const { control, value, error } = useField({ name });
  return (
    <div className="tl-cell">
      <span className="control">
        <input {...control} type="text" inputMode="decimal" defaultValue={textOf(value)} aria-label={t(m.of, { what: t(what), clip })} />
        {unit && <span className="control-unit">{unit}</span>}
      </span>
      {error && (
        <p id={`${control.id}-error`} className="field-error">
          {t(error.message, error.params)}
        </p>
      )}
    </div>
  );
}

function TransitionCell({ name, clip }: Omit<CellView, 'what'>): ReactElement {
  const t = useT();
  const { control, value } = useField({ name });
  return (
    <span className="control control-select">
      <select {...control} defaultValue={textOf(value) ?? 'cut'} aria-label={t(m.of, { what: t(m.transition), clip })}>
        {TRANSITIONS.map((each) => (
          <option key={each} value={each}>
            {t(names[each])}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="control-arrow" />
    </span>
  );
}
