/** `/publications/connections`: the platforms, the accounts that were lent to us, and how they are. */
import type { ReactElement } from 'react';
import { type Connection, PLATFORM_NAMES, PLATFORM_TITLES, PlatformMark, type PlatformName } from '#capabilities/publishing/publishing.ts';
import { Alert, Badge, Button, LinkButton, type Tone } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { connections as m } from './connection-messages.ts';
import { Moment, ZoneLink } from './moments.tsx';
import { ROOT } from './requests.ts';
import { Room } from './rooms-view.tsx';

interface ConnectionsView {
  readonly connections: readonly Connection[];
  readonly isOffered: (platform: PlatformName) => boolean;
  readonly isPlayed: boolean;
  readonly zone: string;
  readonly now: Date;
}

const KINDS = {
  ...{ instagram: m.forInstagram, facebook: m.forFacebook, twitter: m.forTwitter },
  ...{ youtube: m.forYoutube, linkedin: m.forLinkedin, tiktok: m.forTiktok },
} as const;
const VARIABLES = {
  instagram: ['META_APP_ID', 'META_APP_SECRET'],
  facebook: ['META_APP_ID', 'META_APP_SECRET'],
  twitter: ['X_CLIENT_ID', 'X_CLIENT_SECRET'],
  youtube: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  linkedin: ['LINKEDIN_CLIENT_ID', 'LINKEDIN_CLIENT_SECRET'],
  tiktok: ['TIKTOK_CLIENT_KEY', 'TIKTOK_CLIENT_SECRET'],
} as const satisfies Record<PlatformName, readonly string[]>;

const connectHref = (platform: PlatformName): string =>
  `${ROOT}/connect/${platform}?${new URLSearchParams({ return_to: `${ROOT}/connections` })}`;

export function ConnectionsPage(view: ConnectionsView): ReactElement {
  const t = useT();
  const { connections, isPlayed, zone, now } = view;
  return (
    <Room title={m.title} lead={m.lead} isPlayed={isPlayed} actions={<ZoneLink zone={zone} at={now} />}>
      <div className="stack">
        {isPlayed && (
          <Alert title={m.simulatedTitle}>
            <p>{t(m.simulatedText)}</p>
            <p className="mt-2">
              <LinkButton kind="secondary" size="sm" href={`${ROOT}/simulated`}>
                {t(m.seeFeed)}
              </LinkButton>
            </p>
          </Alert>
        )}
        <div className="platform-cards">
          {PLATFORM_NAMES.map((platform) => (
            <PlatformCard key={platform} platform={platform} own={connections.filter((one) => one.platform === platform)} view={view} />
          ))}
        </div>
      </div>
    </Room>
  );
}

function PlatformCard({
  platform,
  own,
  view,
}: {
  platform: PlatformName;
  own: readonly Connection[];
  view: ConnectionsView;
}): ReactElement {
  const t = useT();
  const isOffered = view.isOffered(platform);
  const isFirst = own.every(({ state }) => state === 'disconnected');
  return (
    <section className="card-box platform-card" aria-labelledby={`platform-${platform}`}>
      <header>
        <PlatformMark platform={platform} large />
        <div>
          <h2 id={`platform-${platform}`}>{PLATFORM_TITLES[platform]}</h2>
          <p>{t(KINDS[platform])}</p>
        </div>
      </header>
      {own.map((connection) => (
        <Account key={connection.id} connection={connection} zone={view.zone} />
      ))}
      {own.length === 0 && (
        <p className="platform-none">
          <strong>{t(m.none)}</strong> {t(m.noneText)}
        </p>
      )}
      {isOffered ? (
        <LinkButton kind={isFirst ? 'primary' : 'quiet'} icon="link" href={connectHref(platform)}>
          {isFirst ? t(m.connect, { platform: PLATFORM_TITLES[platform] }) : t(m.another)}
        </LinkButton>
      ) : (
        <Alert tone="warning">{t(m.notOffered, { variables: VARIABLES[platform].join(', ') })}</Alert>
      )}
    </section>
  );
}

const LOOKS: Readonly<Record<Connection['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  connected: { tone: 'success', icon: 'success' },
  expired: { tone: 'warning', icon: 'warning' },
  disconnected: { tone: 'neutral', icon: 'offline' },
};

function Account({ connection, zone }: { connection: Connection; zone: string }): ReactElement {
  const t = useT();
  const { name, username, state, problem, isSimulated } = connection;
  return (
    <article className="account">
      <p className="account-name">
        <strong dir="auto">{name || username}</strong>
        {username && (
          <small>
            <bdi dir="ltr">@{username}</bdi>
          </small>
        )}
      </p>
      <p className="cluster">
        <Badge {...LOOKS[state]}>{t(m[state])}</Badge>
        {isSimulated && (
          <Badge tone="info" icon="masks">
            {t(m.simulated)}
          </Badge>
        )}
      </p>
      {problem && (
        <p className="account-problem" dir="auto">
          {problem}
        </p>
      )}
      <Definitions items={factsOf(connection, zone, t)} />
      <AccountActs connection={connection} />
    </article>
  );
}

function AccountActs({ connection: { id, state, platform } }: { connection: Connection }): ReactElement {
  const t = useT();
  return (
    <div className="cluster">
      {state === 'expired' && (
        <LinkButton size="sm" icon="link" href={connectHref(platform)}>
          {t(m.reconnect)}
        </LinkButton>
      )}
      {state !== 'disconnected' && (
        <>
          <Form action={`${ROOT}/connections/${id}/check`} id={`check-${id}`}>
            <Button kind="secondary" size="sm" icon="activity">
              {t(m.check)}
            </Button>
          </Form>
          <LinkButton kind="quiet" size="sm" href={`${ROOT}/connections/${id}/disconnect`}>
            {t(m.disconnect)}
          </LinkButton>
        </>
      )}
    </div>
  );
}

const factsOf = ({ accessExpiresAt, connectedAt, checkedAt }: Connection, zone: string, t: ReturnType<typeof useT>) => [
  { term: m.since, value: <Moment at={connectedAt} zone={zone} /> },
  { term: m.expiry, value: accessExpiresAt ? <Moment at={accessExpiresAt} zone={zone} /> : t(m.noExpiry) },
  { term: m.checked, value: checkedAt ? <Moment at={checkedAt} zone={zone} /> : t(m.never) },
];

export function DisconnectPage({ connection }: { connection: Connection }): ReactElement {
  const t = useT();
  const at = `${ROOT}/connections`;
  return (
    <Confirm
      title={m.disconnectTitle}
      name={`${PLATFORM_TITLES[connection.platform]} · ${connection.name || connection.username}`}
      action={`${at}/${connection.id}/disconnect`}
      submit={m.disconnect}
      cancelHref={at}
      danger
    >
      {t(m.disconnectText)}
    </Confirm>
  );
}
