/** The job that makes a picture: painted, looked at, stored and told of, or failed with a reason that helps. */
import { Type } from 'typebox';
import { ImageRefusal, type PaintedImage, type Generation as Providers } from '#capabilities/generation/generation.ts';
import { fingerprintPicture } from '#capabilities/media/media.ts';
import type { Notices } from '#capabilities/notifications/notifications.ts';
import type { Webhooks } from '#capabilities/webhooks/webhooks.ts';
import type { Config } from '#config';
import type { Clock } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import type { JobContext } from '#kernel/jobs/queue.ts';
import type { Files } from '#kernel/storage/files.ts';
import { picturesFailed, picturesReady, shortly } from '../notices.ts';
import { m } from './messages.ts';
import type { Picture } from './picture.ts';
import { wholeOf } from './present.ts';
import * as store from './store.ts';

export interface MakingTools {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly db: Db;
  readonly clock: Clock;
  readonly files: Files;
  readonly generation: Pick<Providers, 'paintImage'>;
  readonly webhooks: Pick<Webhooks, 'emit'>;
  readonly notices: Pick<Notices, 'notify'>;
}

/** Providers far away are waited for together; the painter's own threads are as many as the machine can spare. */
export const MAKE = defineJob({
  name: 'images.make',
  data: Type.Object({ id: Type.Integer(), generationId: Type.Integer() }),
  retries: 2,
  timeoutSeconds: 180,
  concurrency: 4,
});

/** Fingerprints that differ in no more of their 64 bits are of pictures that look the same. */
const BITS_ALIKE = 6;
export const lookalikesOf = (db: Db, id: number): Promise<readonly number[]> => store.findLookalikes(db, id, BITS_ALIKE);

/** The same task again finds its picture made, and does nothing. */
export async function make(tools: MakingTools, task: store.Promised, { signal, isLast }: JobContext): Promise<void> {
  const { db, clock, generation } = tools;
  const picture = await store.findPicture(db, task.id);
  if (picture?.status !== 'pending') return;
  const { batchId } = picture;
  await store.beginPicture(db, task.id, clock.now());
  const started = performance.now();
  try {
    const painted = await generation.paintImage({ ...orderOf(picture), signal });
    await keep(tools, { ...task, batchId }, painted, Math.round((performance.now() - started) / 10) / 100);
  } catch (error) {
    // A refusal stays one, whoever is asked again.
    if (error instanceof ImageRefusal) return fail(error.reason.fr, 'refused', error.provider);
    if (!isLast || signal.aborted) throw error;
    await fail(m.failed.fr, 'failed');
    throw error;
  }

  async function fail(text: string, code: FailureCode, provider?: string): Promise<void> {
    const metadata = { error: text, error_code: code, ...(provider ? { provider } : {}) };
    await inTransaction(db, async (tx) => {
      await store.holdOrder(tx, batchId);
      await store.failPicture(tx, task, metadata, clock.now());
      await tellOrderer(tools, tx, task.id);
    });
  }
}

export type FailureCode = 'refused' | 'failed';

/** The task names the order across restarts: what was bought for it is not bought again. */
const orderOf = ({ prompt, style, width, height, quality, seed, taskId, accountId }: Picture) => ({
  ...{ prompt, style, width, height, quality, seed },
  ...{ orderKey: taskId, by: accountId },
});

async function keep(
  tools: MakingTools,
  { batchId, ...task }: store.Promised & Pick<Picture, 'batchId'>,
  painted: PaintedImage,
  seconds: number,
): Promise<void> {
  const { db, clock, files } = tools;
  const fingerprint = await fingerprintPicture(painted.png);
  await inTransaction(db, async (tx) => {
    const file = await files.save(tx, { folder: 'images', extension: 'png', mediaType: 'image/png', content: painted.png });
    const made = { file: file.name, sha256: file.sha256, fingerprint, seconds, metadata: metadataOf(painted) };
    await store.holdOrder(tx, batchId);
    if (await store.finishPicture(tx, task, made, clock.now())) await tell(tools, tx, task.id);
    // Deleted meanwhile: nothing is kept of it.
    else await files.remove(tx, file.name);
  });
}

async function tell(tools: MakingTools, tx: Tx, id: number): Promise<void> {
  const { config, webhooks } = tools;
  const picture = await store.findPicture(tx, id);
  if (!picture) throw new Error('a picture that was just finished is gone');
  const data = wholeOf(picture, await lookalikesOf(tx, id), config.publicUrl.images);
  await webhooks.emit(tx, { product: 'images', accountId: picture.accountId, event: 'image.generated', data });
  await tellOrderer(tools, tx, id);
}

/** Once an order: when its last picture is made or failed. */
async function tellOrderer({ notices }: MakingTools, tx: Tx, id: number): Promise<void> {
  const ended = await store.endedOrder(tx, id);
  if (!ended) return;
  const { accountId: to, made, failed, isRefused } = ended;
  const prompt = shortly(ended.prompt);
  if (made === 0)
    return notices.notify(tx, picturesFailed, { to, href: '/studio', values: { prompt, why: isRefused ? m.refused : m.failed } });
  await notices.notify(tx, picturesReady, { to, href: '/studio', group: 'ready', values: { prompt, made, failed } });
}

const metadataOf = (painted: PaintedImage) => ({
  ...{ model: painted.model, provider: painted.provider, steps: painted.steps, guidance_scale: painted.guidanceScale },
  ...{ seed: painted.seed, request_id: painted.requestId, cost_usd: painted.costUsd, revised_prompt: painted.revisedPrompt },
  ...{ notes: painted.notes, fell_back_from: painted.fellBackFrom },
});
