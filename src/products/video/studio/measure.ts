/** How much of a platform's room the words of a film take, in the platform's own way of counting. */
import { PLATFORM_NAMES, type PlatformName } from '#capabilities/publishing/publishing.ts';
import { type Language, say } from '#kernel/message.ts';
import type { FilmTools } from '../rooms.ts';
import type { TypedPublication } from './publish-form.ts';
import { publish as m } from './publish-messages.ts';

export interface Measure {
  readonly platform: PlatformName;
  readonly used: number;
  readonly limit: number;
  /** In the reader's language; null for none. */
  readonly fault: string | null;
}

export const measureAll = (
  { publishing }: Pick<FilmTools, 'publishing'>,
  { words }: TypedPublication,
  language: Language,
  names: readonly PlatformName[] = PLATFORM_NAMES,
): readonly Measure[] =>
  names.map((platform) => {
    const { text } = words[platform];
    const { used, limit } = publishing.platform(platform).countText(text);
    const over = used - limit;
    return { platform, used, limit, fault: over > 0 ? say(m.over, language, { over }) : null };
  });
