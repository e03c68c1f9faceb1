/** The mail server is away while people register: nobody hears of it, and each letter arrives once when it is back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SmtpSimulator, startSmtpSimulator } from '#simulators/smtp.ts';
import { layCable } from '../../cable.ts';
import { startStudio } from '../studio.ts';
import { openWriters } from '../writers.ts';
import { endure } from './endure.ts';
import type { TrialOptions, TrialReport } from './trials.ts';

/** Letters are tried again after half a minute, one, two, four. */
const PATIENCE_MS = 8 * 60_000;

export async function mailDown({ seconds, say }: TrialOptions): Promise<TrialReport> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'atelier-chaos-'));
  const server = await startSmtpSimulator();
  const address = new URL(server.url);
  const cable = await layCable(`http://${address.host}`);
  address.port = new URL(cable.url).port;
  let studio = await startStudio({ dataFolder, environment: { SMTP_URL: address.href } });
  try {
    const writers = (await openWriters(studio.doors)).filter(({ name }) => name === 'register');
    const endured = await endure(studio, writers, {
      ...{ tolerated: [], seconds },
      begin: async () => void cable.cut(),
      end: async () => void cable.mend(),
    });
    studio = endured.studio;
    const people = endured.acknowledged['register'] ?? 0;
    const begun = Date.now();
    while (welcomed(server).size < people && Date.now() - begun < PATIENCE_MS) await sleep(500);
    // What comes twice comes late.
    await sleep(2000);
    say(`the last letter came ${((Date.now() - begun) / 1000).toFixed(0)} s after the mail server`);
    const counts = welcomed(server);
    const twice = [...counts].filter(([, count]) => count > 1).map(([who, count]) => `${who} was welcomed ${count} times`);
    const lost = counts.size < people ? [`${people - counts.size} of ${people} people were not welcomed`] : [];
    return { ...endured, faults: [...endured.faults, ...lost, ...twice, ...(await studio.wrongs())] };
  } finally {
    await studio.end();
    await cable.close();
    await server.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** How many letters each of the people of the drill has. */
function welcomed({ letters }: SmtpSimulator): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const who of letters.flatMap(({ to }) => to)) if (who.startsWith('drill-')) counts.set(who, (counts.get(who) ?? 0) + 1);
  return counts;
}
