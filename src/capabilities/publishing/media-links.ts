/** Addresses that platforms fetch the files of a post from: signed, for one publication, for a while. */
import { sql } from 'kysely';
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Files } from '#kernel/storage/files.ts';
import type { Signer } from '#kernel/vault.ts';
import { CallFault, type PlatformName, type PostContent, type PostMedia } from './platform.ts';
import type { Publication } from './publication.ts';

const SCOPE = 'publishing media link';
/** Containers are fetched at once; a platform that is slow has a day. */
const LIFE_SECONDS = 86_400;

export interface MediaLinks {
  /** `now` is the database's. Throws `NoPublicAddress` where the platform could not reach this installation. */
  linkTo(publication: Pick<Publication, 'id' | 'platform'>, media: PostMedia, now: Date): string;
  routes(site: Door): void;
}

/** Only an administrator can mend it: nobody waits for it. */
export class NoPublicAddress extends CallFault {
  constructor(address: string) {
    super(`the platform cannot fetch the picture from ${address}: set PUBLIC_URL to an address that the internet reaches`, true);
    this.name = 'NoPublicAddress';
  }
}

interface MediaTools {
  readonly db: Db;
  readonly files: Files;
  readonly signer: Signer;
  /** Origin of the site. */
  readonly publicUrl: string;
  /** Platforms that are played on this machine. */
  readonly simulated: readonly PlatformName[];
}

export function createMediaLinks(tools: MediaTools): MediaLinks {
  const { signer, publicUrl, simulated } = tools;
  return {
    linkTo: ({ id, platform }, media, now) => {
      if (isLoopback(publicUrl) && !simulated.includes(platform)) throw new NoPublicAddress(publicUrl);
      const until = Math.floor(now.getTime() / 1000) + LIFE_SECONDS;
      const file = fileNameOf(media);
      const query = new URLSearchParams({ until: String(until), signature: signer.sign(SCOPE, `${id}/${file}/${until}`) });
      return `${publicUrl}/media/posts/${id}/${encodeURIComponent(file)}?${query}`;
    },
    routes: (site) => registerMediaRoute(site, tools),
  };
}

function registerMediaRoute(site: Door, { db, files, signer }: MediaTools): void {
  const config = { access: access.public, internal: true, anonymous: true } as const;
  site.get<{ Params: { id: string; file: string }; Querystring: { until?: string; signature?: string } }>(
    '/media/posts/:id/:file',
    { config },
    async ({ params, query }, reply) => {
      const { until = '', signature = '' } = query;
      if (!/^\d{1,12}$/.test(until) || !signer.verify(SCOPE, `${params.id}/${params.file}/${until}`, signature)) throw failure.notFound();
      const media = await findMedia(db, Number(params.id), params.file, Number(until));
      const file = media && (await files.find(db, media.file));
      if (!file) throw failure.notFound();
      return reply
        .headers({
          'content-type': media.mediaType,
          'content-length': file.bytes,
          'cache-control': 'private, max-age=3600',
          'x-content-type-options': 'nosniff',
          'x-robots-tag': 'noindex',
        })
        .send(await files.open(file));
    },
  );
}

/** Null when the time is over or the post does not show it any more. */
async function findMedia(db: Db, id: number, name: string, until: number): Promise<PostMedia | null> {
  const { rows } = await sql<{ post: PostContent }>`
    select post from publishing.publications where id = ${id} and to_timestamp(${until}) > clock_timestamp()`.execute(db);
  return rows[0]?.post.media.find((media) => fileNameOf(media) === name) ?? null;
}

/** The folder of a file is no part of its address. */
const fileNameOf = ({ file }: PostMedia): string => file.slice(file.lastIndexOf('/') + 1);

const isLoopback = (address: string): boolean =>
  /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(new URL(address).hostname);
