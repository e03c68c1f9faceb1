/** What every answer says to browsers that did not say better itself: it is what it says it is, runs nothing, and is kept nowhere. */
import type { Door } from './door.ts';

const MANNERS = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
} as const;
/** Of data that somebody opens as a page. A script's own policy would bind the worker that runs it. */
const POLICY = "default-src 'none'; frame-ancestors 'none'";
const DATA = /json|^text\/(plain|html|csv)/;
const ONLY_HTTPS = 'max-age=31536000; includeSubDomains';

/** Pages, files and figures that say more keep what they say; `onSend`, since only then it is known. */
export function mindAnswers(door: Door): void {
  door.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(MANNERS)) if (!reply.hasHeader(name)) reply.header(name, value);
    const type = String(reply.getHeader('content-type') ?? 'text/plain');
    if (DATA.test(type) && !reply.hasHeader('content-security-policy')) reply.header('content-security-policy', POLICY);
    if (request.protocol === 'https' && !reply.hasHeader('strict-transport-security'))
      reply.header('strict-transport-security', ONLY_HTTPS);
  });
}
