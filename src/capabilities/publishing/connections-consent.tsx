/**
 * Back from a platform in a browser that nobody is signed in with: somebody left with a ticket of a program. The state knows whose it
 * is; that alone proves nothing about who sits there now, so they read whom they let in, and say yes, before anything is connected.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { say } from '#kernel/message.ts';
import { Alert, Button, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { consent, outcomes } from './connections-messages.ts';
import type { ConnectionTools } from './connections-store.ts';
import { type CallbackAsk, finishHandshake, type Handshaken, ownerOfHandshake } from './handshake.ts';

export interface ConsentTools extends ConnectionTools {
  readonly pages: Pages;
}
type Back = Omit<CallbackAsk, 'accountId'>;

export async function askStranger(tools: ConsentTools, request: FastifyRequest, reply: FastifyReply, back: Back): Promise<FastifyReply> {
  const owner = await ownerOfHandshake(tools, back.platform, back.state);
  // Nothing will be connected: there is nothing to ask.
  if (!owner || back.error !== null || back.code === null) return finishForStranger(tools, request, reply, back);
  const { title: platform } = tools.platforms[back.platform];
  const title = say(consent.title, request.language, { platform });
  const body = <Consent platform={platform} email={masked(owner.email)} action={pathOf(back)} state={back.state} code={back.code} />;
  return tools.pages.send(request, reply, { title, body });
}

export async function finishForStranger(
  tools: ConsentTools,
  request: FastifyRequest,
  reply: FastifyReply,
  back: Back,
): Promise<FastifyReply> {
  const owner = await ownerOfHandshake(tools, back.platform, back.state);
  const isTheirs = owner !== null && (request.viewer === null || request.viewer.accountId === owner.accountId);
  const outcome: Handshaken = isTheirs
    ? await finishHandshake(tools, { ...back, accountId: owner.accountId })
    : { kind: 'stale', returnTo: null };
  const { title: platform } = tools.platforms[back.platform];
  const title = say(consent.title, request.language, { platform });
  return tools.pages.send(request, reply, { title, body: <Outcome platform={platform} outcome={outcome} /> });
}

const pathOf = ({ platform }: Back): string => `/publications/connect/${platform}/callback`;

/** Enough for its owner to know it again: `c…e@example.com`. */
const masked = (email: string): string => email.replace(/^(.).*?(.?)@/, '$1…$2@');

interface ConsentProps {
  readonly platform: string;
  readonly email: string;
  readonly action: string;
  readonly state: string;
  readonly code: string;
}

function Consent({ platform, email, action, state, code }: ConsentProps): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader title={t(consent.title, { platform })} lead={t(consent.who, { platform, email })} />
      <Alert tone="warning">{t(consent.warning)}</Alert>
      <Form action={action}>
        <input type="hidden" name="state" value={state} />
        <input type="hidden" name="code" value={code} />
        <FormActions>
          <Button>{t(consent.allow)}</Button>
        </FormActions>
      </Form>
    </>
  );
}

function Outcome({ platform, outcome }: { readonly platform: string; readonly outcome: Handshaken }): ReactElement {
  const t = useT();
  const names = outcome.kind === 'connected' ? outcome.connections.map(({ name, username }) => name || `@${username}`).join(', ') : '';
  return (
    <>
      <PageHeader title={t(consent.title, { platform })} />
      <Alert tone={outcome.kind === 'connected' ? 'success' : outcome.kind === 'denied' ? 'info' : 'danger'}>
        {t(outcomes[outcome.kind], { platform, names })}
      </Alert>
      <p>{t(consent.close)}</p>
    </>
  );
}
