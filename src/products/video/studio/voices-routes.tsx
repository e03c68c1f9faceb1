/** `/films/voices`: who can speak, by language, each to be heard. */
import type { Door } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import type { FilmTools } from '../rooms.ts';
import { filmPage, VOICES } from './requests.ts';
import { voicesOf } from './voices.ts';
import { voices as m } from './voices-messages.ts';
import { VoicesPage } from './voices-view.tsx';

export function registerVoices(site: Door, tools: FilmTools): void {
  site.get(VOICES, filmPage, async (request, reply) => {
    const { voices, isPartial } = await voicesOf(tools);
    return tools.pages.send(request, reply, { title: say(m.title, request.language), body: <VoicesPage {...{ voices, isPartial }} /> });
  });
}
