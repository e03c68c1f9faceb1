/** What somebody typed into the composer, and the posts it asks for: one for each platform. */
import type { FastifyRequest } from 'fastify';
import { type Crop, cropFor } from '#capabilities/media/media.ts';
import { PICTURE_PLATFORMS, type PictureFrame, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import { asked, fieldOf, fieldsOf } from '#kernel/page/requests.ts';
import { instantOf, isDay, localDateTime, localDay } from '#kernel/wall-time.ts';
import type { Body } from '../scheduler/scheduler.ts';
import type { Picture } from './picture-src.ts';
import { isPlatform } from './platforms.ts';

export interface Typed {
  /** Texts, as forms know them. */
  readonly image: string;
  readonly platforms: readonly PicturePlatform[];
  readonly caption: string;
  readonly captions: Readonly<Record<PicturePlatform, string>>;
  readonly hashtags: string;
  readonly firstComment: string;
  /** On the clocks of the zone that is shown. */
  readonly day: string;
  readonly time: string;
  readonly utm: Readonly<Record<Mark, string>>;
  /** Where the frame lies along the side that is cut: 0 to 100. */
  readonly crops: Readonly<Record<PicturePlatform, number>>;
  readonly connections: Readonly<Record<PicturePlatform, string>>;
}

export const MARKS = ['source', 'medium', 'campaign'] as const;
type Mark = (typeof MARKS)[number];

const MIDDLE = 50;
const each = <T>(make: (name: PicturePlatform) => T): Readonly<Record<PicturePlatform, T>> =>
  Object.fromEntries(PICTURE_PLATFORMS.map((name) => [name, make(name)])) as Record<PicturePlatform, T>;

/** What the form sent. */
export const typedOf = (request: FastifyRequest): Typed => ({
  image: fieldOf(request, 'image'),
  platforms: fieldsOf(request, 'platforms').filter(isPlatform),
  caption: fieldOf(request, 'caption'),
  captions: each((name) => fieldOf(request, `caption_${name}`)),
  hashtags: fieldOf(request, 'hashtags'),
  firstComment: fieldOf(request, 'first_comment'),
  day: fieldOf(request, 'day'),
  time: fieldOf(request, 'time'),
  utm: { source: fieldOf(request, 'utm_source'), medium: fieldOf(request, 'utm_medium'), campaign: fieldOf(request, 'utm_campaign') },
  crops: each((name) => percentOf(fieldOf(request, `crop_${name}`))),
  connections: each((name) => fieldOf(request, `connection_${name}`)),
});

/** What the address asks to begin with: `image`, `at` (a day, or a day and a time), `platform`, `caption`. */
export function begunWith(request: FastifyRequest, now: Date, zone: string): Typed {
  const [day = '', time = ''] = asked(request, 'at').split('T');
  const start = isDay(day) ? { day, time: /^\d\d:\d\d/.test(time) ? time.slice(0, 5) : timeOn(day, now, zone) } : soon(now, zone);
  const platforms = asked(request, 'platform').split(',').filter(isPlatform);
  return {
    ...start,
    image: asked(request, 'image'),
    platforms: platforms.length > 0 ? platforms : ['instagram'],
    caption: asked(request, 'caption'),
    captions: each(() => ''),
    hashtags: asked(request, 'hashtags'),
    firstComment: '',
    utm: { source: '', medium: '', campaign: '' },
    crops: each(() => MIDDLE),
    connections: each(() => ''),
  };
}

/** Ten in the morning of a day to come; later today when that has passed. */
const timeOn = (day: string, now: Date, zone: string): string => {
  const next = soon(now, zone);
  return day === localDay(now, zone) && next.day === day && next.time > '10:00' ? next.time : '10:00';
};

/** The full hour after the next. */
function soon(now: Date, zone: string): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = localDateTime(new Date(now.getTime() + 7_200_000), zone).split('T');
  return { day, time: `${time.slice(0, 2)}:00` };
}

function percentOf(text: string): number {
  const percent = Number(text || MIDDLE);
  return Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : MIDDLE;
}

/** Null when day or time say nothing. */
export const instantTyped = ({ day, time }: Pick<Typed, 'day' | 'time'>, zone: string): Date | null =>
  isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? instantOf(`${day}T${time}:00`, zone) : null;

/** The words of one platform, as the scheduler judges them. */
export const wordsFor = (typed: Typed, platform: PicturePlatform): Body => ({
  platform,
  caption: typed.captions[platform] || typed.caption,
  hashtags: typed.hashtags,
  first_comment: typed.firstComment,
  ...Object.fromEntries(MARKS.map((mark) => [`utm_${mark}`, typed.utm[mark]])),
});

/** One post; the crop is left out when the whole picture fits. */
export function postFor(typed: Typed, platform: PicturePlatform, at: Date | null, crop: Crop | null): Body {
  return {
    ...wordsFor(typed, platform),
    image: typed.image,
    scheduled_time: at?.toISOString() ?? '',
    connection: typed.connections[platform],
    ...(crop ? { crop } : {}),
  };
}

/** The part of the picture that a platform shows, `percent` along the side that is cut; the whole one when nothing is. */
export function cropAt({ width, height }: Pick<Picture, 'width' | 'height'>, frame: PictureFrame, percent: number): Crop {
  const kept = cropFor(width, height, frame);
  const along = (free: number): number => Math.round((free * percent) / 100);
  return { ...kept, left: along(width - kept.width), top: along(height - kept.height) };
}

export const isWhole = ({ width, height }: Crop, picture: Pick<Picture, 'width' | 'height'>): boolean =>
  width === picture.width && height === picture.height;

/** The slider's place of a crop that is stored. */
export function percentOfCrop(crop: Crop, picture: Pick<Picture, 'width' | 'height'>): number {
  const [across, down] = [picture.width - crop.width, picture.height - crop.height];
  if (across > 0) return Math.round((crop.left / across) * 100);
  return down > 0 ? Math.round((crop.top / down) * 100) : MIDDLE;
}
