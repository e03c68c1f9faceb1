/** The seal on the page of a company: QR and check page when it bears it; what to do about it, for administrators. */
import type { ReactElement } from 'react';
import { isAdmin } from '#kernel/http/access.ts';
import { Card, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { type Definition, Definitions, When } from '#kernel/page/facts.tsx';
import { isSealed, type Production } from './production.ts';
import { seal } from './seal-messages.ts';

export function SealCard({ production }: { production: Production }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  const sealed = isSealed(production);
  const admin = isAdmin(viewer);
  if (!sealed && !admin) return null;
  return (
    <Card title={seal.title} icon="verified">
      <div className="flex flex-col gap-4">
        {sealed ? (
          <SealQr production={production} printed={admin} />
        ) : (
          <p className="text-muted">{t(production.isVerified ? seal.suspended : seal.none)}</p>
        )}
        <History production={production} named={admin} />
        {admin && (
          <LinkButton
            href={`/cinema/productions/${production.id}/${production.isVerified ? 'unverify' : 'verify'}`}
            kind={production.isVerified ? 'quiet' : 'secondary'}
            icon={production.isVerified ? 'ban' : 'verified'}
            full
          >
            {t(production.isVerified ? seal.withdraw : seal.give)}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}

function SealQr({ production, printed }: { production: Production; printed: boolean }): ReactElement {
  const t = useT();
  const page = `/verify/${production.sealToken}`;
  return (
    <>
      <p className="text-sm text-muted">{[t(seal.lead), ...(printed ? [t(seal.print)] : [])].join(' ')}</p>
      <img
        className="self-center rounded-box border border-line bg-white"
        src={`${page}/qr.svg`}
        alt={t(seal.qr, { name: production.name })}
        width={180}
        height={180}
      />
      <div className="flex flex-col gap-2">
        <LinkButton href={page} kind="secondary" iconEnd="arrow-end" full>
          {t(seal.open)}
        </LinkButton>
        <LinkButton href={`${page}/qr.svg`} kind="quiet" icon="download" download full>
          {t(seal.download)}
        </LinkButton>
      </div>
    </>
  );
}

/** Who gave or took it is for administrators. */
function History({ production, named }: { production: Production; named: boolean }): ReactElement | null {
  const { isVerified, verified, withdrawn } = production;
  const act = isVerified ? verified : withdrawn;
  if (!act) return null;
  const items: readonly Definition[] = [
    { term: isVerified ? seal.since : seal.withdrawnOn, value: <When at={act.at} as="date" />, icon: 'calendar' },
    ...(named && act.by ? [{ term: seal.by, value: act.by, icon: 'user' as const }] : []),
  ];
  return <Definitions items={items} />;
}
