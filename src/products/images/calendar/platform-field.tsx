/** Where to post: the platforms with the accounts that are connected to them. */
import type { ReactElement } from 'react';
import {
  type Connection,
  PICTURE_PLATFORMS,
  type PicturePlatform,
  PLATFORM_TITLES,
  PlatformMark,
} from '#capabilities/publishing/publishing.ts';
import { Select } from '#kernel/page/choices.tsx';
import { useT } from '#kernel/page/context.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { compose as m } from './composer-messages.ts';

interface PlatformFieldProps {
  readonly chosen: readonly PicturePlatform[];
  readonly connections: readonly Connection[];
  readonly selected: Readonly<Record<PicturePlatform, string>>;
}

export function PlatformField({ chosen, connections, selected }: PlatformFieldProps): ReactElement {
  const t = useT();
  const { error } = useField({ name: 'platforms' });
  return (
    <fieldset id="f-platforms" aria-describedby={error && 'platforms-error'}>
      <legend className="sr-only">{t(m.platforms)}</legend>
      {error && (
        <p id="platforms-error" className="field-error">
          <Icon name="error" />
          {t(error.message, error.params)}
        </p>
      )}
      <div className="platform-choices">
        {PICTURE_PLATFORMS.map((name) => (
          <PlatformChoice key={name} name={name} isChosen={chosen.includes(name)} connections={connections} selected={selected[name]} />
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: PicturePlatform;
  readonly isChosen: boolean;
  readonly connections: readonly Connection[];
  readonly selected: string;
}

function PlatformChoice({ name, isChosen, connections, selected }: ChoiceProps): ReactElement {
  const t = useT();
  const own = connections.filter(({ platform, state }) => platform === name && state !== 'disconnected');
  const live = own.filter(({ state }) => state === 'connected');
  const [first] = live;
  return (
    <div className="platform-choice">
      <label>
        <input type="checkbox" name="platforms" value={name} defaultChecked={isChosen} />
        <PlatformMark platform={name} large />
        <span className="min-w-0">
          <strong>{PLATFORM_TITLES[name]}</strong>
          <small>{first ? <bdi>@{first.username || first.name}</bdi> : t(own.length > 0 ? m.expired : m.notConnected)}</small>
        </span>
      </label>
      {live.length > 1 && (
        <Select
          name={`connection_${name}`}
          label={t(m.account, { platform: PLATFORM_TITLES[name] })}
          value={selected}
          placeholder={null}
          options={live.map(({ id, name: label, username }) => ({
            value: id,
            label: { data: username ? `${label} (@${username})` : label },
          }))}
        />
      )}
    </div>
  );
}
