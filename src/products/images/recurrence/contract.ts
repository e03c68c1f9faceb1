/** The wire of recurring schedules (images-api.md, "Plannings Récurrents"; DECISIONS §6). */
import { type TSchema, Type } from 'typebox';
import { listOf } from '../lists.ts';

const text = Type.String();
const whole = Type.Integer();
const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const sent = (description: string) => Type.Optional(Type.Unknown({ description }));

/** Bodies stay loose: every fault is named by the rules, at once. */
export const PLAN_BODY = Type.Object(
  {
    name: sent('Up to 100 characters'),
    frequency: sent('daily, weekly or monthly'),
    time_of_day: sent('10:00:00, on the clocks of the time zone'),
    platforms: sent('A list of instagram, facebook, twitter'),
    is_active: sent('true by default'),
    timezone: sent('IANA; by default that of the profile, else UTC'),
    days_of_week: sent('Of a weekly schedule: 1 (Monday) to 7 (Sunday)'),
    day_of_month: sent('Of a monthly schedule: 1 to 31; the last day of shorter months'),
    starts_on: sent('First day, 2026-01-31; today by default'),
    ends_on: sent('Last day, included'),
    max_occurrences: sent('Number of days it happens, counted from the first'),
    tags: sent('Pictures with any of these tags; every validated picture by default'),
    caption_template: sent('{prompt}, {tags} and {date} are filled in; {prompt} by default'),
    hashtags: sent('Below each caption'),
  },
  { additionalProperties: true },
);

export const SCHEDULE = Type.Object({
  id: whole,
  name: text,
  frequency: text,
  time_of_day: text,
  platforms: Type.Array(text),
  is_active: Type.Boolean(),
  timezone: text,
  days_of_week: Type.Array(whole),
  day_of_month: orNull(whole),
  starts_on: text,
  ends_on: orNull(text),
  max_occurrences: orNull(whole),
  tags: Type.Array(text),
  caption_template: text,
  hashtags: text,
  posts_planned: whole,
  next_at: orNull(text),
  notice: orNull(text),
  created_at: text,
  updated_at: text,
});
export const SCHEDULES = listOf(SCHEDULE);
export const INSTANTS = Type.Object({ timezone: text, instants: Type.Array(Type.Object({ local_date: text, at: text })) });
