/** `/api/v1/videos…`: finished films with their files. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { listAnswer, pageOf } from '../lists.ts';
import type { VideoMount } from '../mount.ts';
import type { FilmTools } from '../rooms.ts';
import * as wire from './contract.ts';
import { answerFile } from './film-answer.ts';
import { m } from './messages.ts';
import { videoOnWire } from './present.ts';
import type { Video } from './render.ts';
import { projectOf } from './requests.ts';

interface ById {
  readonly Params: { readonly video_id: string };
}

export function registerVideoRoutes({ door, route }: VideoMount, tools: FilmTools): void {
  const { renders, publicUrl } = tools;
  const open = route(access.signedIn);
  const tags = ['Videos'];
  const own = (request: FastifyRequest): Promise<Video> =>
    renders.video(requireViewer(request).accountId, (request.params as ById['Params']).video_id);

  const list = { tags, summary: 'Own films, newest first', response: { 200: wire.VIDEOS } };
  door.get('/api/v1/videos', { ...open, schema: list }, async (request) => {
    const page = pageOf(request);
    const rows = await renders.videos(requireViewer(request).accountId, projectOf(request), page);
    return listAnswer(page, rows, (video) => videoOnWire(video, publicUrl));
  });
  const one = { tags, summary: 'One film', response: { 200: wire.VIDEO } };
  door.get<ById>('/api/v1/videos/:video_id', { ...open, schema: one }, async (request) => videoOnWire(await own(request), publicUrl));
  door.delete<ById>('/api/v1/videos/:video_id', { ...open, schema: { tags, summary: 'Delete' } }, async (request, reply) => {
    await renders.removeVideo(requireViewer(request).accountId, request.params.video_id);
    return reply.code(204).send();
  });

  const file = (path: string, summary: string, answer: (video: Video, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>) =>
    door.get<ById>(`/api/v1/videos/:video_id/${path}`, { ...open, schema: { tags, summary } }, async (request, reply) =>
      answer(await own(request), request, reply),
    );
  file('download', 'The film: video/mp4, whole or a part (Range)', async (video, request, reply) =>
    answerFile(tools, request, reply, video.file, `${await nameOf(tools, video)}.mp4`),
  );
  file('thumbnail', 'A picture of it: image/jpeg', (video, request, reply) => answerFile(tools, request, reply, required(video.thumbnail)));
  for (const format of ['srt', 'vtt'] as const)
    file(`captions.${format}`, `What is said: ${format}`, async (video, request, reply) =>
      answerFile(tools, request, reply, required(video[format]), `${await nameOf(tools, video)}.${format}`),
    );
}

function required(file: string | null): string {
  if (file === null) throw failure.notFound(m.noCaptions);
  return file;
}

/** Of its project. */
const nameOf = async ({ projects }: FilmTools, { accountId, projectId }: Video): Promise<string> =>
  (await projects.get(accountId, projectId)).title.replace(/[/\\]/g, '-').slice(0, 120) || 'film';
