/** What a browser is told about every page: run our files only, show it in no frame, keep no copy of it. */
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface PageLicence {
  /** The page's own scripts compile WebAssembly: a decoder, never somebody else's. */
  readonly wasm?: boolean | undefined;
  /** Other sites that pictures of this one come from: `https://host`. */
  readonly pictures?: readonly string[];
}

/** No `unsafe-inline`, no `unsafe-eval`, no nonce: a page holds no inline script and no inline style, so nothing injected can run. */
export const CONTENT_SECURITY_POLICY = Object.entries({
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
})
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // The scanner needs the camera, the voice studio the microphone.
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
  vary: 'cookie, accept-language',
} as const;

export function protectPage(request: FastifyRequest, reply: FastifyReply, licence: PageLicence = {}): void {
  reply.headers(HEADERS);
  const policy = policyFor(licence);
  if (policy !== CONTENT_SECURITY_POLICY) reply.header('content-security-policy', policy);
  // The back button after signing out must not show what was private.
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', request.viewer ? 'private, no-store' : 'private, no-cache');
  if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

const policyFor = ({ wasm, pictures = [] }: PageLicence): string => {
  const scripts = wasm
    ? CONTENT_SECURITY_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    : CONTENT_SECURITY_POLICY;
  return pictures.length > 0 ? scripts.replace("img-src 'self'", `img-src 'self' ${pictures.join(' ')}`) : scripts;
};
