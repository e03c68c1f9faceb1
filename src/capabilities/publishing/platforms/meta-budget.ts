/**
 * How much of the budget is used, as Meta says it in the headers of its answers, in percent. From nine tenths on we leave it alone.
 * https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
import type { Pause, PlatformAnswer } from '../platform.ts';
import { faultOf, type Json, jsonOf, listOf } from './meta-faults.ts';

const NEARLY = 90;
/** The windows roll over one hour: some minutes give a tenth back, all of it takes longer. */
const SOME_MINUTES = 10;
const LONG_MINUTES = 30;

export function pausesOf(answer: PlatformAnswer, now: Date): readonly Pause[] {
  const pauses: Pause[] = [];
  const pause = (scope: Pause['scope'], minutes: number, reason: string): void => {
    pauses.push({ scope, until: new Date(now.getTime() + minutes * 60_000), reason });
  };
  const app = usedOf(headerOf(answer, 'x-app-usage'));
  if (app >= NEARLY) pause('app', app >= 100 ? LONG_MINUTES : SOME_MINUTES, `X-App-Usage ${app} %`);
  for (const use of Object.values(headerOf(answer, 'x-business-use-case-usage')).flatMap(listOf)) {
    const minutes = Number(use['estimated_time_to_regain_access'] ?? 0);
    const used = usedOf(use);
    if (minutes > 0) pause('connection', minutes, `${String(use['type'])}: access again in ${minutes} min`);
    else if (used >= NEARLY) pause('connection', used >= 100 ? LONG_MINUTES : SOME_MINUTES, `${String(use['type'])} ${used} %`);
  }
  const fault = faultOf(answer);
  const scope = fault?.code === '4' ? 'app' : 'connection';
  if (fault?.kind === 'rate' && !pauses.some((one) => one.scope === scope)) pause(scope, SOME_MINUTES, `refused for now (${fault.code})`);
  return pauses;
}

const usedOf = (use: Json): number => Math.max(...['call_count', 'total_cputime', 'total_time'].map((name) => Number(use[name] ?? 0) || 0));

function headerOf({ headers }: PlatformAnswer, name: string): Json {
  try {
    return jsonOf(JSON.parse(headers.get(name) ?? '{}'));
  } catch {
    return {};
  }
}
