/** Reads a letter the way a mailbox does (RFC 5322, 2045, 2047): headers decoded, parts flat. */

export interface MimePart {
  readonly type: string;
  readonly content: Buffer;
  header(name: string): string;
}
export interface MimeLetter {
  /** The leaves, in order. */
  readonly parts: readonly MimePart[];
  header(name: string): string;
  /** The first part of that type. */
  text(type: string): string;
}

/** `raw` as it came over the wire, a character a byte. */
export function readMime(raw: string): MimeLetter {
  const parts = partsOf(raw);
  const { header } = readPart(raw);
  return {
    parts,
    header,
    text: (type) =>
      parts
        .find((part) => part.type === type)
        ?.content.toString('utf8')
        .replaceAll('\r\n', '\n') ?? '',
  };
}

function partsOf(raw: string): readonly MimePart[] {
  const part = readPart(raw);
  if (!part.type.startsWith('multipart/')) return [part];
  const boundary = /boundary="?([^";]+)"?/.exec(part.header('content-type'))?.[1] ?? '';
  const pieces = part.body.split(`--${boundary}`).slice(1, -1);
  return pieces.flatMap((piece) => partsOf(piece.replace(/^\r\n/, '').replace(/\r\n$/, '')));
}

function readPart(raw: string): MimePart & { readonly body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const body = raw.slice(end + 4);
  const header = (name: string): string => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name}:`)) ?? '';
    return decodeWords(line.slice(name.length + 1).trim());
  };
  const type = header('content-type').split(';')[0]?.trim().toLowerCase() || 'text/plain';
  return { type, header, body, content: decoded(body, header('content-transfer-encoding').toLowerCase()) };
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  return Buffer.from(body, 'latin1');
}

const quotedPrintable = (body: string): Buffer =>
  Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([\dA-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const decodeWords = (text: string): string =>
  text.replace(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1').replace(/(?:=\?UTF-8\?([BQ])\?([^?]*)\?=)+/gi, (whole) => {
    const words = [...whole.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)];
    const bytes = words.map(([, how = '', word = '']) =>
      how.toUpperCase() === 'B' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8');
  });
