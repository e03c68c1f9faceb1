/** What a person sees once registered: the code, its QR, the card, and what comes next. */
import type { ReactElement } from 'react';
import { Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { ScoreRing } from '#kernel/page/gauges.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { pageMessages } from '#kernel/page/messages.ts';
import type { Member } from '../members/members.ts';
import { welcome as m } from './messages.ts';

export function WelcomePage({ member }: { member: Member }): ReactElement {
  const t = useT();
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
      <PageHeader title={t(m.title, { name: member.firstName })} lead={m.lead} />
      <CodePlate member={member} />
      <NextSteps member={member} />
      <LinkButton href="/profile/dashboard" kind="quiet" iconEnd="arrow-end">
        {t(m.home)}
      </LinkButton>
    </div>
  );
}

/** The code, large, to copy, to scan, to take away. */
function CodePlate({ member }: { member: Member }): ReactElement {
  const t = useT();
  const qr = member.qrFile ? `/static/uploads/${member.qrFile}` : null;
  return (
    <Card as="div">
      <div className="flex flex-wrap items-center justify-between gap-6">
        <div className="flex min-w-0 flex-col gap-4">
          <p className="text-muted">{t(m.yourCode)}</p>
          <p className="text-2xl [&_.code-tag]:text-2xl sm:[&_.code-tag]:text-3xl">
            <CodeTag code={member.code} copy />
          </p>
          <div className="cluster">
            <LinkButton href={`/profile/card/${member.code}.pdf`} icon="download">
              {t(m.card)}
            </LinkButton>
            {qr && (
              <LinkButton href={qr} icon="qr" kind="secondary" download>
                {t(m.qrDownload)}
              </LinkButton>
            )}
          </div>
        </div>
        {qr && (
          <img className="rounded-box border border-line bg-white" src={qr} alt={t(m.qr, { code: member.code })} width={220} height={220} />
        )}
      </div>
    </Card>
  );
}

const STEP = 'flex items-center gap-4 [&>.icon]:size-6 [&>.icon]:shrink-0 [&>.icon]:text-muted';

function NextSteps({ member }: { member: Member }): ReactElement {
  const t = useT();
  return (
    <Card title={m.nextSteps}>
      <ul className="flex flex-col gap-4">
        <li className={STEP}>
          <ScoreRing value={member.score} label={pageMessages.profileScore} size="sm" />
          <span>
            <a href="/profile/edit">{t(m.complete)}</a>
            <small className="block text-muted">{t(m.completeText, { score: member.score })}</small>
          </span>
        </li>
        <li className={STEP}>
          <Icon name="mail" />
          <span>{t(m.letter, { email: member.email ?? '' })}</span>
        </li>
        <li className={STEP}>
          <Icon name="id" />
          <span>{t(m.keep)}</span>
        </li>
      </ul>
    </Card>
  );
}
