/** The bad days of providers of pictures, as they look on the wire. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** `times` is 1 when not given; `at` chooses among requests by `POST /v1/…`, else the next one is hit. */
export type ImageMishap = { readonly times?: number; readonly at?: RegExp } & (
  | { readonly is: 'status'; readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly is: 'rate_limited'; readonly headers?: Readonly<Record<string, string>> }
  /** Its own words for: no credit, a picture that must not be, the same found out late (a finished picture, a failed prediction). */
  | { readonly is: 'no_credit' | 'refused' | 'refused_late' }
  /** No answer; none, and the connection gone; half of one; a page of a gateway. */
  | { readonly is: 'hang' | 'cut' | 'cut_body' | 'html' | 'redirect' }
  /** Bought, and nobody hears of it. */
  | { readonly is: 'lost_answer' | 'bought_and_500' }
  /** What is delivered. */
  | { readonly is: 'truncated' | 'wrong_size' | 'bomb' | 'no_picture' | 'jpeg' | 'other_seed' }
  /** How it is delivered: behind an address, or inside. */
  | { readonly is: 'url_only' | 'data_uri' | 'markdown' | 'says_no' }
  /** What is behind the address. */
  | { readonly is: 'private_redirect' | 'private_address' | 'endless' | 'html_picture' | 'missing_picture' | 'late_picture' }
  /** A prediction that fails, is forgotten, or goes on for so many looks. */
  | { readonly is: 'failed' | 'data_removed' }
  | { readonly is: 'processing'; readonly looks: number }
);

export type MishapName = ImageMishap['is'];

const json = { 'content-type': 'application/json' };

/** What no provider does in words of its own; true when nothing is left to say. */
export async function spoilTransport(mishap: ImageMishap, response: ServerResponse): Promise<boolean> {
  switch (mishap.is) {
    case 'hang':
      return true;
    case 'cut':
      response.destroy();
      return true;
    case 'cut_body':
      response.writeHead(200, { ...json, 'content-length': '4096' }).write('{"id":"cut","data":[');
      await sleep(20);
      response.destroy();
      return true;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>gateway</body></html>');
      return true;
    case 'redirect':
      response.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end();
      return true;
    default:
      return false;
  }
}

/** The answer to an address that was handed out on a bad day; true when nothing is left to say. */
export async function spoilFile(is: MishapName, response: ServerResponse): Promise<boolean> {
  switch (is) {
    case 'private_redirect':
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      return true;
    case 'html_picture':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>expired</html>');
      return true;
    case 'missing_picture':
      response.writeHead(404, { 'content-type': 'text/plain' }).end('gone');
      return true;
    case 'endless':
      response.writeHead(200, { 'content-type': 'image/png' });
      for (const piece = Buffer.alloc(1024 * 1024); !response.destroyed; ) {
        if (!response.write(piece)) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), sleep(200)]);
      }
      return true;
    default:
      return false;
  }
}
