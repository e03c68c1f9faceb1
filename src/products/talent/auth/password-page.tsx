/** Whoever came in with a temporary password chooses their own before anything else. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { MIN_PASSWORD_LENGTH } from '#capabilities/identity/identity.ts';
import { type Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { PasswordInput } from '#kernel/page/fields.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { fieldOf, fieldsOf, newPasswordOf, refusalOf } from './form.ts';
import { m } from './messages.ts';
import { safeReturnPath } from './return-path.ts';
import { Refusal } from './sign-in-pages.tsx';
import type { AuthTools } from './tools.ts';

const PATH = '/account/password';
/** Pages that stay open: the change itself, the way out, the choice of language. */
const STILL_OPEN = new Set([PATH, '/auth/logout', '/preferences']);
const signedIn = { config: { access: access.signedIn, kind: 'page' } } as const;

/** Sends every page of a person with a temporary password to the change, and refuses what the API keeps from strangers. */
export function keepToPasswordChange(door: Door): void {
  door.addHook('preHandler', async (request, reply) => {
    const { url = '', config } = request.routeOptions;
    const isRoute = config.access !== undefined && !config.internal; // a wrong address stays a wrong address
    if (!request.viewer?.mustChangePassword || !isRoute || STILL_OPEN.has(url)) return;
    if (config.kind === 'page') {
      const next = request.method === 'GET' ? `?${new URLSearchParams({ next: safeReturnPath(request.url) })}` : '';
      return reply.redirect(`${PATH}${next}`, 303);
    }
    const isOpen = config.access === access.public || url === '/api/v1/auth/logout';
    if (!isOpen) throw failure.forbidden(m.changeFirst, 'PASSWORD_CHANGE_REQUIRED');
  });
}

export function registerPasswordPage(door: Door, { identity, pages }: AuthTools): void {
  const show = (request: FastifyRequest, reply: FastifyReply, next: string, refusal: Failure | null = null): FastifyReply => {
    const body = <ChoosePassword next={next} refusal={refusal} />;
    const status = refusal ? statusOf(refusal) : 200;
    return pages.send(request, reply, { title: say(m.choosePasswordTitle, request.language), body, status, frame: 'focus' });
  };

  door.get(PATH, signedIn, async (request, reply) => {
    if (!request.viewer?.mustChangePassword) return reply.redirect('/account/security#password', 303);
    return show(request, reply, safeReturnPath((request.query as Record<string, unknown>)['next']));
  });

  door.post(PATH, signedIn, async (request, reply) => {
    const next = safeReturnPath(fieldOf(request, 'next'));
    const refusal = await refusalOf(() =>
      identity.replaceTemporaryPassword(request, request.viewer?.accountId ?? 0, newPasswordOf(request)),
    );
    if (refusal) return show(request, reply, next, refusal);
    setFlash(reply, { kind: 'success', text: say(m.passwordChanged, request.language) });
    return reply.redirect(next, 303);
  });
}

function ChoosePassword({ next, refusal }: { next: string; refusal: Failure | null }): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={m.choosePasswordTitle} lead={m.choosePasswordLead} />
      <Card>
        <Form action={PATH} errors={fieldsOf(refusal)}>
          <ErrorSummary labels={{ new_password: m.newPassword, new_password2: m.newPasswordAgain }} />
          <Refusal refusal={refusal} />
          <input type="hidden" name="next" value={next} />
          <NewPasswordFields />
          <FormActions>
            <Button icon="lock">{t(m.save)}</Button>
            <LinkButton kind="quiet" href="/auth/logout">
              {t(m.signOut)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

export const NewPasswordFields = (): ReactElement => (
  <>
    <PasswordInput
      name="new_password"
      label={m.newPassword}
      hint={m.passwordHint}
      required
      autoComplete="new-password"
      strength
      minLength={MIN_PASSWORD_LENGTH}
    />
    <PasswordInput name="new_password2" label={m.newPasswordAgain} required autoComplete="new-password" minLength={MIN_PASSWORD_LENGTH} />
  </>
);
