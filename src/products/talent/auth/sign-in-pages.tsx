/** The pages of coming in and going out: password, code of the second step, sign-out. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Account } from '#capabilities/identity/identity.ts';
import type { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { comesFromUs } from '#kernel/http/cross-site.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Alert, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { fieldOf, fieldsOf, refusalOf, requireFields } from './form.ts';
import { m } from './messages.ts';
import { safeReturnPath } from './return-path.ts';
import type { AuthTools } from './tools.ts';

const open = { config: { access: access.public, kind: 'page' } } as const;
const queryOf = (request: FastifyRequest): Readonly<Record<string, unknown>> => request.query as Record<string, unknown>;

export function registerSignInPages(door: Door, { identity, pages }: AuthTools): void {
  const show = (request: FastifyRequest, reply: FastifyReply, form: SignInForm): FastifyReply => {
    const status = form.refusal ? statusOf(form.refusal) : 200;
    if (form.refusal?.retryAfter !== undefined) reply.header('retry-after', String(form.refusal.retryAfter));
    const [title, body] = form.challenge
      ? [m.codeTitle, <CodePage key="code" {...form} />]
      : [m.signInTitle, <SignInPage key="in" {...form} />];
    const metadata = { description: say(m.signInDescription, request.language), path: '/auth/login' };
    return pages.send(request, reply, { title: say(title, request.language), body, status, frame: 'focus', metadata });
  };

  async function enter(request: FastifyRequest, reply: FastifyReply, account: Account): Promise<void> {
    await identity.openSession(request, reply, account);
  }

  door.get('/auth/login', open, async (request, reply) => {
    const next = safeReturnPath(queryOf(request)['next']);
    if (request.viewer) return reply.redirect(next, 303);
    return show(request, reply, { next, identifier: '', challenge: null, refusal: null });
  });

  door.post('/auth/login', open, async (request, reply) => {
    const next = safeReturnPath(fieldOf(request, 'next'));
    const identifier = fieldOf(request, 'identifier').trim();
    let challenge: string | null = null;
    const refusal = await refusalOf(async () => {
      const step = await identity.startSignIn(request, requireFields(request, ['identifier', 'password']));
      if (step.account) await enter(request, reply, step.account);
      challenge = step.challenge;
    });
    if (refusal || challenge) return show(request, reply, { next, identifier, challenge, refusal });
    return reply.redirect(next, 303);
  });

  door.post('/auth/login/code', open, async (request, reply) => {
    const next = safeReturnPath(fieldOf(request, 'next'));
    const challenge = fieldOf(request, 'challenge');
    const refusal = await refusalOf(async () => {
      const { code } = requireFields(request, ['code']);
      await enter(request, reply, await identity.finishSignIn(request, challenge, code));
    });
    if (!refusal) return reply.redirect(next, 303);
    const startAgain = refusal.code === 'CHALLENGE_EXPIRED';
    return show(request, reply, { next, identifier: '', challenge: startAgain ? null : challenge, refusal });
  });
  // Somebody who reloads the page of the code starts again.
  door.get('/auth/login/code', open, async (_request, reply) => reply.redirect('/auth/login', 303));

  /** A link on another site, or a browser that reads ahead, must not sign anybody out: then the page asks first. */
  const isMeant = (request: FastifyRequest): boolean =>
    comesFromUs(request) && !/prefetch|prerender/.test(String(request.headers['sec-purpose'] ?? ''));
  const leave = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    await identity.closeSession(request, reply);
    setFlash(reply, { kind: 'info', text: say(m.youAreOut, request.language) });
    return reply.redirect('/auth/login', 303);
  };
  door.get('/auth/logout', open, async (request, reply) => {
    if (!request.viewer) return reply.redirect('/auth/login', 303);
    if (isMeant(request)) return leave(request, reply);
    const body = (
      <Confirm title={m.signOutTitle} name={request.viewer.name} action="/auth/logout" submit={m.signOut} cancelHref="/">
        {say(m.signOutWhy, request.language)}
      </Confirm>
    );
    return pages.send(request, reply, { title: say(m.signOutTitle, request.language), body, frame: 'focus' });
  });
  door.post('/auth/logout', open, leave);
}

interface SignInForm {
  readonly next: string;
  readonly identifier: string;
  /** Set when the password was right and the code of the second step is awaited. */
  readonly challenge: string | null;
  readonly refusal: Failure | null;
}

function SignInPage({ next, identifier, refusal }: SignInForm): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.signInTitle} lead={m.signInLead} />
      <Card>
        <Form action="/auth/login" values={{ identifier }} errors={fieldsOf(refusal)}>
          <ErrorSummary labels={{ identifier: m.identifier, password: m.password }} />
          <Refusal refusal={refusal} />
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="identifier"
            label={m.identifier}
            required
            autoComplete="username"
            icon="user"
            maxLength={254}
            spellCheck={false}
            autoFocus={!identifier}
          />
          <PasswordInput name="password" label={m.password} required autoComplete="current-password" />
          <FormActions>
            <Button icon="sign-in" full>
              {t(m.signIn)}
            </Button>
          </FormActions>
        </Form>
      </Card>
      <p className="cluster">
        {t(m.noAccountYet)} <a href="/auth/register">{t(m.register)}</a>
      </p>
      <p className="text-muted">{t(m.forgotten)}</p>
    </div>
  );
}

function CodePage({ next, challenge, refusal }: SignInForm): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.codeTitle} lead={m.codeLead} />
      <Card>
        <Form action="/auth/login/code" errors={fieldsOf(refusal)}>
          <Refusal refusal={refusal} />
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="challenge" value={challenge ?? ''} />
          <TextInput
            name="code"
            label={m.code}
            required
            autoComplete="one-time-code"
            icon="key"
            maxLength={32}
            spellCheck={false}
            autoFocus
          />
          <FormActions>
            <Button icon="check">{t(m.check)}</Button>
            <LinkButton kind="quiet" href="/auth/login">
              {t(m.startAgain)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

/** What was refused, when it is not about one field. */
export function Refusal({ refusal }: { refusal: Failure | null }): ReactElement | null {
  const t = useT();
  if (!refusal || Object.keys(refusal.fields).length > 0) return null;
  if (refusal.kind === 'rate-limited') {
    return <Alert tone="warning">{t(m.tooMany, { minutes: Math.ceil((refusal.retryAfter ?? 60) / 60) })}</Alert>;
  }
  const isPlain = refusal.kind === 'unauthenticated' && refusal.code === 'AUTH_REQUIRED';
  return <Alert tone="danger">{isPlain ? t(m.wrong) : t(refusal.text, refusal.params)}</Alert>;
}
