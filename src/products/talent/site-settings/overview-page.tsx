/** The overview of settings: what is set here, what is kept secret, and the rooms that have settings of their own. */
import type { ReactElement } from 'react';
import type { Message } from '#kernel/message.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Definitions } from '#kernel/page/facts.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { SITE_NAME_LENGTH } from '#kernel/site-face.ts';
import { AdminTabs } from '../admin-tabs.tsx';
import { CUSTOMIZATION, placeNames, SETTINGS } from '../settings-places.ts';
import { formProps, type RefusedForm } from './form-kit.ts';
import { HISTORY } from './history-page.tsx';
import { m } from './messages.ts';

export const FORGET_OMDB = 'forget_omdb_api_key';

export interface KeyShown {
  readonly source: 'setting' | 'environment' | null;
  /** Its last letters; empty where they would tell too much. */
  readonly ending: string;
}
export interface OverviewView {
  readonly name: string;
  readonly configuredName: string;
  readonly version: string;
  readonly sender: string;
  readonly keys: Readonly<Record<'sendgrid' | 'openrouter' | 'omdb', KeyShown>>;
  readonly refused: RefusedForm | null;
}

export function OverviewPage(view: OverviewView): ReactElement {
  return (
    <>
      <PageHeader title={placeNames.settings} lead={m.lead} />
      <AdminTabs />
      <div className="stack gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <General {...view} />
          <State {...view} />
        </div>
        <Rooms />
      </div>
    </>
  );
}

function General({ name, configuredName, keys, refused }: OverviewView): ReactElement {
  const t = useT();
  return (
    <Card title={m.general} icon="building" id="general">
      <Form action={SETTINGS} id="general-form" {...formProps(refused, 'general', { site_name: name })}>
        <ErrorSummary labels={{ site_name: m.siteName, omdb_api_key: m.omdbKey }} />
        <TextInput
          name="site_name"
          label={m.siteName}
          hint={t(m.siteNameHint, { name: `\u2068${configuredName}\u2069` })}
          maxLength={SITE_NAME_LENGTH}
          autoComplete="off"
        />
        <PasswordInput name="omdb_api_key" label={m.omdbKey} hint={m.omdbHint} autoComplete="new-password" />
        {keys.omdb.source === 'setting' && <Checkbox name={FORGET_OMDB} label={t(m.forgetOmdb)} />}
        <FormActions>
          <Button icon="save">{t(m.save)}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

function State({ version, sender, keys }: OverviewView): ReactElement {
  const t = useT();
  const said = ({ source, ending }: KeyShown): string =>
    source === null ? t(m.keyNone) : t(source === 'setting' ? m.keyStored : m.keyGiven, { ending: `\u2066••••${ending}\u2069` });
  return (
    <Card title={m.state} lead={m.stateLead} icon="info" id="state">
      <Definitions
        items={[
          { term: m.version, value: version, icon: 'code', ltr: true, wide: true },
          { term: m.sender, value: sender, icon: 'mail', ltr: true, wide: true },
          { term: m.sendgridKey, value: said(keys.sendgrid), icon: 'key', wide: true },
          { term: m.openrouterKey, value: said(keys.openrouter), icon: 'key', wide: true },
          { term: m.omdbKey, value: said(keys.omdb), icon: 'key', wide: true },
        ]}
      />
    </Card>
  );
}

const ROOMS: readonly { readonly href: string; readonly icon: IconName; readonly name: Message; readonly text: Message }[] = [
  { href: CUSTOMIZATION, icon: 'palette', name: placeNames.customization, text: m.customizationText },
  { href: `${SETTINGS}/email-notifications`, icon: 'mail', name: m.letters, text: m.lettersText },
  { href: `${SETTINGS}/ai`, icon: 'sparkles', name: m.models, text: m.modelsText },
  { href: `${SETTINGS}/scheduler`, icon: 'clock', name: m.scheduler, text: m.schedulerText },
  { href: `${SETTINGS}/activity-logs`, icon: 'activity', name: m.logs, text: m.logsText },
  { href: HISTORY, icon: 'history', name: placeNames.history, text: m.historyText },
];

function Rooms(): ReactElement {
  const t = useT();
  return (
    <Card title={m.rooms} icon="sliders" id="rooms">
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {ROOMS.map(({ href, icon, name, text }) => (
          <li key={href}>
            <a className="setting-room" href={href}>
              <Icon name={icon} />
              <span>
                <strong>{t(name)}</strong>
                <small>{t(text)}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
