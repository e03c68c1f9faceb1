/** Every operation of the three documents, asked by nobody, somebody and an administrator, with what a schema does not expect. */
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { beforeAll, describe } from 'vitest';
import { openApiOf } from '#kernel/http/openapi.ts';
import { attack } from './attack.ts';
import { type Attacker, type DoorName, type House, openHouse, told } from './house.ts';
import { operationsOf, requestOf } from './requests.ts';
import { faultOf, formAt } from './wire-errors.ts';

/** Of each operation, for each asker, in the short form. */
const RUNS = 4;

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);

type Asker = Pick<Attacker, 'ask'>;
const askers = new Map<string, Asker>();

/** Somebody who signed themselves out, or was deleted, in the course of things is replaced. */
async function askerOf(kind: 'stranger' | 'user' | 'admin'): Promise<Asker> {
  if (kind === 'stranger') return house.stranger;
  const before = askers.get(kind);
  const isIn = (await before?.ask('video', { url: '/api/v1/webhooks' }))?.statusCode === 200;
  const isStillIn = isIn && (await before?.ask('site', { url: '/api/v1/webhooks' }))?.statusCode === 200;
  if (before && isStillIn) return before;
  const fresh = await house.attacker(kind);
  askers.set(kind, fresh);
  return fresh;
}

describe('the documented operations', () => {
  for (const door of ['site', 'images', 'video'] as const) {
    attack(`fuzzing of the ${door} document: no 5xx, its own error format, nothing stored on a refusal`, async (attempt) => {
      for (const operation of operationsOf(openApiOf(house.atelier.doors[door]))) {
        for (const kind of ['stranger', 'user', 'admin'] as const) {
          const asker = await askerOf(kind);
          const seen = new Map<string, string>();
          const isRight = async (request: InjectOptions): Promise<boolean> => {
            attempt.tried();
            const wrong = await faultWith(asker, door, request);
            if (wrong) seen.set(told(door, request), wrong);
            return wrong === null;
          };
          const numRuns = (kind === 'stranger' ? Math.ceil(RUNS / 3) : RUNS) * attempt.depth;
          const run = await fc.check(fc.asyncProperty(requestOf(operation), isRight), {
            numRuns,
            seed: attempt.seed,
            interruptAfterTimeLimit: 20_000,
          });
          if (!run.failed || !run.counterexample) continue;
          const request = told(door, run.counterexample[0]);
          attempt.found(`${kind}: ${request}: ${seen.get(request) ?? String(run.errorInstance)}`);
        }
      }
    });
  }
});

async function faultWith(asker: Asker, door: DoorName, request: InjectOptions): Promise<string | null> {
  await house.written();
  const answer = await asker.ask(door, request);
  const path = String(request.url).split('?')[0] ?? '';
  const wrong = faultOf(formAt(door, path), answer);
  if (wrong || request.method === 'GET') return wrong;
  const written = await house.written();
  return answer.statusCode >= 400 && written.length > 0 ? `answered ${answer.statusCode}, and wrote ${written.join(', ')}` : null;
}
