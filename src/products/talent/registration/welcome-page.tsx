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
  const qr = member.qrFile ? `/static/uploads/${member.qrFile}` : null;
  return (
    <div className="register welcome">
      <PageHeader title={t(m.title, { name: member.firstName })} lead={m.lead} />
      <Card as="div" className="welcome-card">
        <div className="welcome-code">
          <p className="welcome-label">{t(m.yourCode)}</p>
          <p className="welcome-big">
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
        {qr && <img className="qr-plate" src={qr} alt={t(m.qr, { code: member.code })} width={220} height={220} />}
      </Card>
      <Card title={m.nextSteps}>
        <ul className="next-steps">
          <li>
            <ScoreRing value={member.score} label={pageMessages.profileScore} size="sm" />
            <span>
              <a href="/profile/edit">{t(m.complete)}</a>
              <small>{t(m.completeText, { score: member.score })}</small>
            </span>
          </li>
          <li>
            <Icon name="mail" />
            <span>{t(m.letter, { email: member.email ?? '' })}</span>
          </li>
          <li>
            <Icon name="id" />
            <span>{t(m.keep)}</span>
          </li>
        </ul>
      </Card>
      <LinkButton href="/profile/dashboard" kind="quiet" iconEnd="arrow-end">
        {t(m.home)}
      </LinkButton>
    </div>
  );
}
