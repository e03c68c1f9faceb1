/** The keys: giving one, trying it, removing it. A refused key is not written back into the page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { ImageProviderName, KeyState, TextProviderName } from '#capabilities/generation/generation.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { useT } from '#kernel/page/context.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { answersOf, textOf } from '../profile-form/profile-form.tsx';
import { adminPage } from './addresses.ts';
import type { AiSettingsTools } from './ai-settings.ts';
import { removeKey, setKey } from './changes.ts';
import { readKey } from './fields.ts';
import type { Keyring } from './keyring.ts';
import { m } from './messages.ts';

export interface OfProvider {
  readonly Params: { readonly provider: string };
}
type ProviderName = TextProviderName | ImageProviderName;

export function registerKeyRoutes<P extends ProviderName>(door: Door, tools: AiSettingsTools, keys: Keyring<P>): void {
  const { address } = keys;

  door.post<OfProvider>(`${address}/:provider/key`, adminPage, async (request, reply) => saveKey(tools, keys, request, reply));

  door.post<OfProvider>(`${address}/:provider/test`, adminPage, async (request, reply) => {
    setFlash(reply, await keys.tryKey(providerOf(keys, request), request.language));
    return reply.redirect(address, 303);
  });

  door.get<OfProvider>(`${address}/:provider/remove`, adminPage, async (request, reply) => {
    const provider = providerOf(keys, request);
    const keyState = await keys.keyOf(provider);
    if (keyState.source !== 'setting') return nothingToRemove(address, request, reply);
    const body = <ConfirmRemoval keys={keys} provider={provider} keyState={keyState} />;
    return tools.pages.send(request, reply, { title: say(m.removeTitle, request.language), body });
  });

  door.post<OfProvider>(`${address}/:provider/remove`, adminPage, async (request, reply) => {
    const provider = providerOf(keys, request);
    if ((await keys.keyOf(provider)).source !== 'setting') return nothingToRemove(address, request, reply);
    await removeKey(tools, request, { provider, setting: keys.settings[provider] });
    setFlash(reply, { kind: 'success', text: say(m.keyRemoved, request.language, named(keys, request, provider)) });
    return reply.redirect(address, 303);
  });
}

/** Somebody this page has no key of is not there. */
export function providerOf<P extends string>({ names }: Keyring<P>, request: FastifyRequest): P {
  const { provider } = request.params as OfProvider['Params'];
  if (!Object.hasOwn(names, provider)) throw failure.notFound();
  return provider as P;
}

const named = <P extends string>({ names }: Keyring<P>, { language }: FastifyRequest, provider: P) => ({
  provider: say(names[provider], language),
});

async function saveKey<P extends ProviderName>(
  tools: AiSettingsTools,
  keys: Keyring<P>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const provider = providerOf(keys, request);
  try {
    const key = readKey(textOf(answersOf(request.body, ['key']), 'key'));
    await setKey(tools, request, { provider, setting: keys.settings[provider] }, key);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return keys.show(request, reply, { form: `${provider}-key`, typed: {}, refusal: error });
  }
  setFlash(reply, { kind: 'success', text: say(m.keySaved, request.language, named(keys, request, provider)) });
  setFlash(reply, await keys.tryKey(provider, request.language));
  return reply.redirect(keys.address, 303);
}

/** Somebody else removed it meanwhile, or it belongs to the environment. */
function nothingToRemove(address: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  setFlash(reply, { kind: 'info', text: say(m.nothingToRemove, request.language) });
  return reply.redirect(address, 303);
}

function ConfirmRemoval<P extends string>({
  keys: { address, names, afterRemoval, shared },
  provider,
  keyState,
}: {
  keys: Keyring<P>;
  provider: P;
  keyState: KeyState;
}): ReactElement {
  const t = useT();
  const note = shared[provider];
  const acts = { action: `${address}/${provider}/remove`, submit: m.removeKey, cancelHref: address };
  return (
    <Confirm title={m.removeTitle} name={t(names[provider])} {...acts} danger>
      <p>
        {t(m.removeText)} {t(afterRemoval)}
      </p>
      {note && <p>{t(note)}</p>}
      {keyState.isInEnvironment && <p>{t(m.removeEnvironment)}</p>}
    </Confirm>
  );
}
