/**
 * Photos of CINEMA people, under the folders of both documents: portraits and galleries of public people to all, photos of papers to
 * their owner, casting directors and administrators only.
 */
import { createFileAnswers, fileRefusal } from '#capabilities/media/media.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { CinemaRouteTools } from './routes.ts';

export function registerCinemaFiles(door: Door, { cinema, db, files }: CinemaRouteTools): void {
  const route = { config: { access: access.public, internal: true } } as const;
  const answers = createFileAnswers({ db, files });
  for (const folder of ['cinema', 'cinema_photos']) {
    door.get<{ Params: { file: string } }>(`/static/uploads/${folder}/:file`, route, async (request, reply) => {
      const name = `cinema/${request.params.file}`;
      if (!(await cinema.mayHaveFile(request, name))) throw fileRefusal(request);
      return answers.photo(request, reply, name);
    });
  }
}
