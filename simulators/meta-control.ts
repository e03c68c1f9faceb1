/** `/meta/_control`, for drills that run in another process; this machine only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { META_PHASES, type MetaMishap } from './meta-mishaps.ts';
import type { MetaRules } from './meta-world.ts';

/** What may be asked for; several at once is fine. */
export interface MetaControl {
  readonly mishap?: MetaMishap;
  /** Forgets the mishaps that have not come yet. */
  readonly calm?: true;
  readonly rules?: Partial<MetaRules>;
  /** Kills every token of everybody: the subcode of 190. */
  readonly revoke?: number;
}

export interface Controlled {
  apply(control: MetaControl): void;
  /** What happened: how many requests of each phase, and the posts. */
  report(): unknown;
}

export async function answerControl(request: IncomingMessage, response: ServerResponse, controlled: Controlled): Promise<void> {
  const send = (status: number, body: unknown): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (!/^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '')) return send(403, { error: 'this machine only' });
  if (request.method === 'POST') {
    let text = '';
    for await (const piece of request.setEncoding('utf8')) text += String(piece);
    const control = JSON.parse(text) as MetaControl;
    const phase = control.mishap?.phase ?? '*';
    if (phase !== '*' && !META_PHASES.includes(phase)) return send(400, { error: `no phase ${phase}` });
    controlled.apply(control);
  }
  send(200, controlled.report());
}
