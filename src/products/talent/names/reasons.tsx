/** Why two people are shown together: what speaks for it, what against, never by colour alone. */
import type { ReactElement } from 'react';
import { localeOf } from '#kernel/message.ts';
import { Badge } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { isAgainst, isReason, type Reason, reasonLabel } from './evidence.ts';
import type { Match } from './matches.ts';
import { m } from './messages.ts';

export function Reasons({ match: { reasons, similarity, strength } }: { match: Match }): ReactElement {
  const t = useT();
  return (
    <p className="cluster">
      <span className="sr-only">{t(m.likely, { strength })}</span>
      <ReasonTags reasons={reasons.filter(isReason)} similarity={similarity} />
    </p>
  );
}

export function ReasonTags({ reasons, similarity }: { reasons: readonly Reason[]; similarity: number }): ReactElement {
  const t = useT();
  const { language } = usePage();
  const score = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(similarity);
  return (
    <>
      {reasons.map((reason) => (
        <Badge key={reason} tone={isAgainst(reason) ? 'danger' : toneOf(reason)} icon={isAgainst(reason) ? 'close' : 'check'}>
          {reason === 'close_name' ? t(m.nameScore, { reason: t(reasonLabel(reason)), score }) : t(reasonLabel(reason))}
        </Badge>
      ))}
    </>
  );
}

const toneOf = (reason: Reason): 'success' | 'neutral' =>
  ['same_document', 'same_email', 'same_phone', 'same_birth'].includes(reason) ? 'success' : 'neutral';
