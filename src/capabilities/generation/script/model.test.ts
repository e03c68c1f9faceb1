import { beforeEach, describe, expect, it } from 'vitest';
import { afterFile, freshDatabase } from '#test/support.ts';
import { type House, openHouses } from '../text/test-house.ts';
import { type Script, type ScriptLanguage, type ScriptOrder, writeScript } from './script.ts';

const signal = new AbortController().signal;

describe('T-284 by a model', () => {
  const nextHouse = openHouses({ freshDatabase, afterFile });
  let house: House;
  beforeEach(async () => {
    house = await nextHouse();
  });
  const ask = (more: Partial<ScriptOrder> = {}): Promise<Script> =>
    writeScript(house.generation, { prompt: 'Une vidéo sur les abeilles', seconds: 30, style: 'cinematic', seed: 1, signal, ...more });
  const told = (language: ScriptLanguage, scenes = 5, seconds = 6): object => ({
    title: 'T',
    scenes: Array.from({ length: scenes }, (_, index) => ({
      narration: `${
        {
          fr: 'Les abeilles volent dans le jardin et elles cherchent des fleurs pour la ruche',
          en: 'The bees fly in the garden and they look for flowers for all of the hive',
          ar: 'يطير النحل في الحديقة ويبحث عن الأزهار من أجل الخلية كل صباح جميل',
        }[language]
      } ${index}.`,
      imagePrompt: `bees in a garden ${index}`,
      onScreen: 'Les abeilles',
      seconds,
    })),
  });

  it('takes a good answer as it is', async () => {
    house.models.says(told('fr'));
    const script = await ask();
    expect(script).toMatchObject({ source: 'model', language: 'fr', title: 'T' });
    expect(script.why).toBeUndefined();
    expect(script.scenes[4]).toMatchObject({ index: 4, imagePrompt: 'bees in a garden 4', seconds: 6 });
    expect(await house.newCalls()).toMatchObject([{ purpose: 'script', outcome: 'answered' }]);
    const [system, user] = house.models.requests[0]?.body.messages ?? [];
    expect(system?.content).not.toContain('abeilles');
    expect(user?.content).toContain('Une vidéo sur les abeilles');
  });

  it('mends seconds that do not add up, and says so', async () => {
    house.models.says(told('fr', 5, 20));
    const script = await ask();
    expect(script).toMatchObject({ source: 'model', why: 'mended' });
    expect(script.scenes.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(30, 5);
  });

  it('asks again for the right language, number or fields, with what was wrong', async () => {
    house.models.says(told('en'), told('fr'));
    expect((await ask()).source).toBe('model');
    expect(house.models.requests[1]?.body.messages[0]?.content).toContain('the narration is not in French');
    house.models.says(told('fr', 2), { ...told('fr'), title: ' ' });
    expect(await ask()).toMatchObject({ source: 'embedded', why: 'unusable', language: 'fr' });
  });

  it('writes itself when the answer has the wrong shape or the provider is down', async () => {
    house.models.says('a poem', 'another poem');
    expect(await ask()).toMatchObject({ source: 'embedded', why: 'unusable', title: 'Les abeilles' });
    house.models.misbehave({ is: 'status', status: 401 });
    expect(await ask()).toMatchObject({ source: 'embedded', why: 'unauthorized', title: 'Les abeilles' });
  });

  it('asks nobody about a script of the person, and stops when nobody waits', async () => {
    expect((await ask({ prompt: 'Scène 1 : Le matin se lève.\nScène 2 : La ville dort.' })).why).toBe('own_words');
    expect(house.models.requests).toHaveLength(0);
    const interest = new AbortController();
    house.models.misbehave({ is: 'hang' });
    const asked = ask({ signal: interest.signal });
    interest.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });
});
