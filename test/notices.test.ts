/** Who is told what: each event of the studio through its own door, read by whoever it concerns, in their language. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#kernel/message.ts';
import { registerPerson } from './members.ts';
import { type Atelier, type Caller, startAtelier } from './support.ts';

let atelier: Atelier;
let admin: Caller;
beforeAll(async () => {
  atelier = await startAtelier({ work: true });
  admin = await atelier.as('admin');
});

interface Line {
  readonly text: string;
  readonly href: string;
}
type Reader = Pick<Caller, 'inject'>;
const linesOf = async (reader: Reader, language: Language = 'fr'): Promise<readonly Line[]> => {
  const reply = await reader.inject({ url: '/api/notifications?show=8', headers: { 'accept-language': language } });
  return reply.json<{ notices: Line[] }>().notices.map(({ text, href }) => ({ text: text.replaceAll(/[\u2068\u2069]/g, ''), href }));
};
const textsOf = async (reader: Reader, language?: Language): Promise<readonly string[]> =>
  (await linesOf(reader, language)).map(({ text }) => text);
const post = async (who: Reader, url: string, payload: object): Promise<{ id: number } & Record<string, unknown>> => {
  const reply = await who.inject({ method: 'POST', url, payload });
  if (reply.statusCode >= 400) throw new Error(`${url}: ${reply.statusCode} ${reply.body}`);
  return reply.json();
};

describe('administrators', () => {
  it('hear of new talents as one line, and not of those they brought themselves', async () => {
    const first = await registerPerson(atelier, { first_name: 'Binta' });
    expect(await textsOf(admin)).toContainEqual(expect.stringMatching(new RegExp(`^Binta Ndiaye\\w s’est inscrit.*${first.code}`)));
    const second = await registerPerson(atelier, { first_name: 'Coumba' });
    const lines = await textsOf(admin);
    expect(lines.filter((text) => text.includes('talent'))).toEqual([
      expect.stringMatching(new RegExp(`^2 nouveaux talents.*Coumba.*${second.code}`)),
    ]);
    expect(await textsOf(admin, 'ar')).toContainEqual(expect.stringContaining('موهبتان جديدتان'));
    expect(await textsOf(await atelier.as('casting'))).toEqual([]);
  });
});

/** Pictures are really made: on a busy machine that takes its time. */
const told = (person: Reader) => expect.poll(() => textsOf(person), { timeout: 120_000, interval: 100 });

describe('people', { timeout: 300_000 }, () => {
  it('hear when their pictures are ready: once an order, whoever finishes last', async () => {
    const person = await atelier.as('user');
    await post(person, '/api/images/generate/', { prompt: 'Un phare au crépuscule', width: 256, height: 256, variations: 4 });
    await told(person).toEqual(['Vos 4 images sont prêtes : « Un phare au crépuscule »']);
    await post(person, '/api/images/generate/', { prompt: 'Une barque', width: 256, height: 256 });
    await told(person).toEqual(['2 commandes d’images sont prêtes, la dernière : « Une barque »']);
    expect(await textsOf(person, 'en')).toEqual(['2 orders of pictures are ready, the latest: “Une barque”']);
  });
});
