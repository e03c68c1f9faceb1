/** The keys: giving one, trying it, removing it. A refused key is not written back into the page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { TextProviderName, TextState } from '#capabilities/generation/generation.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { answersOf, textOf } from '../profile-form/profile-form.tsx';
import type { AiSettingsTools } from './ai-settings.ts';
import { removeKey, setKey } from './changes.ts';
import { readKey } from './fields.ts';
import { PROVIDER_NAMES, wordsOf } from './key-words.ts';
import { m } from './messages.ts';
import { AI_SETTINGS, adminPage, showSettings } from './setting-routes.tsx';

interface OfProvider {
  readonly Params: { readonly provider: string };
}

function providerOf(request: FastifyRequest): TextProviderName {
  const { provider } = request.params as OfProvider['Params'];
  if (provider !== 'openrouter' && provider !== 'openai') throw failure.notFound();
  return provider;
}

export function registerKeyRoutes(door: Door, tools: AiSettingsTools): void {
  door.post<OfProvider>(`${AI_SETTINGS}/:provider/key`, adminPage, async (request, reply) => saveKey(tools, request, reply));

  door.post<OfProvider>(`${AI_SETTINGS}/:provider/test`, adminPage, async (request, reply) => {
    await tellReport(tools, request, reply, providerOf(request));
    return reply.redirect(AI_SETTINGS, 303);
  });

  door.get<OfProvider>(`${AI_SETTINGS}/:provider/remove`, adminPage, async (request, reply) => {
    const provider = providerOf(request);
    const state = await tools.generation.desk.state();
    if (state.keys[provider].source !== 'setting') return nothingToRemove(request, reply);
    const body = <ConfirmRemoval provider={provider} state={state} />;
    return tools.pages.send(request, reply, { title: say(m.removeTitle, request.language), body });
  });

  door.post<OfProvider>(`${AI_SETTINGS}/:provider/remove`, adminPage, async (request, reply) => {
    const provider = providerOf(request);
    const state = await tools.generation.desk.state();
    if (state.keys[provider].source !== 'setting') return nothingToRemove(request, reply);
    await removeKey(tools, request, provider);
    setFlash(reply, { kind: 'success', text: say(m.keyRemoved, request.language, named(request, provider)) });
    return reply.redirect(AI_SETTINGS, 303);
  });
}

const named = ({ language }: FastifyRequest, provider: TextProviderName) => ({ provider: say(PROVIDER_NAMES[provider], language) });

async function saveKey(tools: AiSettingsTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const provider = providerOf(request);
  try {
    await setKey(tools, request, provider, readKey(textOf(answersOf(request.body, ['key']), 'key')));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return showSettings(tools, request, reply, { form: `${provider}-key`, typed: {}, refusal: error });
  }
  setFlash(reply, { kind: 'success', text: say(m.keySaved, request.language, named(request, provider)) });
  await tellReport(tools, request, reply, provider);
  return reply.redirect(AI_SETTINGS, 303);
}

async function tellReport(
  { generation }: AiSettingsTools,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: TextProviderName,
): Promise<void> {
  setFlash(reply, wordsOf(await generation.desk.tryKey(provider), request.language));
}

/** Somebody else removed it meanwhile, or it belongs to the environment. */
function nothingToRemove(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  setFlash(reply, { kind: 'info', text: say(m.nothingToRemove, request.language) });
  return reply.redirect(AI_SETTINGS, 303);
}

function ConfirmRemoval({ provider, state }: { provider: TextProviderName; state: TextState }): ReactElement {
  const t = useT();
  const acts = { action: `${AI_SETTINGS}/${provider}/remove`, submit: m.removeKey, cancelHref: AI_SETTINGS };
  return (
    <Confirm title={m.removeTitle} name={t(PROVIDER_NAMES[provider])} {...acts} danger>
      <p>{t(m.removeText)}</p>
      {state.keys[provider].isInEnvironment && <p>{t(m.removeEnvironment)}</p>}
    </Confirm>
  );
}
