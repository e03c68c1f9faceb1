/** The bad days of ElevenLabs, as they look on the wire. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** `times` is 1 when not given. */
export type VoiceMishap = { readonly times?: number } & (
  | { readonly is: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly is: 'too_many' | 'busy'; readonly headers?: Readonly<Record<string, string>> }
  /** No answer; none, and the connection gone; half of one; bought, and nobody hears of it; a page of a gateway. */
  | { readonly is: 'hang' | 'cut' | 'cut_body' | 'lost_answer' | 'html' | 'redirect' }
  /** What is delivered within a 200. */
  | { readonly is: 'garbage' | 'no_sound' | 'no_alignment' | 'other_alignment' }
);

export type Send = (status: number, body: unknown, headers?: Readonly<Record<string, string>>) => void;
export const detail = (status: string, message: string): unknown => ({ detail: { status, message } });

const TOO_MANY = 'Too many concurrent requests. Your current subscription is associated with a maximum of 2 concurrent requests.';
const BUSY = 'We are experiencing heavy traffic on our servers. Please try again.';

/** True when nothing is left to say. */
export async function spoil(mishap: VoiceMishap, response: ServerResponse, send: Send): Promise<boolean> {
  switch (mishap.is) {
    case 'status':
      send(mishap.status, detail('internal_server_error', 'Something went wrong'), mishap.headers);
      return true;
    case 'too_many':
      send(429, detail('too_many_concurrent_requests', TOO_MANY), mishap.headers);
      return true;
    case 'busy':
      send(429, detail('system_busy', BUSY), mishap.headers);
      return true;
    case 'redirect':
      send(302, {}, { location: 'http://127.0.0.1:9/elsewhere' });
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>gateway</html>');
      return true;
    case 'cut':
      response.destroy();
      return true;
    case 'cut_body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' }).write('{"audio_base64":"');
      await sleep(20);
      response.destroy();
      return true;
    default:
      return mishap.is === 'hang';
  }
}
