/** What somebody typed to publish a film, and the request that it is, in the words of the API. */
import type { FastifyRequest } from 'fastify';
import { PLATFORM_NAMES, type PlatformName } from '#capabilities/publishing/publishing.ts';
import { asked, fieldOf, fieldsOf } from '#kernel/page/requests.ts';
import { instantOf, isDay, isTimeZone, localDateTime } from '#kernel/wall-time.ts';
import type { Project } from '../projects/projects.ts';

/** What a platform asks of a film beside its file. */
export interface Words {
  readonly title: string;
  readonly text: string;
  readonly tags: string;
  readonly privacy: string;
}
export interface TypedPublication {
  readonly video: string;
  readonly platforms: readonly PlatformName[];
  readonly words: Readonly<Record<PlatformName, Words>>;
  readonly when: 'now' | 'later';
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

type Privacy = 'public' | 'unlisted' | 'private' | 'contacts';
/** Who may see it, where the platform lets one choose, in the words of the API. Nobody but the person chooses. */
export const PRIVACIES: Readonly<Partial<Record<PlatformName, Readonly<Partial<Record<Privacy, string>>>>>> = {
  youtube: { public: 'public', unlisted: 'unlisted', private: 'private' },
  tiktok: { public: 'PUBLIC_TO_EVERYONE', private: 'SELF_ONLY' },
  linkedin: { public: 'PUBLIC', contacts: 'CONNECTIONS' },
};
export const privaciesOf = (name: PlatformName): readonly Privacy[] => Object.keys(PRIVACIES[name] ?? {}) as Privacy[];
const wireOf = (name: PlatformName, privacy: string): string => PRIVACIES[name]?.[privacy as Privacy] ?? '';
export const isUnchosen = ({ words }: TypedPublication, name: PlatformName): boolean =>
  PRIVACIES[name] !== undefined && wireOf(name, words[name].privacy) === '';
export const HAS_TITLE: ReadonlySet<PlatformName> = new Set(['youtube']);

export const isPlatform = (text: string): text is PlatformName => PLATFORM_NAMES.some((name) => name === text);
const each = <T>(make: (name: PlatformName) => T): Readonly<Record<PlatformName, T>> =>
  Object.fromEntries(PLATFORM_NAMES.map((name) => [name, make(name)])) as Record<PlatformName, T>;

export const typedPublication = (request: FastifyRequest): TypedPublication => ({
  video: fieldOf(request, 'video'),
  platforms: fieldsOf(request, 'platforms').filter(isPlatform),
  words: each((name) => ({
    title: fieldOf(request, `${name}_title`),
    text: fieldOf(request, `${name}_text`),
    tags: fieldOf(request, `${name}_tags`),
    privacy: fieldOf(request, `${name}_privacy`),
  })),
  when: fieldOf(request, 'when') === 'later' ? 'later' : 'now',
  day: fieldOf(request, 'day'),
  time: fieldOf(request, 'time'),
  zone: fieldOf(request, 'zone'),
});

/** Begins with what the film says of itself, tomorrow at the same full hour. */
export function begunPublication(request: FastifyRequest, project: Project, now: Date, zone: string): TypedPublication {
  const [day = '', time = ''] = localDateTime(new Date(now.getTime() + 86_400_000), zone).split('T');
  const title = (project.script?.title ?? project.title).slice(0, 100);
  return {
    video: asked(request, 'video') || (project.videoId ?? ''),
    platforms: asked(request, 'platform').split(',').filter(isPlatform),
    words: each((name) => ({ title, text: HAS_TITLE.has(name) ? project.prompt : title, tags: '', privacy: '' })),
    when: 'now',
    ...{ day, time: `${time.slice(0, 2)}:00`, zone },
  };
}

const configFor = (name: PlatformName, { title, text, tags, privacy }: Words): Readonly<Record<string, unknown>> => {
  const list = tags
    .split(/[,،]/)
    .map((tag) => tag.trim().replace(/^#/, ''))
    .filter(Boolean);
  if (name === 'youtube') return { title, description: text, tags: list, privacy_status: wireOf(name, privacy) };
  if (name === 'linkedin') return { text, visibility: wireOf(name, privacy) };
  return name === 'tiktok' ? { title: text, privacy_level: wireOf(name, privacy) } : { text };
};

export const orderFrom = ({ video, platforms, words }: TypedPublication): Readonly<Record<string, unknown>> => ({
  video_id: video,
  platforms: platforms.map((name) => ({ platform: name, config: configFor(name, words[name]) })),
});

/** Null when day, time or zone say nothing. */
export function scheduleFrom({ day, time, zone }: TypedPublication): Readonly<Record<string, string>> | null {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || !isTimeZone(zone)) return null;
  return { publish_at: instantOf(`${day}T${time}:00`, zone).toISOString(), timezone: zone };
}

const FIELDS: Readonly<Record<string, string>> = {
  ...{
    title: 'title',
    description: 'text',
    text: 'text',
    tags: 'tags',
    privacy_status: 'privacy',
    visibility: 'privacy',
    privacy_level: 'privacy',
    caption: 'text',
    commentary: 'text',
  },
};

/** `platforms[1].config.title` is `youtube_title` in the form. */
export function publishFieldOf(wire: string, { platforms }: TypedPublication): string {
  const [, place, rest = ''] = /^platforms\[(\d+)\]\.?(.*)$/.exec(wire) ?? [];
  if (place === undefined) return wire.startsWith('schedule') ? 'day' : wire === 'video_id' ? 'video' : wire;
  const name = platforms[Number(place)];
  const field = FIELDS[rest.replace(/^config\.?/, '').replace(/\[.*$/, '')];
  return name && field ? `${name}_${field === 'title' && !HAS_TITLE.has(name) ? 'text' : field}` : 'platforms';
}
