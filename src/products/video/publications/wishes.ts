/** What was asked for, read from the wire: when, and where with which words. Every fault is kept; nothing is looked up here. */
import { type FilmWords, PLATFORM_NAMES, type PlatformName } from '#capabilities/publishing/publishing.ts';
import { fieldMessages } from '#kernel/http/validation.ts';
import { instantOf, isTimeZone } from '#kernel/wall-time.ts';
import type { Reader } from '../projects/projects.ts';
import { m } from './messages.ts';

/** More than anybody has: one of each, some with several accounts. */
const MOST_PLATFORMS = 20;
/** The platforms count for themselves; this only keeps novels out. */
const MOST_TEXT = 100_000;

export interface Moment {
  readonly at: Date;
  readonly timezone: string;
}

export interface Wish {
  readonly reader: Reader;
  readonly config: Reader;
  readonly platform: PlatformName;
  /** The account that posts; the one connected last when null. */
  readonly connectionId: number | null;
  readonly text: string;
  /** Empty where the project's own is taken. */
  readonly title: string;
  readonly firstComment: string;
  readonly words: Pick<FilmWords, 'tags' | 'categoryId' | 'privacy'>;
  readonly thumbnailId: string | null;
  /** As asked, every field of it said that has a default. */
  readonly asked: Readonly<Record<string, unknown>>;
}

/** Where in the `config` of each platform a word is written: the names that a fault is told under, and those that are read. */
export const TEXT_FIELDS: Readonly<Record<PlatformName, readonly string[]>> = {
  youtube: ['description', 'text'],
  linkedin: ['text', 'commentary'],
  tiktok: ['title', 'text', 'caption'],
  instagram: ['caption', 'text'],
  facebook: ['text', 'description', 'caption'],
  twitter: ['text', 'caption'],
};

/**
 * Who may see it. What is left out is the narrowest that the platform has, never the platform's own default: a film that should not have
 * been public cannot be called back, one that was private too long can be opened.
 */
const PRIVACY: Readonly<
  Partial<Record<PlatformName, { readonly field: string; readonly values: Readonly<Record<string, FilmWords['privacy']>> }>>
> = {
  youtube: { field: 'privacy_status', values: { private: 'private', unlisted: 'unlisted', public: 'public' } },
  linkedin: { field: 'visibility', values: { CONNECTIONS: 'private', PUBLIC: 'public' } },
  tiktok: {
    field: 'privacy_level',
    values: { SELF_ONLY: 'private', MUTUAL_FOLLOW_FRIENDS: 'unlisted', FOLLOWER_OF_CREATOR: 'unlisted', PUBLIC_TO_EVERYONE: 'public' },
  },
};
export const privacyFieldOf = (platform: PlatformName): string => PRIVACY[platform]?.field ?? 'privacy_status';

/** Null when something is wrong with it. */
export function readMoment(body: Reader, when: 'now' | 'scheduled', now: Date): Moment | null {
  // Whoever says when does not want it now, wherever it is said.
  if (when === 'now' && !body.has('schedule')) return { at: now, timezone: 'UTC' };
  const schedule = body.within('schedule');
  const [said, zone] = [schedule.text('publish_at', { most: 40 }, ''), schedule.text('timezone', { most: 64 }, '')];
  if (zone && !isTimeZone(zone)) schedule.fault('timezone', m.zone, 'timezone');
  if (!said) {
    schedule.fault('publish_at', m.noSchedule, 'required');
    return null;
  }
  const at = readInstant(schedule, said, zone);
  if (at && at.getTime() <= now.getTime()) schedule.fault('publish_at', m.past, 'future');
  return at && { at, timezone: zone || 'UTC' };
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?$/i;

/** With an offset it is that instant; without one, what clocks show in the zone. */
function readInstant(schedule: Reader, said: string, zone: string): Date | null {
  const match = INSTANT.exec(said);
  const [, day = '', minute = '', second = ':00', offset] = match ?? [];
  const wall = `${day}T${minute}${second}`;
  if (!match || !isClock(wall)) schedule.fault('publish_at', m.when, 'format');
  else if (offset === undefined && !zone) schedule.fault('publish_at', m.zoneless, 'timezone');
  else if (offset === undefined) return isTimeZone(zone) ? instantOf(wall, zone) : null;
  else {
    const at = new Date(`${wall}${offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
    if (!Number.isNaN(at.getTime())) return at;
    schedule.fault('publish_at', m.when, 'format');
  }
  return null;
}

/** The 30th of February is no day. */
const isClock = (wall: string): boolean => {
  const time = Date.parse(`${wall}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(wall);
};

export function readWishes(body: Reader): readonly Wish[] {
  const list = body.raw('platforms');
  if (!Array.isArray(list) || list.length === 0 || list.length > MOST_PLATFORMS) {
    body.fault('platforms', m.platforms, list === undefined ? 'required' : 'type', { limit: MOST_PLATFORMS });
    return [];
  }
  const wishes = list.flatMap((part: unknown, place) => readWish(body.at(`platforms[${place}]`, part)) ?? []);
  const seen = new Set<string>();
  for (const { reader, platform, connectionId } of wishes) {
    const key = `${platform} ${connectionId ?? ''}`;
    if (seen.has(key)) reader.fault('platform', m.twice, 'unique');
    seen.add(key);
  }
  return wishes;
}

function readWish(reader: Reader): Wish | null {
  const name = reader.text('platform', { most: 40, isRequired: true }, '');
  const platform = PLATFORM_NAMES.find((known) => known === (name.toLowerCase() === 'x' ? 'twitter' : name.toLowerCase()));
  if (!platform) {
    if (name) reader.fault('platform', fieldMessages.choice, 'choice', { values: PLATFORM_NAMES.join(', ') });
    return null;
  }
  const config = reader.within('config');
  const [field = 'text'] = TEXT_FIELDS[platform];
  const written = TEXT_FIELDS[platform].find((one) => config.has(one)) ?? field;
  const text = config.text(written, { most: MOST_TEXT }, '');
  const title = platform === 'tiktok' ? '' : config.text('title', { most: MOST_TEXT }, '');
  const firstComment = config.text('first_comment', { most: MOST_TEXT }, '');
  const categoryId = config.has('category_id') ? String(config.raw('category_id')) : '22';
  const { privacy, ...asPrivacy } = readPrivacy(config, platform);
  const words = { tags: readTags(config), categoryId, privacy };
  const thumbnailId = config.text('thumbnail_asset_id', { most: 100 }, '') || null;
  const isYouTube = platform === 'youtube';
  const asked = {
    ...{ [field]: text, ...(title ? { title } : {}), ...(firstComment ? { first_comment: firstComment } : {}) },
    ...(isYouTube ? { tags: words.tags, category_id: categoryId, thumbnail_asset_id: thumbnailId } : {}),
    ...asPrivacy.said,
  };
  return { reader, config, platform, connectionId: readConnection(reader), text, title, firstComment, words, thumbnailId, asked };
}

function readConnection(reader: Reader): number | null {
  if (!reader.has('connection_id')) return null;
  return reader.number('connection_id', { least: 1, most: Number.MAX_SAFE_INTEGER, isWhole: true }, 0) || null;
}

function readPrivacy(config: Reader, platform: PlatformName): { readonly privacy: FilmWords['privacy']; readonly said: object } {
  const rule = PRIVACY[platform];
  // The others have no such choice: whatever is posted there is public.
  if (!rule) return { privacy: 'public', said: {} };
  const names = Object.keys(rule.values);
  const [narrowest = ''] = names;
  const given = config.has(rule.field) ? config.raw(rule.field) : narrowest;
  const name = names.find((one) => one.toLowerCase() === String(given).toLowerCase());
  if (name === undefined) config.fault(rule.field, fieldMessages.choice, 'choice', { values: names.join(', ') });
  return { privacy: rule.values[name ?? narrowest] ?? 'private', said: { [rule.field]: name ?? narrowest } };
}

function readTags(config: Reader): readonly string[] {
  const given = config.has('tags') ? config.raw('tags') : [];
  const list = typeof given === 'string' ? given.split(',') : given;
  if (!Array.isArray(list) || list.some((tag) => typeof tag !== 'string')) {
    config.fault('tags', m.tags, 'type');
    return [];
  }
  return [...new Set((list as readonly string[]).map((tag) => tag.normalize('NFC').trim().replace(/^#/, '')))].filter(Boolean);
}
