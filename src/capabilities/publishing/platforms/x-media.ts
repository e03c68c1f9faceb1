/**
 * Pictures on their way to X: each is uploaded once (`POST /2/media/upload`, at most 5 MB) and described (`POST /2/media/metadata`);
 * the ids are in the checkpoint, good for a day. https://docs.x.com/x-api/media/upload-media
 */
import { CallFault, type Checkpoint, isFilm, type PlatformCall, type PostMedia, type Prepared } from '../platform.ts';
import { uploadFilm } from './x-films.ts';
import { bearer } from './x-timeline.ts';
import { DAY_SECONDS, type NotYet, troubleOf, type Upload } from './x-upload.ts';
import { heard, jsonOf, listOf, textOf } from './x-wire.ts';

/** Those of the post as it is now, in its order; null where one is missing or too old. */
export const uploadsOf = ({ checkpoint, post }: Pick<PlatformCall, 'checkpoint' | 'post'>): readonly (Upload | null)[] => {
  const held = listOf(checkpoint['uploads']).map(toUpload);
  return post.media.map(({ file }) => held.find((upload) => upload.file === file) ?? null);
};

const toUpload = (kept: Checkpoint): Upload => ({
  ...{ file: textOf(kept['file']), id: textOf(kept['id']), key: textOf(kept['key']), until: textOf(kept['until']) },
  described: kept['described'] === true,
});

/** An upload is not begun to be used in its last minutes. */
const MARGIN_MS = 15 * 60_000;
const UPLOAD_MS = 60_000;

export async function uploadAll(apiUrl: string, call: PlatformCall): Promise<Prepared> {
  const uploads = uploadsOf(call).map((upload) => (upload && Date.parse(upload.until) - MARGIN_MS > Date.now() ? upload : null));
  const checkpoint = (): Checkpoint => ({ ...call.checkpoint, uploads: uploads.filter((upload) => upload !== null) });
  for (const [place, media] of call.post.media.entries()) {
    const upload = uploads[place] ?? (await (isFilm(media) ? uploadFilm : uploadOne)(apiUrl, call, media));
    if ('kind' in upload) return upload.kind === 'wait' ? { ...upload, checkpoint: { ...checkpoint(), ...upload.checkpoint } } : upload;
    uploads[place] = upload;
    if (upload.described || media.altText === '') continue;
    const said = await describe(apiUrl, call, upload.id, media.altText);
    if (said) return said.kind === 'wait' ? { ...said, checkpoint: checkpoint() } : said;
    uploads[place] = { ...upload, described: true };
  }
  return { kind: 'ready', checkpoint: checkpoint() };
}

const wait = (seconds: number, why: string): NotYet => ({ kind: 'wait', checkpoint: {}, seconds, why });

async function uploadOne(apiUrl: string, call: PlatformCall, media: PostMedia): Promise<Upload | NotYet> {
  const form = new FormData();
  form.set('media_category', 'tweet_image');
  form.set('media_type', media.mediaType);
  form.set('media', new Blob([new Uint8Array(await call.bytesOf(media))], { type: media.mediaType }), 'picture');
  const url = new URL(`${apiUrl}/2/media/upload`);
  const answer = await heard(call.send({ method: 'POST', url, headers: bearer(call), body: form, phase: 'upload', timeoutMs: UPLOAD_MS }));
  if (answer instanceof CallFault) return wait(30, answer.message);
  const trouble = troubleOf(answer, 'media');
  if (trouble) return trouble;
  const data = jsonOf(jsonOf(answer.json)['data']);
  const id = textOf(data['id']);
  if (!id) return wait(30, `HTTP ${answer.status} without the id of the upload`);
  const seconds = Number(data['expires_after_secs']);
  const until = new Date(Date.now() + (seconds > 0 ? seconds : DAY_SECONDS) * 1000).toISOString();
  return { file: media.file, id, key: textOf(data['media_key']) || `3_${id}`, until, described: false };
}

/** Null when it is said, or will never be: a post is not lost for the description of its picture. */
async function describe(apiUrl: string, call: PlatformCall, id: string, text: string): Promise<NotYet | null> {
  const body = JSON.stringify({ id, metadata: { alt_text: { text: text.slice(0, 1000) } } });
  const headers = { ...bearer(call), 'content-type': 'application/json' };
  const answer = await heard(call.send({ method: 'POST', url: new URL(`${apiUrl}/2/media/metadata`), headers, body, phase: 'alt_text' }));
  if (answer instanceof CallFault) return wait(30, answer.message);
  const trouble = answer.status < 300 ? null : troubleOf(answer, 'media');
  return trouble?.kind === 'refused' && trouble.refusal.reason === 'media' ? null : trouble;
}
