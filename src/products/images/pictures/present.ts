/** Pictures as the wire shows them (images-api.md, "Images Endpoints"). */
import { IMAGE_STYLES } from '#capabilities/generation/generation.ts';
import { say } from '#kernel/message.ts';
import { secondsOf } from '../lists.ts';
import type { PictureFigures } from './figures-store.ts';
import { m } from './messages.ts';
import { type Generation, type Picture, STATUSES } from './picture.ts';

export function orderedOf(pictures: readonly Picture[]) {
  const [first] = pictures;
  if (!first) throw new Error('an order is for one picture at least');
  const { id, status, taskId } = first;
  return { id, status, message: say(m.started, 'fr'), task_id: taskId, variations: pictures.map((picture) => picture.id) };
}

export const listedOf = (picture: Picture, publicUrl: string) => {
  const address = picture.file ? `${publicUrl}/media/${picture.file}` : null;
  return {
    id: picture.id,
    prompt: picture.prompt,
    image_url: address,
    image_file: address,
    status: picture.status,
    style: picture.style,
    width: picture.width,
    height: picture.height,
    quality: picture.quality,
    tags: [...picture.tags],
    created_at: secondsOf(picture.createdAt),
    generation_time: picture.generationTime,
  };
};

/** `lookalikes` are numbers of pictures that look nearly the same. */
export const wholeOf = (picture: Picture, lookalikes: readonly number[], publicUrl: string) => ({
  ...listedOf(picture, publicUrl),
  user: { id: picture.accountId, username: picture.username },
  validation_notes: picture.validationNotes,
  metadata: { ...picture.metadata, near_duplicates: [...lookalikes] },
  batch_id: picture.batchId,
  parent: picture.parentId,
  updated_at: secondsOf(picture.updatedAt),
});

export const triedOf = ({ id, pictureId, prompt, parameters, status, generationTime, createdAt }: Generation) => ({
  ...{ id, image: pictureId, prompt, parameters, status },
  ...{ generation_time: generationTime, created_at: secondsOf(createdAt) },
});

const hundredths = (seconds: number): number => Math.round(seconds * 100) / 100;

/** Every documented key, also when nothing has it. */
export const statisticsOf = ({ total, byStatus, byStyle, averageTime, totalTime }: PictureFigures) => ({
  total_images: total,
  by_status: { ...Object.fromEntries(STATUSES.map((status) => [status, 0])), ...byStatus },
  by_style: { ...Object.fromEntries(IMAGE_STYLES.map((style) => [style, 0])), ...byStyle },
  average_generation_time: hundredths(averageTime),
  total_generation_time: hundredths(totalTime),
});
