/** What a platform looks at first in a film: whether it is one, how long it lasts, how large it is. */

export interface FilmFacts {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

/** Null for what is no MP4, or one that was cut off. */
export function filmFacts(content: Buffer): FilmFacts | null {
  if (content.subarray(4, 8).toString('latin1') !== 'ftyp' || !isWhole(content)) return null;
  const header = boxIn(content, 'mvhd');
  const track = boxesIn(content, 'tkhd')
    .map((box) => ({ width: sizeAt(box, box.length - 8), height: sizeAt(box, box.length - 4) }))
    .find(({ width }) => width > 0);
  if (!header || !track) return null;
  const isLong = header[0] === 1;
  const scale = header.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return { seconds: duration / scale, ...track };
}

/** Boxes follow each other to the very end. */
function isWhole(content: Buffer): boolean {
  let at = 0;
  while (at + 8 <= content.length) {
    const short = content.readUInt32BE(at);
    const size = short === 1 && at + 16 <= content.length ? Number(content.readBigUInt64BE(at + 8)) : short;
    if (size < 8) return size === 0;
    at += size;
  }
  return at === content.length;
}

/** The content of each box of this name, wherever it is. */
function boxesIn(content: Buffer, name: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = content.indexOf(name, 0, 'latin1'); at >= 4; at = content.indexOf(name, at + 4, 'latin1'))
    found.push(content.subarray(at + 4, at - 4 + content.readUInt32BE(at - 4)));
  return found;
}
const boxIn = (content: Buffer, name: string): Buffer | undefined => boxesIn(content, name)[0];

/** 16.16 fixed point. */
const sizeAt = (box: Buffer, at: number): number => (at >= 0 && at + 4 <= box.length ? box.readUInt32BE(at) / 65_536 : 0);
