/** What wanted days meet, said before anything is booked: which project, which days, and whether it forbids. */
import type { ReactElement } from 'react';
import { Badge, Card, type Tone } from '#kernel/page/components.tsx';
import { type Text, usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { blocking, type Clash, type ClashWeight } from './clashes.ts';
import { daysText } from './page-kit.tsx';
import { assign } from './team-messages.ts';
import { KINDS } from './team-table.tsx';

/** Something forbids it that a yes would allow. */
export const mayAccept = (clashes: readonly Clash[]): boolean =>
  blocking(clashes, false).length > 0 && blocking(clashes, true).length === 0;

const WEIGHTS: Readonly<Record<ClashWeight, readonly [tone: Tone, label: Text]>> = {
  never: ['danger', assign.never],
  'unless-accepted': ['warning', assign.ifAccepted],
  warning: ['info', assign.known],
};

export function ClashList({ clashes }: { clashes: readonly Clash[] }): ReactElement {
  const t = useT();
  if (clashes.length === 0) {
    return (
      <p className="notice tone-success" role="status">
        <Icon name="success" />
        {t(assign.isFree)}
      </p>
    );
  }
  return (
    <Card title={assign.clashes} icon="warning">
      <ul className="divide-y divide-line">
        {clashes.map((clash) => (
          <ClashLine key={`${clash.kind} ${clash.project?.id} ${clash.from} ${clash.wanted}`} clash={clash} />
        ))}
      </ul>
    </Card>
  );
}

function ClashLine({ clash }: { clash: Clash }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const [tone, label] = WEIGHTS[clash.weight];
  return (
    <li className="py-2">
      <span className="flex flex-wrap items-center justify-between gap-2">
        <strong>{clash.project?.name ?? clash.reason ?? t(KINDS[clash.kind].label)}</strong>
        <Badge tone={tone}>{t(label)}</Badge>
      </span>
      <span className="text-sm text-muted">
        {t(KINDS[clash.kind].label)} · {daysText(clash, language)}
      </span>
    </li>
  );
}
