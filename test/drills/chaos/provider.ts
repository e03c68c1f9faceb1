/** A provider of pictures says nothing more, and the program is killed while it waits: everybody else works on, each picture is made, none is bought twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startImageModelSimulator } from '#simulators/image-models.ts';
import { type Studio, startStudio } from '../studio.ts';
import { type Doors, openWriters, read } from '../writers.ts';
import { endure } from './endure.ts';
import type { TrialOptions, TrialReport } from './trials.ts';

const PICTURES = 4;
/** A provider is waited for two minutes; what a killed process held is given to another after that. */
const PATIENCE_MS = 8 * 60_000;

export async function providerHangs({ seconds, say }: TrialOptions): Promise<TrialReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-chaos-'));
  const provider = await startImageModelSimulator();
  const place = { dataFolder, environment: provider.environmentOf('stability') };
  let studio = await startStudio(place);
  try {
    const writers = await openWriters(studio.doors);
    const boughtBefore = provider.bought.stability;
    const ordered: number[] = [];
    const endured = await endure(studio, writers, {
      ...{ tolerated: [], seconds },
      begin: async ({ doors }) => {
        provider.misbehave('stability', { is: 'hang', times: PICTURES });
        for (let n = 1; n <= PICTURES; n += 1) ordered.push(await order(doors, `Un marché au bord du fleuve, numéro ${n}`));
        return undefined;
      },
      end: async (waiting): Promise<Studio> => {
        await waiting.kill('program');
        return startStudio(place);
      },
    });
    studio = endured.studio;
    const begun = Date.now();
    const missing = await untilMade(studio.doors, ordered);
    say(`pictures were there ${((Date.now() - begun) / 1000).toFixed(0)} s after the restart`);
    const bought = provider.bought.stability - boughtBefore;
    const faults = [
      ...endured.faults,
      ...missing.map((id) => `picture ${id} was not made`),
      ...(bought > PICTURES ? [`${bought} pictures were bought for ${PICTURES}`] : []),
    ];
    const acknowledged = { ...endured.acknowledged, pictures: PICTURES };
    return { ...endured, acknowledged, faults: [...faults, ...(await studio.wrongs())] };
  } finally {
    await studio.end();
    await provider.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function order({ images, proofs }: Doors, prompt: string): Promise<number> {
  const headers = { ...proofs.images, 'content-type': 'application/json' };
  const body = JSON.stringify({ prompt, width: 256, height: 256 });
  return (await read<{ id: number }>(`${images}/api/images/generate`, { method: 'POST', headers, body })).id;
}

/** Answers those that are not. */
async function untilMade({ images, proofs }: Doors, ids: readonly number[]): Promise<readonly number[]> {
  let missing = ids;
  for (const end = Date.now() + PATIENCE_MS; missing.length > 0 && Date.now() < end; await sleep(500)) {
    const found = await Promise.all(
      missing.map((id) => read<{ status: string }>(`${images}/api/images/${id}`, { headers: proofs.images })),
    );
    missing = missing.filter((_, n) => found[n]?.status !== 'generated');
  }
  return missing;
}
