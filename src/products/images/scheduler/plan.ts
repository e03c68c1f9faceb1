/** What a person sends to plan or change a post: every fault named, words as people type them accepted. */
import type { Crop } from '#capabilities/media/media.ts';
import { PICTURE_PLATFORMS, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import type { FieldError } from '#kernel/failure.ts';
import type { Message, Params } from '#kernel/message.ts';
import { isDay } from '#kernel/wall-time.ts';
import { m } from './messages.ts';
import type { Utm } from './post.ts';
import { MOST_HASHTAGS, normalizeHashtags } from './texts.ts';

export type Body = Readonly<Record<string, unknown>>;
export type Faults = Record<string, FieldError>;

/** What was given; what is absent or at fault is undefined, what was emptied is null. */
export interface Given {
  readonly pictureId: number | undefined;
  readonly scheduledTime: Date | undefined;
  readonly platform: PicturePlatform | undefined;
  readonly caption: string | undefined;
  readonly hashtags: string | undefined;
  readonly firstComment: string | undefined;
  readonly connectionId: number | null | undefined;
  readonly crop: Crop | null | undefined;
  readonly utm: Utm | null | undefined;
  readonly catchUp: boolean | undefined;
}

/** A clock of the sender may be behind ours by as much. */
const TOLERANCE_MS = 60_000;

export function readGiven(body: Body, now: Date, faults: Faults): Given {
  return {
    pictureId: numberOf(body, 'image', faults, m.imageNumber) ?? undefined,
    scheduledTime: timeOf(body, now, faults),
    platform: platformOf(body, faults),
    caption: wordsOf(body, 'caption', faults),
    hashtags: hashtagsOf(body, faults),
    firstComment: wordsOf(body, 'first_comment', faults),
    connectionId: numberOf(body, 'connection', faults, m.connectionNumber),
    crop: cropOf(body, faults),
    utm: utmOf(body, faults),
    catchUp: flagOf(body, 'catch_up', faults),
  };
}

/** Those that a new post cannot do without; a field already at fault keeps its own word. */
export function requireAll(given: Given, faults: Faults): void {
  const needed = { image: given.pictureId, scheduled_time: given.scheduledTime, platform: given.platform, caption: given.caption };
  for (const [name, value] of Object.entries(needed))
    if (value === undefined || value === '') faults[name] ??= { message: m.required, constraint: 'required' };
}

export function platformOf(body: Body, faults: Faults): PicturePlatform | undefined {
  const raw = given(body, 'platform');
  if (raw === undefined || raw === null) return undefined;
  const name = PICTURE_PLATFORMS.find((known) => known === String(raw).trim().toLowerCase());
  if (!name) put(faults, 'platform', m.choice, 'choice', { values: PICTURE_PLATFORMS.join(', ') });
  return name;
}

/** Without it the zone would be a guess, and a guess is hours wrong. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):?(\d{2}))$/i;

/** Null for what is no instant. */
export function readInstant(text: string): Date | null {
  const [, day = '', hours, minutes, seconds = '0', zoneHours = '0', zoneMinutes = '0'] = INSTANT.exec(text.trim()) ?? [];
  if (!isDay(day) || [minutes, seconds, zoneMinutes].some((part) => Number(part) > 59)) return null;
  if (Number(hours) > 23 || Number(zoneHours) > 14) return null;
  const at = new Date(
    text
      .trim()
      .replace(' ', 'T')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
      .toUpperCase(),
  );
  return Number.isNaN(at.getTime()) ? null : at;
}

function timeOf(body: Body, now: Date, faults: Faults): Date | undefined {
  const raw = given(body, 'scheduled_time');
  if (raw === undefined || raw === null) return undefined;
  const at = typeof raw === 'string' ? readInstant(raw) : null;
  if (!at) put(faults, 'scheduled_time', m.time, 'format');
  else if (at.getTime() < now.getTime() - TOLERANCE_MS) put(faults, 'scheduled_time', m.past, 'past');
  return at ?? undefined;
}

function wordsOf(body: Body, name: string, faults: Faults): string | undefined {
  const raw = body[name];
  if (raw === undefined) return undefined;
  if (raw !== null && typeof raw !== 'string') {
    put(faults, name, m.text, 'type');
    return undefined;
  }
  const text = (raw ?? '').toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (/[^\P{Cc}\n\t]/u.test(text)) put(faults, name, m.controls, 'format');
  return text;
}

function hashtagsOf(body: Body, faults: Faults): string | undefined {
  const raw = body['hashtags'];
  if (raw === undefined) return undefined;
  const list = raw === null ? [] : [raw].flat();
  if (!list.every((tag): tag is string => typeof tag === 'string')) {
    put(faults, 'hashtags', m.text, 'type');
    return undefined;
  }
  const { text, wrong } = normalizeHashtags(list);
  if (wrong.length > 0 || text.split(' ').length > MOST_HASHTAGS)
    put(faults, 'hashtags', m.hashtags, 'format', { most: MOST_HASHTAGS, wrong: wrong.slice(0, 5).join(', ') || '—' });
  return text;
}

function numberOf(body: Body, name: string, faults: Faults, message: Message): number | null | undefined {
  const raw = given(body, name);
  if (raw === undefined || raw === null) return raw;
  if (/^[1-9]\d{0,14}$/.test(String(raw).trim()) && typeof raw !== 'object') return Number(raw);
  put(faults, name, message, 'type');
  return undefined;
}

function flagOf(body: Body, name: string, faults: Faults): boolean | undefined {
  const raw = given(body, name);
  if (raw === undefined || raw === null) return undefined;
  const word = String(raw).toLowerCase();
  if (['true', '1', 'on'].includes(word)) return true;
  if (!['false', '0', 'off'].includes(word)) put(faults, name, m.flag, 'type');
  return false;
}

const SIDES = ['left', 'top', 'width', 'height'] as const;

/** Whether it lies inside the picture is said by who cuts it. */
function cropOf(body: Body, faults: Faults): Crop | null | undefined {
  const raw = given(body, 'crop');
  if (raw === undefined || raw === null) return raw;
  const record = recordOf(raw);
  const sides = SIDES.map((side) => Number(record?.[side] ?? Number.NaN));
  if (!sides.every(Number.isInteger)) put(faults, 'crop', m.crop, 'format');
  const [left = 0, top = 0, width = 0, height = 0] = sides;
  return { left, top, width, height };
}

const MARKS = ['source', 'medium', 'campaign'] as const;
const LONGEST_MARK = 100;

/** `utm {source, medium, campaign}`; forms and tables send `utm_source`, `utm_medium`, `utm_campaign`. */
function utmOf(body: Body, faults: Faults): Utm | null | undefined {
  const flat = MARKS.some((mark) => body[`utm_${mark}`] !== undefined);
  const raw = flat ? Object.fromEntries(MARKS.map((mark) => [mark, body[`utm_${mark}`]])) : given(body, 'utm');
  if (raw === undefined || raw === null) return raw;
  const record = recordOf(raw);
  const [source = '', medium = '', campaign = ''] = MARKS.map((mark) => String(record?.[mark] ?? '').trim());
  if (record && !source && !medium && !campaign) return null;
  if (!source || [source, medium, campaign].some((mark) => mark.length > LONGEST_MARK || /\p{Cc}/u.test(mark)))
    put(faults, 'utm', m.utm, 'format');
  return { source, ...(medium ? { medium } : {}), ...(campaign ? { campaign } : {}) };
}

/** Forms send objects as JSON. */
function recordOf(raw: unknown): Readonly<Record<string, unknown>> | null {
  const value = typeof raw === 'string' ? parsed(raw) : raw;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An empty text of a form is a field that was emptied. */
const given = (body: Body, name: string): unknown => (body[name] === '' ? null : body[name]);

function put(faults: Faults, name: string, message: Message, constraint: string, params: Params = {}): void {
  faults[name] ??= { message, params, constraint };
}
