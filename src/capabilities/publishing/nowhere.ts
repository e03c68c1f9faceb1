/** Where platforms are that nobody reaches and that have no app: for tests and benches that need others. */
import type { PlatformFacts } from './publishing.ts';

const at = 'http://127.0.0.1:9';
const nobody = { clientId: null, clientSecret: null } as const;

export const NOWHERE: PlatformFacts = {
  meta: { graphUrl: `${at}/v25.0`, dialogUrl: `${at}/dialog`, appId: null, appSecret: null },
  x: { apiUrl: at, authorizeUrl: at, ...nobody },
  google: { apiUrl: at, authorizeUrl: at, tokenUrl: at, ...nobody },
  linkedin: { apiUrl: at, oauthUrl: at, version: '202610', ...nobody },
  tiktok: { apiUrl: at, authorizeUrl: at, clientKey: null, clientSecret: null },
  simulated: [],
};
