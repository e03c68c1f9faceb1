/** What must never be written down, in a log or in the audit: recognised by the name it travels under, or by its shape. */

const MASK = '•••';

/** Names whose value is a secret, whatever their case and separators: `X-Api-Key`, `newPassword`, `smtp_url`… */
const SECRET_NAME =
  /^(authorization|proxyauthorization|cookies?|setcookie|.*(password|passwd|passphrase|secret|token|ticket|apikey|privatekey|secretkey|encryptionkeys?|signature|credentials?|totp|otp))$/;
/** Words that look like the above and tell nothing. */
const HARMLESS_NAME = /^(tokentype|.*(tokens?|otp)(count|used|enabled|expires.*))$/;
/** Too short to be told from an ordinary word inside a body, but a secret in an address: `?key=…`, `?sig=…`. */
const SECRET_PARAMETER = /^(key|sig|auth|session|jwt|pass|pwd|hash)$/;

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

export const isSecretName = (name: string): boolean => {
  const plain = bare(name);
  return SECRET_NAME.test(plain) && !HARMLESS_NAME.test(plain);
};

const DEEPEST = 6;

/** A copy of `value` with every secret masked; errors and other objects that write themselves are left to the logger. */
export function hideSecrets(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return depth >= DEEPEST ? '[…]' : value.map((item) => hideSecrets(item, depth + 1));
  if (!isPlain(value)) return value;
  if (depth >= DEEPEST) return '{…}';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isSecretName(name) && inner ? MASK : hideSecrets(inner, depth + 1)]),
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || value instanceof Error) return false;
  return !('toJSON' in value) && !ArrayBuffer.isView(value);
}

/** Masks a finished line by shape: JSON fields with a secret name, passwords inside addresses, bearer tokens. */
export const hideSecretsInLine = (line: string): string =>
  line
    .replace(/"([\w-]{2,60})":"(?:[^"\\]|\\.)+"/g, (field, name: string) => (isSecretName(name) ? `"${name}":"${MASK}"` : field))
    .replace(/\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@"]{0,200}):[^\s/@"]+@/gi, `$1:${MASK}@`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, `$1 ${MASK}`);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A path segment this long without a dot of a file name is a one-time link or a token, unless it is an id. */
const OPAQUE = /^[\w~=-]{32,}(\.[\w~=-]{16,})*$/;

/** An address as it may be kept: secret parameters, one-time path segments, user and password are masked. Never throws. */
export function maskAddress(address: string): string {
  const [, origin = '', path = '', query = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(address) ?? [];
  const shown = path.split('/').map(maskSegment).join('/');
  const asked = query === '' ? '' : `?${maskQuery(query)}`;
  return `${origin.replace(/\/\/[^@]*@/, '//')}${shown}${asked}`;
}

const maskSegment = (segment: string): string => (OPAQUE.test(segment) && !UUID.test(segment) ? MASK : segment);

function maskQuery(query: string): string {
  const parts = query.split('&').map((part) => {
    const equals = part.indexOf('=');
    return equals < 0 ? { name: part, text: part } : { name: part.slice(0, equals), text: part };
  });
  // `code` is a filter of the talent lists, and a secret when it comes back from a platform with its `state`.
  const isOauth = parts.some(({ name }) => name === 'state');
  const isSecret = (name: string): boolean =>
    isSecretName(decoded(name)) || SECRET_PARAMETER.test(bare(decoded(name))) || (isOauth && (name === 'code' || name === 'state'));
  return parts.map(({ name, text }) => (isSecret(name) && text !== name ? `${name}=${MASK}` : text)).join('&');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a broken escape is somebody's typing, not a reason to lose the entry
  }
}
