/** What a person is writing, measured while they write. */
import type { PostFault, Publishing } from '#capabilities/publishing/publishing.ts';
import { failure } from '#kernel/failure.ts';
import { refuseAny } from './judging.ts';
import { m } from './messages.ts';
import { type Body, type Faults, readGiven } from './plan.ts';
import { composeText } from './texts.ts';

/** A draft has no picture and no time yet: only its words are looked at. */
const WORDS = ['platform', 'caption', 'hashtags', 'first_comment', 'utm', 'utm_source', 'utm_medium', 'utm_campaign'];

export function checkDraft(publishing: Pick<Publishing, 'platform'>, body: Body) {
  const faults: Faults = {};
  const words = Object.fromEntries(Object.entries(body).filter(([name]) => WORDS.includes(name)));
  const { platform: name, caption = '', hashtags = '', firstComment = '', utm = null } = readGiven(words, new Date(0), faults);
  refuseAny(faults);
  if (!name) throw failure.field('platform', m.required, {}, 'required');
  const platform = publishing.platform(name);
  const text = composeText({ caption, hashtags, utm });
  const found: readonly PostFault[] = platform.check({ text, firstComment, mediaCount: 1 });
  return { platform: name, ...platform.countText(text), faults: found, text };
}
