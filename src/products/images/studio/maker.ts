/** Who makes the pictures, said honestly: before one orders, and of each that was made. */
import type { Text } from '#kernel/page/context.tsx';
import { order as m } from './messages.ts';
import type { Picture, StudioTools } from './tools.ts';

const TITLES: Readonly<Record<string, string>> = {
  blackbox: 'Blackbox AI',
  openai: 'OpenAI',
  stability: 'Stability AI',
  replicate: 'Replicate',
};

/** The name of a provider as people know it; the embedded painter has a message of its own. */
export const titleOfProvider = (provider: string): Text => (provider === 'embedded' ? m.painter : (TITLES[provider] ?? provider));

/** Who would be asked now; null when only the embedded painter is there. */
export async function makersOf({ generation }: Pick<StudioTools, 'generation'>): Promise<string | null> {
  const { asked } = await generation.desk.imageState();
  const painted = asked.indexOf('embedded');
  const names = asked.slice(0, painted < 0 ? asked.length : painted).map((name) => TITLES[name] ?? name);
  return names.length > 0 ? names.join(', ') : null;
}

export const providerOf = ({ metadata }: Picture): string | null => {
  const { provider } = metadata;
  return typeof provider === 'string' ? provider : null;
};
