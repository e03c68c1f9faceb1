/** What became of a letter, as a word, a sign and a colour. */
import type { ReactElement } from 'react';
import type { LetterStatus } from '#kernel/mail/letter-log.ts';
import { Badge, type Tone } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import type { IconName } from '#kernel/page/icons.tsx';
import { statuses } from './messages.ts';

export const STATUS_LOOK: Readonly<Record<LetterStatus, { readonly tone: Tone; readonly icon: IconName }>> = {
  queued: { tone: 'info', icon: 'clock' },
  sent: { tone: 'success', icon: 'check' },
  failed: { tone: 'danger', icon: 'error' },
  unknown: { tone: 'warning', icon: 'warning' },
  disabled: { tone: 'neutral', icon: 'ban' },
};

export function StatusBadge({ status }: { status: LetterStatus }): ReactElement {
  const t = useT();
  return <Badge {...STATUS_LOOK[status]}>{t(statuses[status])}</Badge>;
}
