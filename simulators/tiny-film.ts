/** A film of which there is nothing to see, of any size: whoever looks at its first boxes believes that it is one. For tests and drills. */

const box = (name: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
};

/** An MP4 of exactly so many bytes (500 or more); no two are alike when `salt` differs. */
export function tinyFilm({
  bytes,
  seconds,
  salt = '',
}: {
  readonly bytes: number;
  readonly seconds: number;
  readonly salt?: string;
}): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(Math.round(seconds * 1000), 16);
  const track = Buffer.alloc(84);
  track.writeUInt32BE(1280 * 65_536, 76);
  track.writeUInt32BE(720 * 65_536, 80);
  const kind = box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1'));
  const head = Buffer.concat([kind, box('moov', Buffer.concat([box('mvhd', movie), box('trak', box('tkhd', track))]))]);
  const rest = Buffer.alloc(bytes - head.length - 8);
  // Not the same bytes everywhere: a part in the wrong place would not be noticed.
  for (let at = 0; at + 4 <= rest.length; at += 4) rest.writeUInt32BE(at, at);
  rest.write(salt.slice(0, rest.length), 0, 'latin1');
  return Buffer.concat([head, box('mdat', rest)]);
}
