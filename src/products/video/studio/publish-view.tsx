/** `/films/:id/publish`: the version, the platforms with their words, the moment. */
import type { ReactElement } from 'react';
import { type Connection, PLATFORM_NAMES, PLATFORM_TITLES, PlatformMark, type PlatformName } from '#capabilities/publishing/publishing.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import { RadioCards, Select } from '#kernel/page/choices.tsx';
import { Alert, Button, Card, EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { DateInput, TextArea, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Project } from '../projects/projects.ts';
import type { Video } from '../renders/renders.ts';
import { ratioNames } from './labels.ts';
import type { Measure } from './measure.ts';
import { shapeOf } from './player-view.tsx';
import { HAS_TITLE, privaciesOf, type TypedPublication } from './publish-form.ts';
import { publish as m } from './publish-messages.ts';
import { addressOf, media } from './requests.ts';

export interface PublishView {
  readonly project: Project;
  readonly typed: TypedPublication;
  readonly errors: FieldErrors;
  readonly refusal: Text | null;
  readonly versions: readonly Video[];
  readonly connections: readonly Connection[];
  readonly offered: readonly PlatformName[];
  readonly measures: readonly Measure[];
  readonly zones: readonly { readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] }[];
  readonly isZoneKnown: boolean;
  readonly once: string;
}

const CONNECTIONS = '/publications/connections';

export function PublishForm(view: PublishView): ReactElement {
  const t = useT();
  const { project, typed, errors, refusal, versions } = view;
  if (versions.length === 0)
    return (
      <EmptyState icon="send" title={m.noFilm} text={m.noFilmText}>
        <LinkButton href={addressOf(project.id)}>{t(m.film)}</LinkButton>
      </EmptyState>
    );
  const at = `${addressOf(project.id)}/publish`;
  const labels = Object.fromEntries(
    PLATFORM_NAMES.flatMap((name) => [
      [`${name}_title`, `${PLATFORM_TITLES[name]} · ${t(m.name)}`],
      [`${name}_text`, `${PLATFORM_TITLES[name]} · ${t(HAS_TITLE.has(name) ? m.description : m.text)}`],
      [`${name}_privacy`, `${PLATFORM_TITLES[name]} · ${t(m.privacy)}`],
      [`${name}_tags`, `${PLATFORM_TITLES[name]} · ${t(m.tags)}`],
    ]),
  );
  return (
    <Island name="film-publish" props={{ check: `${at}/check`, busy: t(m.sending), isZoneKnown: view.isZoneKnown, zone: typed.zone }}>
      <Form action={at} id="publish" errors={errors} className="film-publish">
        <input type="hidden" name="once" value={view.once} />
        {refusal && <Alert tone="danger" title={refusal} />}
        <ErrorSummary labels={{ ...labels, platforms: m.where, day: m.when, video: m.film }} />
        <div className="split film-split">
          <Card title={m.where} lead={m.whereHint}>
            <Platforms {...view} />
          </Card>
          <div className="stack film-publish-side">
            <Versions typed={typed} versions={versions} />
            <When {...view} />
            <p className="film-note">
              <Icon name="sparkles" />
              {t(m.ai)}
            </p>
            <FormActions>
              <Button icon="send" size="lg" full>
                {t(m.send)}
              </Button>
            </FormActions>
          </div>
        </div>
      </Form>
    </Island>
  );
}

/** An option holds no markup: figures stay left to right by these. */
const [LTR, END] = ['\u2066', '\u2069'];

function Versions({ typed, versions }: Pick<PublishView, 'typed' | 'versions'>): ReactElement {
  const t = useT();
  const chosen = versions.find(({ id }) => id === typed.video) ?? versions[0];
  const options = versions.map((video) => {
    const shape = shapeOf(video);
    return { value: video.id, label: `${t(ratioNames[shape])} ${LTR}${shape} · ${video.width} × ${video.height}${END}` };
  });
  return (
    <Card>
      {chosen?.thumbnail && <img className="film-publish-poster" src={media.poster(chosen.id)} alt="" decoding="async" />}
      <Select name="video" label={m.film} value={chosen?.id ?? ''} placeholder={null} options={options} />
    </Card>
  );
}

function When({ typed, zones }: PublishView): ReactElement {
  return (
    <Card>
      <div className="stack">
        <RadioCards
          name="when"
          label={m.when}
          value={typed.when}
          options={[
            { value: 'now', label: m.now, icon: 'send' },
            { value: 'later', label: m.later, icon: 'calendar' },
          ]}
        />
        <div className="film-later stack">
          <FieldRow>
            <DateInput name="day" label={m.day} value={typed.day} />
            <TextInput name="time" label={m.time} value={typed.time} placeholder="10:00" pattern="([01]\d|2[0-3]):[0-5]\d" />
          </FieldRow>
          <Select name="zone" label={m.zone} icon="globe" value={typed.zone} groups={zones} placeholder={null} />
        </div>
      </div>
    </Card>
  );
}

function Platforms(view: PublishView): ReactElement {
  const t = useT();
  const { error } = useField({ name: 'platforms' });
  const { connections, offered } = view;
  const isThere = (name: PlatformName): boolean => connections.some(({ platform, state }) => platform === name && state === 'connected');
  const [ready, others] = [PLATFORM_NAMES.filter(isThere), PLATFORM_NAMES.filter((name) => !isThere(name))];
  return (
    <fieldset id="publish-platforms" className="film-platforms" aria-describedby={error && 'platforms-error'}>
      <legend className="sr-only">{t(m.where)}</legend>
      {error && (
        <p id="platforms-error" className="field-error">
          <Icon name="error" />
          {t(error.message, error.params)}
        </p>
      )}
      {ready.length === 0 && (
        <EmptyState icon="link" title={m.none} text={m.noneText}>
          <LinkButton href={CONNECTIONS}>{t(m.connections)}</LinkButton>
        </EmptyState>
      )}
      {ready.map((name) => (
        <Platform key={name} name={name} {...view} />
      ))}
      {others.length > 0 && (
        <ul className="film-platforms-off">
          {others.map((name) => (
            <OffPlatform key={name} name={name} isOffered={offered.includes(name)} connections={connections} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function OffPlatform({
  name,
  isOffered,
  connections,
}: {
  name: PlatformName;
  isOffered: boolean;
  connections: readonly Connection[];
}): ReactElement {
  const t = useT();
  const isExpired = connections.some(({ platform, state }) => platform === name && state === 'expired');
  return (
    <li>
      <PlatformMark platform={name} />
      <span>
        <strong>{PLATFORM_TITLES[name]}</strong> <small>{t(isExpired ? m.expired : isOffered ? m.notConnected : m.notOffered)}</small>
      </span>
      {isOffered && (
        <LinkButton kind="quiet" size="sm" icon="link" href={`/api/v1/publish/connect/${name}`}>
          {t(m.connect, { platform: PLATFORM_TITLES[name] })}
        </LinkButton>
      )}
    </li>
  );
}

function Platform({ name, typed, connections, measures }: PublishView & { name: PlatformName }): ReactElement {
  const account = connections.find(({ platform, state }) => platform === name && state === 'connected');
  const words = typed.words[name];
  const measure = measures.find(({ platform }) => platform === name);
  const privacies = privaciesOf(name);
  return (
    <div className="film-platform">
      <label className="film-platform-head">
        <input type="checkbox" name="platforms" value={name} defaultChecked={typed.platforms.includes(name)} />
        <PlatformMark platform={name} large />
        <span>
          <strong>{PLATFORM_TITLES[name]}</strong>
          {account && (
            <small>
              <bdi>{account.username ? `@${account.username}` : account.name}</bdi>
            </small>
          )}
        </span>
      </label>
      <div className="film-platform-words stack">
        {HAS_TITLE.has(name) && <TextInput name={`${name}_title`} label={m.name} value={words.title} maxLength={100} />}
        <TextArea name={`${name}_text`} label={HAS_TITLE.has(name) ? m.description : m.text} value={words.text} rows={4} />
        {measure && <MeasureLine measure={measure} />}
        {HAS_TITLE.has(name) && <TextInput name={`${name}_tags`} label={m.tags} hint={m.tagsHint} value={words.tags} autoComplete="off" />}
        {privacies.length > 0 && (
          <Select
            name={`${name}_privacy`}
            label={m.privacy}
            icon="eye"
            value={words.privacy}
            options={privacies.map((value) => ({ value, label: m[value] }))}
          />
        )}
      </div>
    </div>
  );
}

function MeasureLine({ measure: { platform, used, limit, fault } }: { measure: Measure }): ReactElement {
  return (
    <p className="film-measure" data-measure={platform} aria-live="polite">
      <span dir="ltr" className="tabular" data-count>
        {used} / {limit}
      </span>
      <span className="field-error" data-fault hidden={fault === null}>
        {fault}
      </span>
    </p>
  );
}
