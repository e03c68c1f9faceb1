/** A platform in memory that does what a test says next, and otherwise everything right. What is live on it is in `live`. */
import {
  type Found,
  type Pause,
  PLATFORM_NAMES,
  type Platform,
  type PlatformCall,
  type PlatformName,
  type PostFigures,
  type Prepared,
  type Published,
} from './platform.ts';

export interface LivePost {
  readonly id: string;
  readonly text: string;
  readonly by: string;
}

type Act<T> = (call: PlatformCall) => T | Promise<T>;

/** What happens at the next times that something is asked, by the name of what is asked; then all is well again. */
export interface Script {
  readonly prepare: Act<Prepared>[];
  readonly publish: Act<Published>[];
  readonly find: Act<Found>[];
  readonly addressOf: Act<string | null>[];
  readonly comment: Act<boolean>[];
}

export interface TestPlatform {
  readonly platforms: Readonly<Record<PlatformName, Platform>>;
  readonly next: Script;
  readonly live: LivePost[];
  /** Everything that was asked, in order: `prepare`, `publish`, `find`… */
  readonly asked: string[];
  readonly comments: string[];
  /** What the headers of every answer say. */
  pauses: readonly Pause[];
  /** Makes it live, as the platform does before it answers. */
  create(call: PlatformCall): LivePost;
}

const FIGURES: PostFigures = { likes: 3, comments: 1, shares: null, views: 40, reach: null, impressions: null, raw: {} };

export function createTestPlatform(): TestPlatform {
  const next: Script = { prepare: [], publish: [], find: [], addressOf: [], comment: [] };
  const [live, asked, comments]: [LivePost[], string[], string[]] = [[], [], []];
  const create = ({ post, poster }: PlatformCall): LivePost => {
    const made = { id: `live-${live.length + 1}`, text: post.text, by: poster.externalId };
    live.push(made);
    return made;
  };
  const act = async <T>(name: keyof Script, call: PlatformCall, otherwise: () => T): Promise<T> => {
    asked.push(name);
    const scripted = next[name].shift() as Act<T> | undefined;
    return scripted ? scripted(call) : otherwise();
  };
  const publish = (call: PlatformCall): Published => {
    const { id } = create(call);
    return { kind: 'confirmed', postId: id, url: `https://platform.example/${id}` };
  };
  const find = (call: PlatformCall): Found => {
    const found = live.find(({ text }) => text === call.post.text);
    return found ? { kind: 'there', postId: found.id, url: null } : { kind: 'absent' };
  };
  const comment = (call: PlatformCall): boolean => {
    if (!comments.includes(call.post.firstComment)) comments.push(call.post.firstComment);
    return true;
  };
  const stage = { next, live, asked, comments, create, pauses: [] as readonly Pause[] };
  const platform = (name: PlatformName): Platform => ({
    name,
    title: name,
    frame: { minRatio: 1, maxRatio: 1, minWidth: 1, maxWidth: 1, maxHeight: 1, maxBytes: 1 },
    countText: (text) => ({ used: text.length, limit: 100 }),
    check: () => [],
    prepare: (call) => act('prepare', call, () => ({ kind: 'ready', checkpoint: { ...call.checkpoint, upload: 'up-1' } })),
    publish: (call) => act('publish', call, () => publish(call)),
    find: (call) => act('find', call, () => find(call)),
    addressOf: (call, postId) => act('addressOf', call, () => `https://platform.example/${postId}`),
    comment: (call) => act('comment', call, () => comment(call)),
    figures: async () => FIGURES,
    pausesOf: () => stage.pauses,
    oauth: noOAuth,
  });
  return Object.assign(stage, {
    platforms: Object.fromEntries(PLATFORM_NAMES.map((name) => [name, platform(name)])) as Record<PlatformName, Platform>,
  });
}

const never = (): never => {
  throw new Error('nobody connects here');
};
const noOAuth: Platform['oauth'] = {
  ...{ isConfigured: true, authorizeUrl: never, exchange: never, accounts: never, health: never },
  refresh: async () => null,
  refreshDue: () => false,
};
