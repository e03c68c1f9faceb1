/** A small film, made through the API, so that the pages of one film can be walked. */
import { expect, vi } from 'vitest';

interface Made {
  readonly id: string;
  readonly status: string;
}

export async function makeFilm(site: string, cookie: string): Promise<void> {
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Made> => {
    const headers = { accept: 'application/json', origin: site, cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(site + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Made;
  };
  const config = { target_duration: 5, language: 'fr', ratio: '16:9', music: null, voice_id: null };
  const { id } = await ask('POST', '/api/v1/projects', { title: 'Le tapis', prompt: 'Un tapis', config });
  const scenes = ['Le tapis naît dans la montagne.', 'La laine devient un fil.'].map((narration) => ({
    ...{ narration, image_prompt: 'a carpet', on_screen: '', seconds: 2 },
  }));
  await ask('PUT', `/api/v1/projects/${id}/script`, { title: 'Le tapis', scenes });
  await ask('POST', `/api/v1/projects/${id}/start`, { pipeline_config: { render: { quality: 'draft', scale: 4 } } });
  const isMade = async (): Promise<void> => expect((await ask('GET', `/api/v1/projects/${id}`)).status).toBe('completed');
  await vi.waitFor(isMade, { timeout: 600_000, interval: 250 });
}
