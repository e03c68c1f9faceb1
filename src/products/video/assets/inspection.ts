/**
 * What a person's own file is, by its content: a picture, a clip or sound. Its name and what the browser says of it prove nothing; its
 * first bytes choose the one reader that may open it, so that no list of other files can be passed off as a film.
 */
import { open, readFile, stat } from 'node:fs/promises';
import { MAX_PICTURE_MEGABYTES, photoVariant, preparePicture } from '#capabilities/media/media.ts';
import { failure } from '#kernel/failure.ts';
import { ProgramFault, runProgram } from '../programs.ts';
import type { AssetType } from './asset.ts';
import { frameOf } from './filming.ts';
import { own as m } from './own-messages.ts';
import { THUMBNAIL_WIDTH } from './painting.ts';
import type { Content } from './product.ts';

export interface Inspected {
  readonly type: AssetType;
  readonly content: Content;
  readonly thumbnail: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
}

export interface Inspection {
  /** Of the file on this machine. */
  readonly path: string;
  /** For what comes in between. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** What the person says that it is; of sound nobody else can tell. */
  readonly type: AssetType | null;
}

const FIELD = 'file';
const LONGEST_SECONDS = 7200;
const LARGEST_SIDE = 8192;

/** Throws a `Failure` that names the field and says what to do. */
export async function inspect(order: Inspection): Promise<Inspected> {
  const { path, type } = order;
  const { size } = await stat(path);
  if (size === 0) throw failure.field(FIELD, m.empty, {}, 'required');
  const reader = await readerOf(path);
  const found = reader ? await inspectMedia(order, reader) : await inspectPicture(path, size);
  const fits = type === null || type === found.type || (isSound(type) && isSound(found.type));
  if (!fits) throw failure.field('type', m.otherType, { found: found.type, asked: type ?? '' }, 'choice');
  return isSound(found.type) && type !== null ? { ...found, type } : found;
}

const isSound = (type: AssetType): boolean => type === 'voice' || type === 'music';

async function inspectPicture(path: string, bytes: number): Promise<Inspected> {
  // Whole in memory from here on: nothing larger could be taken.
  if (bytes > MAX_PICTURE_MEGABYTES * 1024 * 1024) throw failure.field(FIELD, m.unknownOrLarge, { limit: MAX_PICTURE_MEGABYTES }, 'format');
  const { content, extension, mediaType, width, height } = await preparePicture(await readFile(path), FIELD);
  const thumbnail = await photoVariant(content, THUMBNAIL_WIDTH, 'jpeg');
  return { type: 'image', content: { source: content, extension, mediaType }, thumbnail, width, height, seconds: null };
}

/** A demuxer of ffmpeg, and what its files are called. */
interface Reader {
  readonly demuxer: 'mov' | 'matroska' | 'mp3' | 'wav';
  readonly extension: string;
  readonly film: string | null;
  readonly sound: string;
}

const HEAD_BYTES = 4096;

/** Null for what may be a picture, or anything else. */
async function readerOf(path: string): Promise<Reader | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return readerFor(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function readerFor(head: Buffer): Reader | null {
  if (head.length < 12) return null;
  const text = (from: number, to: number): string => head.toString('latin1', from, to);
  if (text(4, 8) === 'ftyp') {
    const isQuickTime = text(8, 12) === 'qt  ';
    // Pictures of telephones are in the same box.
    if (/^(heic|heix|mif1|msf1|avif|avis)/.test(text(8, 12))) return null;
    return {
      demuxer: 'mov',
      extension: isQuickTime ? 'mov' : 'mp4',
      film: isQuickTime ? 'video/quicktime' : 'video/mp4',
      sound: 'audio/mp4',
    };
  }
  if (head.readUInt32BE(0) === 0x1a45dfa3 && text(0, HEAD_BYTES).includes('webm'))
    return { demuxer: 'matroska', extension: 'webm', film: 'video/webm', sound: 'audio/webm' };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return { demuxer: 'wav', extension: 'wav', film: null, sound: 'audio/wav' };
  const isMp3 = text(0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2);
  return isMp3 ? { demuxer: 'mp3', extension: 'mp3', film: null, sound: 'audio/mpeg' } : null;
}

interface Stream {
  readonly codec_type?: string;
  readonly width?: number;
  readonly height?: number;
  readonly disposition?: { readonly attached_pic?: number };
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}
interface Probe {
  readonly streams?: readonly Stream[];
  readonly format?: { readonly duration?: string };
}

async function inspectMedia(order: Inspection, reader: Reader): Promise<Inspected> {
  const { streams = [], format } = await probe(order, reader);
  const seconds = Math.round(Number(format?.duration ?? 0) * 1000) / 1000;
  if (!(seconds > 0)) throw failure.field(FIELD, m.damaged, {}, 'damaged');
  if (seconds > LONGEST_SECONDS) throw failure.field(FIELD, m.tooLong, { limit: LONGEST_SECONDS / 60 }, 'max_length');
  const picture = streams.find(({ codec_type, disposition }) => codec_type === 'video' && !disposition?.attached_pic);
  if (picture && reader.film) return filmOf(order, reader, picture, seconds);
  if (!streams.some(({ codec_type }) => codec_type === 'audio')) throw failure.field(FIELD, m.nothing, {}, 'format');
  await decode(order, reader, ['-map', '0:a:0', '-t', '10', '-f', 'null', '-']);
  const extension = reader.extension === 'mp4' || reader.extension === 'mov' ? 'm4a' : reader.extension;
  const content = { source: order.path, extension, mediaType: reader.sound };
  return { type: 'music', content, thumbnail: null, width: null, height: null, seconds };
}

async function filmOf(order: Inspection, reader: Reader, picture: Stream, seconds: number): Promise<Inspected> {
  const { width = 0, height = 0, side_data_list: sides = [] } = picture;
  if (Math.max(width, height) > LARGEST_SIDE || Math.min(width, height) < 16)
    throw failure.field(FIELD, m.size, { width, height, limit: LARGEST_SIDE }, 'max_pixels');
  const isTurned = sides.some(({ rotation = 0 }) => Math.abs(rotation) % 180 === 90);
  const thumbnail = await frameOf(order.path, order.folder, order.signal, only(reader)).catch(damagedOr);
  return {
    ...{ type: 'video', content: { source: order.path, extension: reader.extension, mediaType: reader.film ?? '' }, thumbnail, seconds },
    ...(isTurned ? { width: height, height: width } : { width, height }),
  };
}

/** Nothing but this file, by nothing but this reader. */
const only = ({ demuxer }: Reader): readonly string[] => ['-protocol_whitelist', 'file', '-f', demuxer];

async function probe({ path, signal }: Inspection, reader: Reader): Promise<Probe> {
  const entries = 'stream=codec_type,width,height:stream_disposition=attached_pic:stream_side_data=rotation:format=duration';
  const said = await runProgram('ffprobe', [...only(reader), '-show_entries', entries, '-of', 'json', path], signal).catch(damagedOr);
  return JSON.parse(said.toString('utf8')) as Probe;
}

/** A beginning that cannot be decoded will not be heard in a film either. */
const decode = ({ path, signal }: Inspection, reader: Reader, args: readonly string[]): Promise<Buffer> =>
  runProgram('ffmpeg', ['-xerror', ...only(reader), '-i', path, ...args], signal).catch(damagedOr);

function damagedOr(error: unknown): never {
  if (error instanceof ProgramFault) throw failure.field(FIELD, m.damaged, {}, 'damaged');
  throw error;
}
