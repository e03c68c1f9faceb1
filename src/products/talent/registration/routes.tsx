/** The pages of registration. Each step is a plain form sent to the same address; the draft lives on the server. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { choicesOf, latestBirthday } from '../profile-form/profile-form.tsx';
import type { Flow, Outcome } from './flow.ts';
import { m, welcome } from './messages.ts';
import type { RegistrationTools } from './registration.ts';
import { RegisterPage } from './step-pages.tsx';
import { isStep, orderOf, STEPS, type StepName } from './steps.ts';
import { summaryOf } from './summary.ts';
import { WelcomePage } from './welcome-page.tsx';

const open = { config: { access: access.public, kind: 'page' } } as const;
const ADDRESS = '/auth/register';

export function registerSteps(door: Door, tools: RegistrationTools, flow: Flow): void {
  const query = Type.Object({ step: Type.Optional(Type.String()) });
  door.get(ADDRESS, { ...open, schema: { querystring: query } }, async (request, reply) => {
    if (request.viewer) return reply.redirect('/profile/dashboard', 303);
    const reached = (await flow.draftOf(request))?.step ?? 'account';
    const { step } = request.query;
    if (step === undefined) return show(tools, flow, request, reply, reached);
    if (!isStep(step) || orderOf(step) > orderOf(reached)) return reply.redirect(ADDRESS, 303);
    return show(tools, flow, request, reply, step);
  });

  door.post(ADDRESS, open, async (request, reply) => {
    if (request.viewer) return reply.redirect('/profile/dashboard', 303);
    const outcome = await flow.answer(request);
    if (outcome.kind === 'go') return reply.redirect(`${ADDRESS}?step=${outcome.step}`, 303);
    if (outcome.kind === 'gone') return startOver(request, reply);
    if (outcome.kind === 'refused') return show(tools, flow, request, reply, outcome.step, outcome);
    await signIn(tools, request, reply, outcome.accountId);
    return reply.redirect(`${ADDRESS}/done`, 303);
  });

  door.get(`${ADDRESS}/photo`, { config: { access: access.public, kind: 'page', internal: true } }, async (request, reply) => {
    const photo = (await flow.draftOf(request))?.photo;
    if (!photo) throw failure.notFound();
    return reply
      .type(photo.mediaType)
      .header('cache-control', 'private, max-age=3600')
      .send(await tools.files.open(photo));
  });

  door.get(`${ADDRESS}/done`, { config: { access: access.signedIn, kind: 'page' } }, async (request, reply) => {
    const member = await tools.members.get(request, request.viewer?.accountId ?? 0);
    const title = say(welcome.title, request.language, { name: member.firstName });
    return tools.pages.send(request, reply, { title, frame: 'focus', body: <WelcomePage member={member} /> });
  });
}

function startOver(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  setFlash(reply, { kind: 'warning', text: say(m.gone, request.language) });
  return reply.redirect(ADDRESS, 303);
}

type Refusal = Extract<Outcome, { kind: 'refused' }>;

async function show(
  tools: RegistrationTools,
  flow: Flow,
  request: FastifyRequest,
  reply: FastifyReply,
  step: StepName,
  refusal?: Refusal,
): Promise<FastifyReply> {
  const [draft, catalogue] = [await flow.draftOf(request), await tools.catalogue.snapshot()];
  const answers = { ...draft?.answers, ...refusal?.typed };
  const body = (
    <RegisterPage
      step={step}
      draft={draft}
      answers={answers}
      failure={refusal?.failure ?? null}
      choices={choicesOf(catalogue, request.language)}
      latestBirthday={latestBirthday(tools.clock.now())}
      summary={step === 'review' ? summaryOf(answers, catalogue, request.language) : []}
    />
  );
  const status = refusal ? statusOf(refusal.failure) : 200;
  return tools.pages.send(request, reply, {
    title: `${say(m[step], request.language)} · ${say(m.title, request.language)}`,
    body,
    status,
    frame: 'focus',
    // Later steps are of whoever is registering.
    ...(step === STEPS[0] ? { metadata: { description: say(m.description, request.language), path: ADDRESS } } : {}),
  });
}

/** Whoever registered is signed in: they proved the password a moment ago. */
export async function signIn(
  { db, identity }: RegistrationTools,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: number,
): Promise<void> {
  const account = await identity.find(db, accountId);
  if (!account) throw failure.notFound();
  await identity.openSession(request, reply, account);
}
