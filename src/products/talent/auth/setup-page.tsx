/** The one-time page, behind the link printed at first start, that makes the first administrator. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { MIN_PASSWORD_LENGTH } from '#capabilities/identity/identity.ts';
import { type Failure, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Button, Card, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { PasswordInput, TextInput } from '#kernel/page/fields.tsx';
import { ErrorSummary, FieldRow, Form, FormActions, type FormValues } from '#kernel/page/forms.tsx';
import { fieldOf, fieldsOf, refusalOf, requireFields } from './form.ts';
import { m } from './messages.ts';
import { Refusal } from './sign-in-pages.tsx';
import type { AuthTools } from './tools.ts';

const open = { config: { access: access.public, kind: 'page' } } as const;
const NAMES = ['first_name', 'last_name', 'email'] as const;

export function registerSetupPage(door: Door, { identity, audit, pages }: AuthTools): void {
  const show = (request: FastifyRequest, reply: FastifyReply, form: SetupForm): FastifyReply => {
    const status = form.refusal ? statusOf(form.refusal) : 200;
    return pages.send(request, reply, {
      title: say(m.setupTitle, request.language),
      body: <SetupPage {...form} />,
      status,
      frame: 'focus',
    });
  };
  const requireOpen = async (token: string): Promise<void> => {
    if (!(await identity.isSetupOpen(token))) throw failure.notFound(m.setupClosed);
  };

  door.get<{ Params: { token: string } }>('/setup/:token', open, async (request, reply) => {
    const { token } = request.params;
    await requireOpen(token);
    return show(request, reply, { token, typed: {}, refusal: null });
  });

  door.post<{ Params: { token: string } }>('/setup/:token', open, async (request, reply) => {
    const { token } = request.params;
    await requireOpen(token);
    const refusal = await refusalOf(async () => {
      const typed = requireFields(request, [...NAMES, 'password']);
      const person = { email: typed.email, password: typed.password, firstName: typed.first_name, lastName: typed.last_name };
      const account = await identity.setUp(token, person);
      await identity.openSession(request, reply, account);
      await audit.security(request, { event: 'first_admin_created', severity: 'high', accountId: account.id });
    });
    if (!refusal) return reply.redirect('/', 303);
    return show(request, reply, { token, typed: Object.fromEntries(NAMES.map((name) => [name, fieldOf(request, name)])), refusal });
  });
}

interface SetupForm {
  readonly token: string;
  readonly typed: FormValues;
  readonly refusal: Failure | null;
}

function SetupPage({ token, typed, refusal }: SetupForm): ReactElement {
  const t = useT();
  const labels = { first_name: m.firstName, last_name: m.lastName, email: m.email, password: m.password };
  return (
    <div className="stack">
      <PageHeader title={m.setupTitle} lead={m.setupLead} />
      <Card>
        <Form action={`/setup/${encodeURIComponent(token)}`} values={typed} errors={fieldsOf(refusal)}>
          <ErrorSummary labels={labels} />
          <Refusal refusal={refusal} />
          <FieldRow>
            <TextInput name="first_name" label={labels.first_name} required autoComplete="given-name" maxLength={100} autoFocus />
            <TextInput name="last_name" label={labels.last_name} required autoComplete="family-name" maxLength={100} />
          </FieldRow>
          <TextInput name="email" type="email" label={labels.email} required autoComplete="email" icon="mail" maxLength={254} />
          <PasswordInput
            name="password"
            label={labels.password}
            hint={m.passwordHint}
            required
            autoComplete="new-password"
            strength
            minLength={MIN_PASSWORD_LENGTH}
          />
          <FormActions>
            <Button icon="shield">{t(m.createAdmin)}</Button>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}
