/**
 * Timelines: what is seen and heard when. The one that the montage step makes is a timeline like any other.
 *
 * Hides how they are read, judged and kept. Words: a *clip* is an asset with its time on a *track*; a *draft* is a timeline that can be
 * judged and rendered, stored or not; a *warning* is worth a word and stops nobody; to *reframe* is to make one of another form.
 */
import type { Db, Tx } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { Failure, failure } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import type { Assets } from '../assets/assets.ts';
import { newId } from '../ids.ts';
import type { Project, Projects } from '../projects/projects.ts';
import type { VideoTools } from '../tools.ts';
import { completeTracks, type Shelf } from './complete.ts';
import { choiceAt, createFaults, type Faults } from './faults.ts';
import { RATIOS, type Ratio, reframed } from './framing.ts';
import { judge, type Warning, warningsOf } from './judgement.ts';
import { m } from './messages.ts';
import { secondsOfDraft } from './plan.ts';
import { draftOnWire } from './present.ts';
import { readConfig } from './read-config.ts';
import { readTracks, type WrittenTrack } from './read-tracks.ts';
import * as store from './store.ts';
import type { Timeline, TimelineConfig, TimelineDraft } from './timeline.ts';

export { automaticDraft, type SceneTake, secondsOfTakes, type Takes } from './automatic.ts';
export { RATIOS, type Ratio } from './framing.ts';
export type { Warning } from './judgement.ts';
export { type Material, type Materials, planOf, secondsOfDraft } from './plan.ts';
export { draftOnWire } from './present.ts';
export * from './timeline.ts';

export type TimelineBody = Readonly<Record<string, unknown>>;
interface Owner {
  readonly accountId: number;
  readonly projectId: string;
}

export interface Timelines {
  /** Every fault is named: overlaps, times, unknown or unfinished assets (`tracks[0].clips[2].asset_id`). */
  create(tx: Tx, accountId: number, body: TimelineBody): Promise<Timeline>;
  /** What `create` would store. */
  preview(accountId: number, body: TimelineBody): Promise<TimelineDraft & Owner>;
  /** The whole of config or tracks; `version` of the one that was read (409 when it is an older one). */
  change(accountId: number, id: string, body: TimelineBody): Promise<Timeline>;
  get(accountId: number, id: string, db?: Db): Promise<Timeline>;
  list(accountId: number, projectId: string, page: PageAsked): Promise<PageOf<Timeline>>;
  /** Its renders and films stay. */
  remove(accountId: number, id: string): Promise<void>;
  /** Of the montage step: replaces the project's automatic one when it has one, unless a person changed it since. */
  keepAutomatic(tx: Tx, owner: Owner, draft: TimelineDraft): Promise<Timeline>;
  /** A new one of `ratio`, its motions cut anew. */
  reframe(tx: Tx, accountId: number, id: string, body: TimelineBody): Promise<Timeline>;
  /** Gaps, and clips that ask for more than their files have. */
  warningsOf(draft: TimelineDraft & Owner, db?: Db): Promise<readonly Warning[]>;
  /** Everything about a stored one once more: assets go away. Throws like `create`. */
  judge(db: Db, timeline: Timeline): Promise<void>;
}

export interface TimelineTools extends Pick<VideoTools, 'db' | 'clock'> {
  readonly projects: Pick<Projects, 'get'>;
  readonly assets: Pick<Assets, 'findAll'>;
}

export function createTimelines(tools: TimelineTools): Timelines {
  const { db, assets } = tools;
  const get = async (accountId: number, id: string, from: Db = db): Promise<Timeline> => own(await store.findTimeline(from, accountId, id));
  return {
    get,
    async create(tx, accountId, body) {
      const { projectId, config, tracks } = await readDraft(tools, tx, accountId, body);
      return insert(tools, tx, { accountId, projectId }, { config, tracks }, 'person');
    },
    preview: (accountId, body) => readDraft(tools, db, accountId, body),
    change: (accountId, id, body) =>
      inTransaction(db, async (tx) => {
        const before = own(await store.lockTimeline(tx, accountId, id));
        if (typeof body['version'] === 'number' && body['version'] !== before.version)
          throw failure.conflict('VERSION_CONFLICT', m.version, {}, { version: before.version });
        const wire = draftOnWire(before);
        const whole = { config: body['config'] ?? wire.config, tracks: body['tracks'] ?? wire.tracks };
        return update(tools, tx, { ...before, origin: 'person' }, await judged(tools, tx, before, whole));
      }),
    list: (accountId, projectId, page) => store.listTimelines(db, accountId, projectId, page),
    remove: (accountId, id) =>
      inTransaction(db, async (tx) => store.deleteTimeline(tx, own(await store.lockTimeline(tx, accountId, id)).id)),
    async keepAutomatic(tx, owner, draft) {
      const before = await store.lockAutomatic(tx, owner.projectId);
      return before ? update(tools, tx, before, draft) : insert(tools, tx, owner, draft, 'automatic');
    },
    async reframe(tx, accountId, id, body) {
      const ratio = readRatio(body);
      const before = own(await store.findTimeline(tx, accountId, id));
      const shelf = await shelfOf(assets, tx, before, idsOf(before));
      const draft = reframed(before, ratio, (asset) => sizeOf(shelf, asset));
      return insert(tools, tx, before, draft, 'person');
    },
    warningsOf: async (draft, from = db) => warningsOf(draft, await shelfOf(assets, from, draft, idsOf(draft))),
    judge: async (from, timeline) => void (await judged(tools, from, timeline, draftOnWire(timeline))),
  };
}

function own(timeline: Timeline | null): Timeline {
  if (!timeline) throw failure.notFound(m.notFound);
  return timeline;
}

async function insert(
  { clock }: Pick<TimelineTools, 'clock'>,
  tx: Tx,
  { accountId, projectId }: Owner,
  { config, tracks }: TimelineDraft,
  origin: Timeline['origin'],
): Promise<Timeline> {
  const now = clock.now();
  const head = { id: newId('timeline'), projectId, accountId, origin, version: 1, createdAt: now, updatedAt: now };
  const timeline: Timeline = { ...head, config, tracks, duration: secondsOfDraft({ tracks }) };
  await store.insertTimeline(tx, timeline);
  return timeline;
}

async function update(
  { clock }: Pick<TimelineTools, 'clock'>,
  tx: Tx,
  before: Timeline,
  { config, tracks }: TimelineDraft,
): Promise<Timeline> {
  const changed = { version: before.version + 1, duration: secondsOfDraft({ tracks }), updatedAt: clock.now() };
  const timeline: Timeline = { ...before, config, tracks, ...changed };
  await store.updateTimeline(tx, timeline);
  return timeline;
}

async function readDraft(tools: TimelineTools, db: Db, accountId: number, body: TimelineBody): Promise<TimelineDraft & Owner> {
  const faults = createFaults();
  const project = await projectOf(tools, db, accountId, body['project_id'], faults);
  const owner = { accountId, projectId: project?.id ?? '' };
  const { config, tracks } = await judged(tools, db, owner, body, faults);
  const language = config.language ?? project?.script?.language ?? project?.config.language ?? null;
  return { ...owner, config: { ...config, language }, tracks };
}

async function projectOf({ projects }: TimelineTools, db: Db, accountId: number, id: unknown, faults: Faults): Promise<Project | null> {
  if (typeof id !== 'string' || !id) {
    faults.note('project_id', m.required, 'required');
    return null;
  }
  return projects.get(accountId, id, db).catch((error: unknown) => {
    if (!(error instanceof Failure) || error.kind !== 'not-found') throw error;
    faults.note('project_id', m.noProject, 'exists');
    return null;
  });
}

/** Throws everything that is wrong at once. */
async function judged(
  { assets }: TimelineTools,
  db: Db,
  owner: Owner,
  body: TimelineBody,
  faults = createFaults(),
): Promise<TimelineDraft> {
  const config = readConfig(body['config'], faults);
  const written = readTracks(body['tracks'], faults);
  if (owner.projectId) {
    const shelf = await shelfOf(assets, db, owner, idsOf({ config, tracks: written }));
    judgeBrand(config, shelf, faults);
    const draft = { config, tracks: completeTracks(written, shelf, faults) };
    judge(draft, faults);
    if (Object.keys(faults.found).length === 0) return draft;
  }
  throw failure.invalid(faults.found);
}

function judgeBrand({ brand }: TimelineConfig, shelf: Shelf, faults: Faults): void {
  const asset = brand && shelf.get(brand.assetId);
  if (brand && (asset?.type !== 'image' || asset.status !== 'completed')) faults.note('config.brand.asset_id', m.noBrand, 'exists');
}

const idsOf = ({
  config,
  tracks,
}: {
  readonly config: TimelineConfig;
  readonly tracks: TimelineDraft['tracks'] | readonly WrittenTrack[];
}) => [
  ...new Set([...tracks.flatMap(({ clips }) => clips.map(({ assetId }) => assetId)), ...(config.brand ? [config.brand.assetId] : [])]),
];

async function shelfOf(assets: Pick<Assets, 'findAll'>, db: Db, owner: Pick<Owner, 'accountId'>, ids: readonly string[]): Promise<Shelf> {
  const found = await assets.findAll(db, ids);
  const theirs = found.filter(({ accountId }) => accountId === owner.accountId);
  return new Map(theirs.map((asset) => [asset.id, asset]));
}

function sizeOf(shelf: Shelf, id: string): { width: number; height: number } | null {
  const asset = shelf.get(id);
  return asset?.width && asset.height ? { width: asset.width, height: asset.height } : null;
}

function readRatio({ ratio }: TimelineBody): Ratio {
  const faults = createFaults();
  const read = choiceAt(ratio, 'ratio', Object.keys(RATIOS) as Ratio[], null, faults);
  if (Object.keys(faults.found).length > 0) throw failure.invalid(faults.found);
  return read;
}
