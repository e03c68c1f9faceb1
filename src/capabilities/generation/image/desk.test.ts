import { beforeEach, describe, expect, it } from 'vitest';
import { SIMULATED } from '#simulators/image-models.ts';
import { afterFile, freshDatabase } from '#test/support.ts';
import { imageSettings } from '../generation.ts';
import { IMAGE_ALIASES, IMAGE_LINES } from './models.ts';
import { type House, openHouses } from './test-house.ts';

const nextHouse = openHouses({ freshDatabase, afterFile });
let house: House;
beforeEach(async () => {
  house = await nextHouse();
});

describe('names of models', () => {
  it('I-053 logical names of the documents lead to live ones, each with the day it was checked', async () => {
    await house.settings.set(house.db, imageSettings.models, { openai: 'DALLE3', blackbox: 'blackbox-ai' }, null);
    expect(await house.paint(['openai'])).toMatchObject({ model: 'gpt-image-2' });
    expect(await house.paint(['blackbox'])).toMatchObject({ model: 'blackboxai/black-forest-labs/flux-pro' });
    for (const { provider, model, checkedOn } of IMAGE_ALIASES) {
      expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(IMAGE_LINES[provider]).toContain(model);
    }
  });

  it('a server of one’s own with a model that nobody knows gets the plainest question', async () => {
    await house.settings.set(house.db, imageSettings.models, { openai: 'local-pictures' }, null);
    house.providers.misbehave('openai', { is: 'url_only' });
    expect(await house.paint(['openai'], { quality: 'hd' })).toMatchObject({ provider: 'openai', model: 'local-pictures' });
    expect(Object.keys(house.providers.requests[0]?.body ?? {}).sort()).toEqual(['model', 'n', 'prompt', 'size']);
  });
});

describe('the desk', () => {
  it('tries the key of each provider without a picture, in one shape', async () => {
    await house.settings.set(house.db, imageSettings.chain, null, null);
    const { desk } = house.with(...SIMULATED);
    const reports = await Promise.all(SIMULATED.map((name) => desk.tryImageKey(name)));
    expect(reports).toEqual([
      { provider: 'blackbox', outcome: 'answered', model: 'blackboxai/black-forest-labs/flux-pro', credits: null, isModelKnown: true },
      { provider: 'openai', outcome: 'answered', model: 'gpt-image-2', credits: null, isModelKnown: true },
      { provider: 'stability', outcome: 'answered', model: 'core', credits: 41.5, isModelKnown: null },
      { provider: 'replicate', outcome: 'answered', model: 'black-forest-labs/flux-schnell', credits: null, isModelKnown: true },
    ]);
    expect(Object.values(house.providers.bought)).toEqual([0, 0, 0, 0]);
    const bare = house.with();
    expect(await bare.desk.tryImageKey('stability')).toEqual({ provider: 'stability', outcome: 'missing' });
    await house.settings.set(house.db, imageSettings.stabilityKey, 'sk-wrong', null);
    expect(await bare.desk.tryImageKey('stability')).toEqual({ provider: 'stability', outcome: 'unauthorized' });
    await house.settings.set(house.db, imageSettings.models, { replicate: 'someone/gone' }, null);
    expect(await desk.tryImageKey('replicate')).toMatchObject({ isModelKnown: false });
    house.providers.misbehave('blackbox', { is: 'html' });
    expect(await desk.tryImageKey('blackbox')).toMatchObject({ outcome: 'answered', isModelKnown: null });
  });

  it('shows who would be asked, and no key', async () => {
    const { desk } = house.with('stability', 'blackbox');
    expect(await desk.imageState()).toMatchObject({ chain: null, asked: ['blackbox', 'openai', 'stability', 'embedded'] });
    await house.settings.set(house.db, imageSettings.chain, ['replicate', 'stability', 'embedded', 'blackbox'], null);
    const state = await desk.imageState();
    expect(state.asked).toEqual(['stability', 'embedded']);
    expect(JSON.stringify(state)).not.toMatch(/sk-|r8_/);
  });
});
