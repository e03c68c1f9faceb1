/** What a person sends as a schedule: every fault named at once, forms and JSON alike. */
import { PICTURE_PLATFORMS, type PicturePlatform } from '#capabilities/publishing/publishing.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import type { Message, Params } from '#kernel/message.ts';
import { isDay, isTimeZone, localDay } from '#kernel/wall-time.ts';
import { FREQUENCIES, type Frequency, nextOccurrences } from './instants.ts';
import { m } from './messages.ts';
import type { SchedulePlan } from './schedule.ts';

export type Body = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 100;
const LONGEST_TEMPLATE = 5000;
const MOST_TAGS = 30;

/** `before` is what a change begins with; what is not sent stays. */
export function readPlan(
  body: Body,
  before: SchedulePlan | null,
  defaults: { readonly timezone: string; readonly now: Date },
): SchedulePlan {
  const reader = new Reader(body);
  const frequency = reader.choice('frequency', FREQUENCIES, before?.frequency);
  const timezone = reader.text('timezone', 64, before?.timezone ?? defaults.timezone);
  if (!isTimeZone(timezone)) reader.fault('timezone', m.timezone, 'format');
  const zone = isTimeZone(timezone) ? timezone : 'UTC';
  const plan: SchedulePlan = {
    name: reader.text('name', LONGEST_NAME, before?.name, true),
    frequency,
    timezone,
    timeOfDay: readTime(reader, before?.timeOfDay),
    ...readDays(reader, frequency, before),
    platforms: readPlatforms(reader, before?.platforms),
    startsOn: reader.day('starts_on', before?.startsOn ?? null) ?? localDay(defaults.now, zone),
    endsOn: reader.day('ends_on', before?.endsOn ?? null),
    maxOccurrences: reader.integer('max_occurrences', 10_000, m.count, before?.maxOccurrences ?? null),
    tags: readTags(reader, before?.tags),
    captionTemplate: reader.text('caption_template', LONGEST_TEMPLATE, before?.captionTemplate ?? '{prompt}') || '{prompt}',
    hashtags: reader.text('hashtags', 1000, before?.hashtags ?? ''),
    isActive: reader.flag('is_active', before?.isActive ?? true),
  };
  if (plan.endsOn !== null && plan.endsOn < plan.startsOn) reader.fault('ends_on', m.endsBeforeStart, 'range');
  else if (plan.isActive && reader.isClean && nextOccurrences(plan, defaults.now, 1).length === 0)
    reader.fault('ends_on', m.ended, 'range');
  reader.close();
  return plan;
}

function readTime(reader: Reader, before: string | undefined): string {
  const text = reader.text('time_of_day', 8, before, true);
  if (text && !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) reader.fault('time_of_day', m.time, 'format');
  return text.length === 5 ? `${text}:00` : text;
}

function readDays(reader: Reader, frequency: Frequency, before: SchedulePlan | null): Pick<SchedulePlan, 'daysOfWeek' | 'dayOfMonth'> {
  // What belonged to another frequency goes with it.
  const kept = before?.frequency === frequency ? before : null;
  const sent = reader.list('days_of_week');
  const days = sent ? [...new Set(sent.map(Number))].sort() : (kept?.daysOfWeek ?? []);
  if (days.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) reader.fault('days_of_week', m.weekdays, 'range');
  else if (sent?.length && frequency !== 'weekly') reader.fault('days_of_week', m.onlyWeekly, 'conflict');
  const dayOfMonth = reader.integer('day_of_month', 31, m.monthDay, kept?.dayOfMonth ?? null);
  if (dayOfMonth !== null && frequency !== 'monthly' && reader.has('day_of_month')) reader.fault('day_of_month', m.onlyMonthly, 'conflict');
  return { daysOfWeek: days, dayOfMonth };
}

function readPlatforms(reader: Reader, before: readonly PicturePlatform[] | undefined): readonly PicturePlatform[] {
  const sent = reader.list('platforms');
  const names = sent ?? before ?? [];
  const known = PICTURE_PLATFORMS.filter((name) => names.includes(name));
  if (!sent && !before) reader.fault('platforms', m.required, 'required');
  else if (known.length === 0 || names.some((name) => !PICTURE_PLATFORMS.includes(name as PicturePlatform)))
    reader.fault('platforms', m.platforms, 'choice', { values: PICTURE_PLATFORMS.join(', ') });
  return known;
}

function readTags(reader: Reader, before: readonly string[] = []): readonly string[] {
  const sent = reader.list('tags');
  if (!sent) return before;
  const tags = [...new Set(sent.map((tag) => tag.normalize('NFC').replace(/\s+/g, ' ').trim()).filter(Boolean))];
  if (tags.length > MOST_TAGS || tags.some((tag) => [...tag].length > 50)) reader.fault('tags', m.texts, 'max_length');
  return tags;
}

class Reader {
  readonly #body: Body;
  readonly #faults: Record<string, FieldError> = {};
  constructor(body: Body) {
    this.#body = body;
  }

  get isClean(): boolean {
    return Object.keys(this.#faults).length === 0;
  }
  has(name: string): boolean {
    const value = this.#body[name];
    return value !== undefined && value !== null && value !== '';
  }
  fault(name: string, message: Message, constraint: string, params: Params = {}): void {
    this.#faults[name] ??= { message, params, constraint };
  }
  close(): void {
    if (!this.isClean) throw failure.invalid(this.#faults);
  }

  text(name: string, limit: number, before: string | undefined, isRequired = false): string {
    const raw = this.#body[name];
    if (raw === undefined && before !== undefined) return before;
    const text = (typeof raw === 'string' || typeof raw === 'number' ? String(raw) : '').normalize('NFC').trim();
    if (isRequired && !text) this.fault(name, m.required, 'required');
    if ([...text].length > limit) this.fault(name, m.name, 'max_length', { limit });
    return text;
  }

  choice<const T extends string>(name: string, allowed: readonly T[], before: T | undefined): T {
    const raw = this.#body[name];
    const found = raw === undefined ? before : allowed.find((value) => value === raw);
    if (raw === undefined && !before) this.fault(name, m.required, 'required');
    else if (!found) this.fault(name, m.choice, 'choice', { values: allowed.join(', ') });
    return found ?? (allowed[0] as T);
  }

  day<T extends string | null>(name: string, before: T): string | T {
    const raw = this.#body[name];
    if (raw === undefined) return before;
    if (raw === null || raw === '') return null as T;
    if (typeof raw === 'string' && isDay(raw)) return raw;
    this.fault(name, m.day, 'format');
    return before;
  }

  integer(name: string, most: number, message: Message, before: number | null): number | null {
    if (this.#body[name] === undefined) return before;
    if (!this.has(name)) return null;
    const number = Number(this.#body[name]);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    this.fault(name, message, 'range');
    return before;
  }

  flag(name: string, before: boolean): boolean {
    const raw = this.#body[name];
    if (raw === undefined) return before;
    if (raw === true || raw === 'true' || raw === '1' || raw === 'on') return true;
    if (raw === false || raw === 'false' || raw === '0' || raw === '') return false;
    this.fault(name, m.flag, 'type');
    return before;
  }

  /** A list, or one text with commas; null when nothing was sent. */
  list(name: string): readonly string[] | null {
    const raw = this.#body[name];
    if (raw === undefined) return null;
    if (raw === null || raw === '') return [];
    const parts = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw : [raw];
    if (parts.every((part) => typeof part === 'string' || typeof part === 'number')) return parts.map((part) => String(part).trim());
    this.fault(name, m.texts, 'type');
    return [];
  }
}
