/** What a person sees once registered: the code, its QR, the card, and what comes next. */
import type { ReactElement } from 'react';
import { Alert, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { done as m } from './done-messages.ts';

export interface DoneView {
  readonly talent: ListedCinemaTalent;
  readonly address: string;
  readonly forOther: boolean;
  /** The reader may open the file though it is not public. */
  readonly mayOpen: boolean;
  /** Where they were when they were sent to register. */
  readonly comeback: string | null;
}

export function DonePage(view: DoneView): ReactElement {
  const t = useT();
  const { talent, forOther } = view;
  const name = forOther ? `${talent.firstName} ${talent.lastName}` : talent.firstName;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
      <PageHeader title={t(forOther ? m.titleFor : m.title, { name })} lead={forOther ? m.leadFor : m.lead} />
      {view.comeback && <Comeback href={view.comeback} />}
      <CodePlate {...view} />
      <NextSteps {...view} />
      <div className="cluster justify-center">
        {forOther && (
          <LinkButton href="/cinema/talents" kind="quiet">
            {t(m.list)}
          </LinkButton>
        )}
        <LinkButton href={view.address} kind="quiet" icon="user-plus">
          {t(m.another)}
        </LinkButton>
      </div>
    </div>
  );
}

/** They came to apply for a casting: that is what is left to do. */
function Comeback({ href }: { href: string }): ReactElement {
  const t = useT();
  return (
    <Card title={m.comeback} icon="masks" tone="accent">
      <div className="stack">
        <p>{t(m.comebackText)}</p>
        <div className="cluster">
          <LinkButton href={href} size="lg" iconEnd="arrow-end">
            {t(m.comebackGo)}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

/** The code, large, to copy, to scan, to take away. */
function CodePlate({ talent, address, forOther, mayOpen }: DoneView): ReactElement {
  const t = useT();
  const qr = talent.qrFile ? `/static/uploads/${talent.qrFile}` : null;
  return (
    <Card as="div">
      <div className="grid items-center gap-6 sm:grid-cols-[1fr_auto]">
        <div className="flex min-w-0 flex-col gap-4">
          <p className="text-muted">{t(forOther ? m.theirCode : m.yourCode)}</p>
          <p className="text-2xl [&_.code-tag]:text-3xl sm:[&_.code-tag]:text-4xl">
            <CodeTag code={talent.code} copy />
          </p>
          <div className="cluster">
            <LinkButton href={`${address}/done/card.pdf`} icon="download">
              {t(m.card)}
            </LinkButton>
            {qr && (
              <LinkButton href={qr} icon="qr" kind="secondary" download>
                {t(m.qrDownload)}
              </LinkButton>
            )}
            {(talent.isPublic || mayOpen) && (
              <LinkButton href={`/cinema/profile/${talent.code}`} icon="eye" kind="secondary">
                {t(talent.isPublic ? m.profile : m.file)}
              </LinkButton>
            )}
          </div>
        </div>
        {qr && (
          <img className="rounded-box border border-line bg-white" src={qr} alt={t(m.qr, { code: talent.code })} width={220} height={220} />
        )}
      </div>
    </Card>
  );
}

function NextSteps({ forOther }: DoneView): ReactElement | null {
  const t = useT();
  if (forOther) return null;
  const steps = [
    ['mail', m.letter],
    ['id', m.keep],
    ['lock', m.shownOneDay],
  ] as const;
  return (
    <Card title={m.nextSteps}>
      <div className="stack">
        <ul className="flex flex-col gap-4">
          {steps.map(([icon, text]) => (
            <li key={icon} className="flex items-center gap-4 [&>.icon]:size-6 [&>.icon]:shrink-0 [&>.icon]:text-muted">
              <Icon name={icon} />
              <span>{t(text)}</span>
            </li>
          ))}
        </ul>
        <Alert tone="warning">{t(m.free)}</Alert>
      </div>
    </Card>
  );
}
