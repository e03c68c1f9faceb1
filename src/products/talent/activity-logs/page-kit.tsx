/** What every page of the logs uses. */
import type { ReactElement } from 'react';
import type { ActivityStatus, Severity } from '#kernel/audit-reading.ts';
import { access } from '#kernel/http/access.ts';
import type { Message } from '#kernel/message.ts';
import { Badge, PageHeader, type Tone } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import { AdminTabs } from '../admin-tabs.tsx';
import { STUDIO_ZONE } from '../email-notifications/email-notifications.ts';
import { m, severities, statuses } from './messages.ts';

export const LOGS = '/admin/settings/activity-logs';
export const SECURITY = `${LOGS}/security`;
export const STATISTICS = `${LOGS}/statistics`;
export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;

export const Moment = ({ at }: { at: Date }): ReactElement => <When at={at} as="moment" zone={STUDIO_ZONE} />;

export function LogsHeader(): ReactElement {
  const { path } = usePage();
  const rooms = [
    { label: m.activity, href: LOGS, icon: 'activity' },
    { label: m.security, href: SECURITY, icon: 'shield' },
    { label: m.statistics, href: STATISTICS, icon: 'chart' },
  ] as const;
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      <AdminTabs />
      <Tabs label={m.rooms} items={rooms.map((room) => ({ ...room, current: path === room.href }))} />
    </>
  );
}

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
}
const STATUS_LOOK: Readonly<Record<ActivityStatus, Look>> = {
  success: { tone: 'success', icon: 'check' },
  warning: { tone: 'warning', icon: 'ban' },
  error: { tone: 'danger', icon: 'error' },
};
const SEVERITY_LOOK: Readonly<Record<Severity, Look>> = {
  low: { tone: 'neutral', icon: 'info' },
  medium: { tone: 'info', icon: 'info' },
  high: { tone: 'warning', icon: 'warning' },
  critical: { tone: 'danger', icon: 'error' },
};

export const StatusBadge = ({ status }: { status: ActivityStatus }): ReactElement => (
  <Said look={STATUS_LOOK[status]} text={statuses[status]} />
);
export const SeverityBadge = ({ severity }: { severity: Severity }): ReactElement => (
  <Said look={SEVERITY_LOOK[severity]} text={severities[severity]} />
);

function Said({ look, text }: { look: Look; text: Message }): ReactElement {
  const t = useT();
  return <Badge {...look}>{t(text)}</Badge>;
}
