/**
 * Films that another room of the house orders, and the films that the house's calendar shows: what the products outside need to know,
 * and no more. Who orders brings the words, scene by scene, and the pictures; it is a project like any other from then on.
 */
import { sql } from 'kysely';
import type { Library, MediumName } from '#capabilities/library/library.ts';
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { type Assets, type OwnMedia, receiveOwnMedia } from '../assets/assets.ts';
import { uploadName } from '../media/media.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { createProjects, type ProjectStatus, type RatioName } from '../projects/projects.ts';
import type { VideoTools } from '../tools.ts';

export { createFilmCalendar, type FilmCalendar } from './calendar.ts';

/** A picture that the order brings; `shows` is what it was made from. */
export interface BroughtPicture {
  readonly content: Buffer;
  readonly name: string;
  readonly shows: readonly MediumName[];
}

export interface FilmCommission {
  readonly accountId: number;
  /** `cinema.project:12`. */
  readonly origin: string;
  readonly title: string;
  readonly prompt: string;
  readonly language: 'fr' | 'en' | 'ar';
  /** Of the film, 5 to 600. */
  readonly seconds: number;
  readonly ratio: RatioName;
  readonly style: string;
  readonly hasVoice: boolean;
  readonly hasMusic: boolean;
  readonly scenes: readonly {
    readonly narration: string;
    readonly imagePrompt: string;
    readonly onScreen: string;
    readonly seconds: number;
    readonly picture: BroughtPicture | null;
  }[];
  /** A logo in a corner. */
  readonly brand: BroughtPicture | null;
  /** Small and quick, to be looked at. */
  readonly isDraft: boolean;
  /** False: the script waits to be read. */
  readonly begins: boolean;
}

/** A film as the room that ordered it shows it. */
export interface CommissionedFilm {
  readonly id: string;
  readonly accountId: number;
  readonly title: string;
  readonly status: ProjectStatus;
  readonly ratio: string;
  readonly videoId: string | null;
  /** Of its owner. */
  readonly href: string;
  readonly thumbnail: string | null;
  readonly createdAt: Date;
}

export interface Commissions {
  /** The project, its pictures and its script, all of them or none; then its making begins. Answers the id. */
  make(commission: FilmCommission): Promise<string>;
  /** The latest first. */
  ofOrigin(db: Db, origin: string): Promise<readonly CommissionedFilm[]>;
}

export interface CommissionTools extends Pick<VideoTools, 'config' | 'db' | 'clock' | 'webhooks' | 'files' | 'uploads'> {
  readonly assets: Pick<Assets, 'inFolder' | 'keepOwn'>;
  readonly pipeline: Pick<Pipeline, 'start'>;
  readonly library: Pick<Library, 'deriveFrom'>;
}

export const createCommissions = (tools: CommissionTools): Commissions => ({
  make: (commission) => make(tools, commission),
  ofOrigin: findOfOrigin,
});

const PATIENCE_MS = 60_000;

async function make(tools: CommissionTools, commission: FilmCommission): Promise<string> {
  const { accountId } = commission;
  const brought = [...commission.scenes.map(({ picture }) => picture), commission.brand];
  // Looked at before anything is stored; they are in the folder until they are kept.
  const id = await inFolders(tools, brought, (received) => inTransaction(tools.db, (tx) => store(tools, tx, commission, received)));
  if (!commission.begins) return id;
  const render = commission.isDraft ? { quality: 'draft', scale: 4 } : {};
  await inTransaction(tools.db, (tx) => tools.pipeline.start(tx, accountId, id, { pipeline_config: { render } }));
  return id;
}

type Received = ReadonlyMap<BroughtPicture, OwnMedia>;

/** One picture is looked at once, however often it is shown; each in a folder of its own. */
async function inFolders<T>(
  tools: CommissionTools,
  brought: readonly (BroughtPicture | null)[],
  work: (received: Received) => Promise<T>,
): Promise<T> {
  const pictures = [...new Set(brought.flatMap((picture) => picture ?? []))];
  const received = new Map<BroughtPicture, OwnMedia>();
  const next = async (index: number): Promise<T> => {
    const picture = pictures[index];
    if (!picture) return work(received);
    return tools.assets.inFolder(async (folder) => {
      const file = { content: picture.content, originalName: picture.name, declaredType: '' };
      const sent = { file, uploadId: null, owner: '', type: 'image' } as const;
      received.set(picture, await receiveOwnMedia(tools, sent, folder, AbortSignal.timeout(PATIENCE_MS)));
      return next(index + 1);
    });
  };
  return next(0);
}

async function store(tools: CommissionTools, tx: Tx, commission: FilmCommission, received: Received): Promise<string> {
  // The same rules in this transaction; its pictures are kept in it, so nobody has to be asked whether they are there.
  const projects = createProjects({ ...tools, db: tx });
  const { accountId, title, origin, prompt, brand } = commission;
  const { id } = await projects.create(tx, accountId, { title, prompt, config: configOf(commission) });
  await sql`update video.projects set origin = ${origin} where id = ${id}`.execute(tx);
  const keep = async (picture: BroughtPicture | null): Promise<string | null> => {
    const media = picture && received.get(picture);
    if (!picture || !media) return null;
    const asset = await tools.assets.keepOwn(tx, { accountId, projectId: id }, media, null);
    await tools.library.deriveFrom(tx, uploadName(asset.id), picture.shows);
    return asset.id;
  };
  const scenes: Readonly<Record<string, unknown>>[] = [];
  for (const { narration, imagePrompt, onScreen, seconds, picture } of commission.scenes)
    scenes.push({ narration, image_prompt: imagePrompt, on_screen: onScreen, seconds, own_image: (await keep(picture)) ?? '' });
  await projects.changeScript(accountId, id, { title, language: commission.language, scenes });
  const mark = await keep(brand);
  if (mark) await projects.change(accountId, id, { config: { brand: { asset_id: mark, corner: 'top-right' } } });
  return id;
}

const configOf = ({ seconds, language, ratio, style, hasVoice, hasMusic }: FilmCommission) => ({
  ...{ target_duration: seconds, language, ratio, style },
  ...(hasVoice ? {} : { voice_id: null }),
  ...(hasMusic ? {} : { music: null }),
});

async function findOfOrigin(db: Db, origin: string): Promise<readonly CommissionedFilm[]> {
  const { rows } = await sql<CommissionedFilm>`
    select p.id, p.account_id as "accountId", p.title, p.status, p.config->>'ratio' as ratio, p.video_id as "videoId",
      '/films/' || p.id as href, case when v.thumbnail is not null then '/api/v1/videos/' || v.id || '/thumbnail' end as thumbnail,
      p.created_at as "createdAt"
    from video.projects p left join video.videos v on v.id = p.video_id where p.origin = ${origin}
    order by p.created_at desc, p.id`.execute(db);
  return rows;
}
