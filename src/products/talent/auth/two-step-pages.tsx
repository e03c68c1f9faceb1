/** Turning two-step sign-in on and off: the code to scan, the first code typed back, the recovery codes. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { ReactElement } from 'react';
import { enrolmentUri } from '#capabilities/identity/identity.ts';
import type { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { CodeTag } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { nameOf } from '#kernel/site-face.ts';
import { fieldOf, fieldsOf, refusalOf, requireFields } from './form.ts';
import { m } from './messages.ts';
import { done, ownSecurity, SECURITY, showSecurity, viewerIn } from './security-pages.tsx';
import { Refusal } from './sign-in-pages.tsx';
import type { AuthTools } from './tools.ts';

const TWO_STEP = `${SECURITY}/two-step`;

export function registerTwoStepPages(door: Door, tools: AuthTools): void {
  const { identity, audit, pages, siteName } = tools;
  const { secondFactor } = identity;

  /** Asks for the password first: a telephone left unlocked on a table must not be enough to lock its owner out. */
  const confirmed = (request: FastifyRequest, work: (accountId: number) => Promise<void>): Promise<Failure | null> =>
    refusalOf(async () => {
      const { accountId } = viewerIn(request);
      const { password } = requireFields(request, ['password']);
      await identity.confirmPassword(request, accountId, password, 'password');
      await work(accountId);
    });
  const refuse = (request: FastifyRequest, reply: FastifyReply, refusal: Failure): Promise<FastifyReply> =>
    showSecurity(tools, request, reply, { refused: { form: 'two-step', refusal } });
  const showCodes = (request: FastifyRequest, reply: FastifyReply, codes: readonly string[]): FastifyReply =>
    pages.send(request, reply, { title: say(m.recoveryTitle, request.language), body: <RecoveryCodes codes={codes} />, frame: 'focus' });

  const showEnrolment = async (request: FastifyRequest, reply: FastifyReply, refusal: Failure | null = null): Promise<FastifyReply> => {
    const { accountId, email } = viewerIn(request);
    const secret = await secondFactor.pending(accountId);
    const svg = await QRCode.toString(enrolmentUri(secret, { issuer: await nameOf(siteName), account: email }), { type: 'svg', margin: 2 });
    const body = <Enrolment secret={secret} qr={`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`} refusal={refusal} />;
    return pages.send(request, reply, {
      title: say(m.enrolTitle, request.language),
      body,
      status: refusal ? statusOf(refusal) : 200,
      frame: 'focus',
    });
  };

  door.post(`${TWO_STEP}/start`, ownSecurity, async (request, reply) => {
    const refusal = await confirmed(request, async (accountId) => void (await secondFactor.begin(accountId)));
    return refusal ? refuse(request, reply, refusal) : reply.redirect(TWO_STEP, 303);
  });

  door.get(TWO_STEP, ownSecurity, async (request, reply) => {
    const refusal = await refusalOf(async () => void (await secondFactor.pending(viewerIn(request).accountId)));
    return refusal ? reply.redirect(`${SECURITY}#two-step`, 303) : showEnrolment(request, reply);
  });

  door.post(`${TWO_STEP}/confirm`, ownSecurity, async (request, reply) => {
    const { accountId } = viewerIn(request);
    let codes: readonly string[] = [];
    const refusal = await refusalOf(async () => {
      codes = await secondFactor.confirm(accountId, fieldOf(request, 'code'));
      await audit.security(request, { event: 'two_step_on', severity: 'medium', accountId });
    });
    if (refusal?.kind === 'conflict') return reply.redirect(`${SECURITY}#two-step`, 303);
    return refusal ? showEnrolment(request, reply, refusal) : showCodes(request, reply, codes);
  });

  door.post(`${TWO_STEP}/codes`, ownSecurity, async (request, reply) => {
    let codes: readonly string[] = [];
    const refusal = await confirmed(request, async (accountId) => {
      codes = await secondFactor.renewRecoveryCodes(accountId);
      await audit.security(request, { event: 'recovery_codes_renewed', severity: 'medium', accountId });
    });
    return refusal ? refuse(request, reply, refusal) : showCodes(request, reply, codes);
  });

  door.post(`${TWO_STEP}/stop`, ownSecurity, async (request, reply) => {
    const refusal = await confirmed(request, async (accountId) => {
      await secondFactor.disable(accountId);
      await audit.security(request, { event: 'two_step_off', severity: 'high', accountId });
    });
    return refusal ? refuse(request, reply, refusal) : done(request, reply, m.twoStepIsOff);
  });
}

const TRAIL = [{ label: m.securityTitle, href: SECURITY }];

function Enrolment({ secret, qr, refusal }: { secret: string; qr: string; refusal: Failure | null }): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.enrolTitle} lead={m.enrolScan} crumbs={TRAIL} />
      <Card>
        <div className="stack">
          <img src={qr} alt={t(m.enrolQr)} width={220} height={220} />
          <p>
            {t(m.enrolByHand)} <CodeTag code={(secret.match(/.{1,4}/g) ?? []).join(' ')} copy />
          </p>
          <Form action={`${TWO_STEP}/confirm`} errors={fieldsOf(refusal)}>
            <Refusal refusal={refusal} />
            <TextInput
              name="code"
              label={m.enrolCode}
              required
              autoComplete="one-time-code"
              inputMode="numeric"
              icon="key"
              maxLength={10}
              autoFocus
            />
            <FormActions>
              <Button icon="check">{t(m.twoStepStart)}</Button>
              <LinkButton kind="quiet" href={SECURITY}>
                {t(m.cancel)}
              </LinkButton>
            </FormActions>
          </Form>
        </div>
      </Card>
    </div>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.recoveryTitle} crumbs={TRAIL} />
      <Alert tone="success" title={m.twoStepIsOn}>
        {t(m.recoveryLead)}
      </Alert>
      <Card>
        <ul className="columns">
          {codes.map((code) => (
            <li key={code}>
              <CodeTag code={code} />
            </li>
          ))}
        </ul>
      </Card>
      <LinkButton href={SECURITY} icon="check">
        {t(m.recoveryDone)}
      </LinkButton>
    </div>
  );
}
