/**
 * Uploaded files under their documented addresses (`/static/uploads/photos|cvs|qrcodes/…`), each given only to those who may
 * have it: photos of public profiles to all, CVs to their owner, recruiters and administrators, QR codes to all.
 */
import { createFileAnswers, fileRefusal } from '#capabilities/media/media.ts';
import type { Db } from '#kernel/db/db.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Members } from './members.ts';
import * as policies from './policies.ts';

interface FileRouteTools {
  readonly db: Db;
  readonly files: Files;
  readonly members: Members;
}

export function registerFileRoutes(door: Door, { db, files, members }: FileRouteTools): void {
  const route = { config: { access: access.public, internal: true } } as const;
  type Named = { Params: { file: string } };
  const answers = createFileAnswers({ db, files });

  door.get<Named>('/static/uploads/photos/:file', route, async (request, reply) => {
    const name = `photos/${request.params.file}`;
    const owner = await members.findFileOwner(name);
    if (!owner || !policies.maySeeCard(request.viewer, owner)) throw fileRefusal(request);
    return answers.photo(request, reply, name);
  });

  door.get<Named>('/static/uploads/cvs/:file', route, async (request, reply) => {
    const name = `cvs/${request.params.file}`;
    const owner = await members.findFileOwner(name);
    if (!owner || !policies.maySeeContacts(request.viewer, owner)) throw fileRefusal(request);
    return answers.document(request, reply, name, `CV-${owner.code}${name.slice(name.lastIndexOf('.'))}`);
  });

  door.get<Named>('/static/uploads/qrcodes/:file', route, (request, reply) =>
    answers.whole(request, reply, `qrcodes/${request.params.file}`),
  );
}
