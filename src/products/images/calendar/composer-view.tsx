/** `/publications/new`: picture, platforms, words, time, and how it will look. */
import type { ReactElement } from 'react';
import { type Connection, PICTURE_PLATFORMS, type PictureFrame, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { Button, Card, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions } from '#kernel/page/forms.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Typed } from './composer-form.ts';
import { compose as m } from './composer-messages.ts';
import { GoodTimes, HelpBox, type WritingHelp } from './help-view.tsx';
import type { Measure } from './limit-words.ts';
import { ZoneLink } from './moments.tsx';
import { PictureField } from './picture-field.tsx';
import type { Picture } from './picture-src.ts';
import { PlatformField } from './platform-field.tsx';
import { Preview } from './preview-view.tsx';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';
import { WordFields } from './word-fields.tsx';

interface ComposerView {
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly pictures: readonly Picture[];
  readonly chosen: Picture | null;
  readonly connections: readonly Connection[];
  readonly frames: Readonly<Record<PicturePlatform, PictureFrame>>;
  readonly measures: readonly Measure[];
  readonly help: WritingHelp;
  readonly zone: string;
  readonly isZoneKnown: boolean;
  readonly now: Date;
  readonly isPlayed: boolean;
  /** Where unsent words are kept in this browser. */
  readonly draft: string;
  /** Of a set of hashtags that is not kept yet. */
  readonly setName: string;
}

export const LABELS = {
  image: m.picture,
  platforms: m.platforms,
  caption: m.caption,
  hashtags: m.hashtags,
  first_comment: m.firstComment,
  day: m.when,
  utm: m.utm,
};

export function ComposerPage(view: ComposerView): ReactElement {
  const { isPlayed, pictures, chosen } = view;
  return (
    <Room title={m.title} lead={m.lead} isPlayed={isPlayed}>
      {pictures.length === 0 && !chosen ? <NoPicture /> : <Composer {...view} />}
    </Room>
  );
}

function NoPicture(): ReactElement {
  const t = useT();
  return (
    <EmptyState icon="image" title={m.noPicture} text={m.noPictureText}>
      <LinkButton href="/studio/review">{t(m.review)}</LinkButton>
      <LinkButton kind="secondary" href="/studio">
        {t(m.order)}
      </LinkButton>
    </EmptyState>
  );
}

function Composer(view: ComposerView): ReactElement {
  const t = useT();
  const { language } = usePage();
  const { errors, zone, isZoneKnown } = view;
  const props = {
    ...{ zone, isZoneKnown, check: `${ROOT}/check`, language },
    texts: {
      busy: t(m.sending),
      suggesting: t(m.suggesting),
      failed: t(m.suggestFailed),
      use: t(m.useCaption),
      pictureFirst: t(m.pictureFirst),
    },
  };
  return (
    <Island name="composer" props={props}>
      <Form action={`${ROOT}/new`} values={{ set_name: view.setName }} errors={errors} draft={view.draft} className="composer">
        {/* Enter in a field is no press of a button: the words are looked at again. */}
        <button type="submit" name="act" value="look" className="sr-only" tabIndex={-1} aria-hidden="true" formNoValidate />
        <div className="composer-split">
          <Fields {...view} />
          <Previews {...view} />
        </div>
      </Form>
    </Island>
  );
}

function Fields(view: ComposerView): ReactElement {
  const t = useT();
  const { typed, measures, help } = view;
  return (
    <div className="stack">
      <ErrorSummary labels={LABELS} />
      <Card title={m.picture} lead={m.pictureHint}>
        <PictureField pictures={view.pictures} chosen={view.chosen} />
      </Card>
      <Card title={m.platforms}>
        <PlatformField chosen={typed.platforms} connections={view.connections} selected={typed.connections} />
      </Card>
      <Card title={m.caption}>
        <div className="stack">
          <WordFields typed={typed} measures={measures} perPlatform />
          <HelpBox help={help} />
        </div>
      </Card>
      <When {...view} />
      <FormActions>
        <Button name="act" value="plan" size="lg" icon="calendar">
          {t(m.plan)}
        </Button>
        <Button name="act" value="now" size="lg" kind="secondary" icon="send">
          {t(m.now)}
        </Button>
        <LinkButton kind="quiet" size="lg" href={ROOT}>
          {t(m.cancel)}
        </LinkButton>
      </FormActions>
    </div>
  );
}

function When({ typed, zone, now, help }: ComposerView): ReactElement {
  return (
    <Card title={m.when} actions={<ZoneLink zone={zone} at={now} />}>
      <div className="stack">
        <FieldRow>
          <DateInput name="day" label={m.day} value={typed.day} required />
          <TextInput
            name="time"
            label={m.time}
            value={typed.time}
            required
            placeholder="10:00"
            pattern="([01]\d|2[0-3]):[0-5]\d"
            icon="clock"
          />
        </FieldRow>
        <GoodTimes help={help} />
      </div>
    </Card>
  );
}

function Previews({ typed, chosen, frames, measures, connections }: ComposerView): ReactElement {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <aside className="composer-previews" aria-labelledby="previews-title" tabIndex={0}>
      <h2 id="previews-title">{t(m.preview)}</h2>
      <p className="card-lead">{t(m.previewHint)}</p>
      {PICTURE_PLATFORMS.map((platform) => (
        <Preview
          key={platform}
          platform={platform}
          frame={frames[platform]}
          picture={chosen}
          percent={typed.crops[platform]}
          text={measures.find((measure) => measure.platform === platform)?.text ?? ''}
          connection={connections.find((one) => one.platform === platform && one.state === 'connected') ?? null}
        />
      ))}
    </aside>
  );
}
