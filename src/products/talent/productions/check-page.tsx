/**
 * `/verify/:token`: what anybody who was contacted in the name of a company may check. It says yes, or clearly no, and in both cases
 * what to do. A seal that was withdrawn answers 410, one that never was 404, so that programs are not misled either.
 */
import type { ReactElement } from 'react';
import { qrSvg } from '#capabilities/printing/printing.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { localeOf, type Message, say } from '#kernel/message.ts';
import { Alert, Card } from '#kernel/page/components.tsx';
import { classes, usePage, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { ContactList } from './contact-list.tsx';
import { view } from './messages.ts';
import { isSealed, type Production } from './production.ts';
import type { Productions } from './productions.ts';
import { Logo } from './seal.tsx';
import { check } from './seal-messages.ts';
import type { ProductionRouteTools } from './tools.ts';

interface ByToken {
  readonly Params: { readonly token: string };
}

export function registerCheckPage(door: Door, tools: ProductionRouteTools & { readonly productions: Productions }): void {
  const { db, productions, pages, publicUrl } = tools;
  door.get<ByToken>('/verify/:token', { config: { access: access.public, kind: 'page' } }, async (request, reply) => {
    const production = await productions.ofToken(db, request.params.token);
    const status = production === null ? 404 : isSealed(production) ? 200 : 410;
    const title = say(status === 200 ? check.title : check.no, request.language);
    return pages.send(request, reply, { title, status, body: <CheckPage production={production} />, frame: 'public' });
  });

  const file = { config: { access: access.public, internal: true } } as const;
  door.get<ByToken>('/verify/:token/qr.svg', file, async (request, reply) => {
    const { token } = request.params;
    const production = await productions.ofToken(db, token);
    if (!production || !isSealed(production)) throw failure.notFound(check.no);
    const headers = { 'cache-control': 'public, max-age=3600', 'content-security-policy': "default-src 'none'; sandbox" };
    return reply
      .type('image/svg+xml')
      .headers({ ...headers, 'content-disposition': 'inline; filename="seal.svg"' })
      .send(await qrSvg(`${publicUrl}/verify/${token}`));
  });
}

function CheckPage({ production }: { production: Production | null }): ReactElement {
  const sealed = production !== null && isSealed(production);
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5">
      {sealed ? <Yes production={production} /> : <No production={production} />}
      <NeverPay />
      <Steps title={sealed ? check.doubt : check.doubtUnknown} first={sealed ? [check.stepCompare, check.stepCall] : [check.stepAsk]} />
    </div>
  );
}

/** A name keeps its own direction inside a sentence of another. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

const useDay = (): ((at: Date) => string) => {
  const { language } = usePage();
  return (at) => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
};

function Yes({ production }: { production: Production }): ReactElement {
  const t = useT();
  const { siteName } = usePage();
  const day = useDay();
  return (
    <>
      <Verdict tone="success" icon="verified" title={t(check.yes, { name: isolated(production.name) })}>
        <p>{t(check.yesLead, { site: siteName, date: production.verified ? day(production.verified.at) : '' })}</p>
        <Logo production={production} size="page" />
      </Verdict>
      <Card title={check.contacts} lead={check.contactsLead} icon="phone">
        <ContactList production={production} none={view.noContacts} />
      </Card>
    </>
  );
}

function No({ production }: { production: Production | null }): ReactElement {
  const t = useT();
  const { siteName } = usePage();
  const day = useDay();
  const facts = { site: siteName, name: isolated(production?.name ?? ''), date: production?.withdrawn ? day(production.withdrawn.at) : '' };
  const text: Message = production === null ? check.unknown : production.isVerified ? check.suspended : check.withdrawn;
  return (
    <Verdict tone="danger" icon="ban" title={t(check.no)}>
      <p>{t(text, facts)}</p>
    </Verdict>
  );
}

/** The answer in colour, sign and words. */
function Verdict({
  tone,
  icon,
  title,
  children,
}: {
  tone: 'success' | 'danger';
  icon: 'verified' | 'ban';
  title: string;
  children: ReactElement | readonly ReactElement[];
}): ReactElement {
  return (
    <section className={classes('card-box flex flex-col items-center gap-4 p-6 text-center sm:p-10', tone === 'danger' && 'card-danger')}>
      <span className={`confirm-icon tone-${tone}`}>
        <Icon name={icon} />
      </span>
      <h1 className="page-title wrap-anywhere">{title}</h1>
      {children}
    </section>
  );
}

function NeverPay(): ReactElement {
  const t = useT();
  const { siteName } = usePage();
  return (
    <Alert tone="warning" title={check.money}>
      {t(check.moneyText, { site: siteName })}
    </Alert>
  );
}

function Steps({ title, first }: { title: Message; first: readonly Message[] }): ReactElement {
  const t = useT();
  const { siteName } = usePage();
  return (
    <Card title={title} icon="shield">
      <ol className="flex list-decimal flex-col gap-2 ps-5">
        {[...first, check.stepRefuse, check.stepTell].map((step) => (
          <li key={step.en}>{t(step, { site: siteName })}</li>
        ))}
      </ol>
    </Card>
  );
}
