/**
 * A clip that was ordered: a picture set in motion, bought or by a camera path over it. The path is all that is kept of the latter;
 * whoever renders shows the picture itself.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClipFault, type MadeClip } from '#capabilities/generation/generation.ts';
import { photoVariant } from '#capabilities/media/media.ts';
import { runProgram } from '../programs.ts';
import { THUMBNAIL_WIDTH } from './painting.ts';
import { type Bench, type Note, noteOf, orderOf, PLAIN, type Product, seedOf } from './product.ts';
import { closePurchase, findAsset, keepTask, openPurchase } from './store.ts';
import { PictureGone } from './verdict.ts';

const THEIRS = 'runway';

export async function film(bench: Bench): Promise<Product> {
  const { generation, making } = bench;
  const { provider: asked } = orderOf(bench, 'video');
  const picture = await pictureOf(bench);
  const isOurs = !making.buyingFrom && generation.clips.offer(asked).provider === 'embedded';
  if (isOurs) return moveOver(bench, picture, asked === THEIRS ? [noteOf('not_configured', THEIRS)] : []);
  return buy(bench, picture);
}

async function pictureOf({ db, workshop, signal, ...bench }: Bench): Promise<string> {
  const { imageAssetId } = orderOf({ db, workshop, signal, ...bench }, 'video');
  const picture = await findAsset(db, imageAssetId);
  if (!picture?.file || picture.type !== 'image') throw new PictureGone();
  return workshop.copyOf(db, picture.file, signal);
}

async function buy(bench: Bench, picture: string): Promise<Product> {
  const { db, clock, asset, making, signal } = bench;
  const { buyingTask: before } = making;
  let known = before;
  if (!making.buyingFrom && !(await openPurchase(db, asset.id, THEIRS, clock.now()))) throw new Error('somebody else is at this asset');
  const keep = async (task: string): Promise<void> => {
    known = task;
    await keepTask(db, asset.id, task);
  };
  const purchase = { before, hadBegun: making.buyingFrom !== null, keep };
  try {
    return await productOf(bench, picture, await makeClip(bench, picture, THEIRS, purchase), []);
  } catch (error) {
    // What a person cancelled need not be made to its end.
    if (known && bench.isUnwanted()) await bench.generation.clips.drop(known);
    signal.throwIfAborted();
    if (!(error instanceof ClipFault)) throw error;
    return instead(bench, picture, error);
  }
}

/** The camera path in its place, for a purchase that is lost or when nobody insisted on the provider; else the fault. */
async function instead(bench: Bench, picture: string, { kind, facts, ...error }: ClipFault): Promise<Product> {
  const { db, asset, making } = bench;
  const isKept = (making.buyingTask ?? facts.task) !== null;
  const hadBegun = making.buyingFrom !== null;
  if (kind === 'lost' || (!isKept && !facts.isPassing && (hadBegun || facts.mayBeCharged)))
    return moveOver(bench, picture, [noteOf('lost_purchase', THEIRS)]);
  if (!isKept && !hadBegun && !facts.mayBeCharged) await closePurchase(db, asset.id);
  const mayBeOurs = orderOf(bench, 'video').provider === null && !facts.isPassing && kind !== 'refused' && kind !== 'bad_order';
  if (mayBeOurs) return moveOver(bench, picture, [noteOf('fell_back', THEIRS, { why: kind })]);
  throw new ClipFault(error.provider, kind, facts);
}

const moveOver = async (bench: Bench, picture: string, notes: readonly Note[]): Promise<Product> =>
  productOf(bench, picture, await makeClip(bench, picture, 'embedded'), notes);

type Purchase = NonNullable<Parameters<Bench['generation']['clips']['makeClip']>[1]['purchase']>;

function makeClip(bench: Bench, picture: string, provider: 'runway' | 'embedded', purchase?: Purchase): Promise<MadeClip> {
  const { generation, asset, folder, signal } = bench;
  const order = orderOf(bench, 'video');
  const { prompt, seconds, width, height } = order;
  const wish = { picture, prompt, seconds, width, height, provider, signal, seed: seedOf(order), by: asset.accountId };
  return generation.clips.makeClip(wish, { folder, ...(purchase ? { purchase } : {}) });
}

async function productOf(bench: Bench, picture: string, clip: MadeClip, notes: readonly Note[]): Promise<Product> {
  const { width, height, imageAssetId } = orderOf(bench, 'video');
  const made = { ...PLAIN, seconds: clip.seconds, provider: clip.provider, model: clip.model, costUsd: clip.costUsd };
  const told = {
    notes: [...notes, ...clip.notes.map(({ code }) => (code === 'prompt_shortened' ? { code: 'wish_shortened' } : { code }))],
  };
  if (clip.kind === 'motion')
    return {
      ...{ ...made, ...told, width, height, content: null, motion: { assetId: imageAssetId, motion: clip.motion } },
      thumbnail: await photoVariant(await readFile(picture), THUMBNAIL_WIDTH, 'jpeg'),
    };
  return {
    ...{ ...made, ...told, width: clip.width, height: clip.height },
    content: { source: clip.mp4, extension: 'mp4', mediaType: 'video/mp4' },
    thumbnail: await frameOf(clip.mp4, bench.folder, bench.signal),
  };
}

/** The first frame of a clip that is worth showing, small. */
export async function frameOf(clip: string, folder: string, signal: AbortSignal, reader: readonly string[] = []): Promise<Buffer> {
  const file = join(folder, 'frame.jpg');
  const size = `thumbnail=24,scale='min(${THUMBNAIL_WIDTH},iw)':-2`;
  await runProgram('ffmpeg', [...reader, '-i', clip, '-map', '0:v:0', '-vf', size, '-frames:v', '1', '-q:v', '4', file], signal);
  return readFile(file);
}
