/** Instagram fetches what it publishes, and judges it. The limits and codes are those of its error page. */
import { createHash } from 'node:crypto';
import type { StoredPicture } from './meta-people.ts';
import { GraphRefusal } from './meta-wire.ts';
import type { SimulatedMedia } from './platform-store.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const FETCH_MS = 10_000;

const refuse = (code: number, subcode: number, userMessage: string): never => {
  throw new GraphRefusal(code, userMessage, { subcode, userMessage });
};

export async function fetchPicture(address: string, altText: string): Promise<StoredPicture> {
  const content = await download(address);
  if (content.length > MOST_BYTES) refuse(36000, 2207004, 'The image is too large to download. It should be less than 8 MiB.');
  const {
    format,
    width = 0,
    height = 1,
  } = await (await import('sharp'))
    .default(content)
    .metadata()
    .catch(() => ({ format: 'none', width: 0, height: 1 }));
  if (format !== 'jpeg') refuse(36001, 2207005, `The image format ${format} is not supported. Supported formats are: JPEG.`);
  const ratio = width / height;
  if (ratio < 0.795 || ratio > 1.915) {
    refuse(36003, 2207009, `The submitted image with aspect ratio ('${width}/${height}',) cannot be published: from 4:5 to 1.91:1.`);
  }
  return storePicture(content, address, altText);
}

export const storePicture = (content: Buffer, url: string | null, altText: string): StoredPicture => ({
  url,
  sha256: createHash('sha256').update(content).digest('hex'),
  base64: content.toString('base64'),
  altText,
  isAiMade: content.includes('trainedAlgorithmicMedia'),
});

/** As the store keeps it with a post. */
export const mediaOf = ({ url, sha256, base64, altText, mediaType = 'image/jpeg' }: StoredPicture): SimulatedMedia => ({
  ...{ url, mediaType, sha256, base64, altText },
});

export async function download(address: string): Promise<Buffer> {
  const unfetched = (): never => refuse(9004, 2207052, 'The media could not be fetched from this URI.');
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS), headers: { 'user-agent': 'facebookexternalhit/1.1' } });
    return answer.ok ? Buffer.from(await answer.arrayBuffer()) : unfetched();
  } catch (error) {
    if (error instanceof GraphRefusal) throw error;
    if (error instanceof Error && error.name === 'TimeoutError') refuse(-2, 2207003, 'It takes too long to download the media.');
    return unfetched();
  }
}
