/** Who is asked for pictures, in which order, by what is set and what the environment gives; and the key of each, tried. */
import type { Config } from '#config';
import type { Settings } from '#kernel/settings.ts';
import { isLoopback } from '../text/openai.ts';
import { textSettings } from '../text/settings.ts';
import { type KeyState, keyState } from '../text/state.ts';
import { blackbox } from './blackbox.ts';
import { IMAGE_PROVIDERS, ImageFault, type ImageProviderName } from './image.ts';
import { IMAGE_LINES, liveName } from './models.ts';
import { openai } from './openai.ts';
import type { ImageKeyReport, Place, Provider } from './provider.ts';
import { replicate } from './replicate.ts';
import { imageSettings } from './settings.ts';
import { stability } from './stability.ts';

const PROVIDERS: Readonly<Record<ImageProviderName, Provider>> = { blackbox, openai, stability, replicate };

export interface Candidate {
  readonly provider: Provider;
  readonly place: Place;
  /** Asked in this order, the next one only when the one before is not known there. */
  readonly models: readonly string[];
}

export interface ImageState {
  /** What is set; null: everybody who has a key. */
  readonly chain: readonly (ImageProviderName | 'embedded')[] | null;
  /** Who would be asked now, the embedded painter last. */
  readonly asked: readonly (ImageProviderName | 'embedded')[];
  readonly providers: readonly {
    readonly name: ImageProviderName;
    readonly address: string;
    readonly isConfigured: boolean;
    readonly key: KeyState;
    /** The names that would be asked; empty while none is known. */
    readonly models: readonly string[];
  }[];
}

export interface Places {
  /**
   * A name that was chosen without a key or a model stays in the chain, to be said. `only`: nobody but this one is asked, whatever is set.
   */
  chain(only?: ImageProviderName | 'embedded'): Promise<readonly (Candidate | { readonly missing: ImageProviderName })[]>;
  state(): Promise<ImageState>;
  /** Asks about the key in use; nothing is charged. Never throws for what a provider does. */
  tryKey(name: ImageProviderName): Promise<ImageKeyReport>;
}

export interface PlaceTools {
  readonly settings: Settings;
  readonly config: Pick<Config, 'generation'>;
}

const PATIENCE_MS = 10_000;

export function createPlaces(tools: PlaceTools): Places {
  const { settings } = tools;
  const candidate = (name: ImageProviderName): Promise<Candidate> => candidateFor(tools, name);
  const chain: Places['chain'] = async (only) => {
    const set = only ? [only] : await settings.get(imageSettings.chain);
    const found = await Promise.all(namesIn(set).map(candidate));
    return set === null ? found.filter(isReady) : found.map((each) => (isReady(each) ? each : { missing: each.provider.name }));
  };
  return {
    chain,
    tryKey: async (name) => reportOf(await candidate(name)),
    async state() {
      const [set, asked, providers] = await Promise.all([
        settings.get(imageSettings.chain),
        chain(),
        Promise.all(IMAGE_PROVIDERS.map(async (name) => stateOf(await candidate(name), await keyOf(tools, name)))),
      ]);
      return { chain: set, asked: [...asked.flatMap((each) => ('missing' in each ? [] : [each.provider.name])), 'embedded'], providers };
    },
  };
}

interface Key {
  readonly set: string | null;
  readonly given: string | null;
}

async function keyOf({ settings, config }: PlaceTools, name: ImageProviderName): Promise<Key> {
  const { blackboxApiKey, openaiApiKey, stabilityApiKey, replicateToken } = config.generation;
  const given = { blackbox: blackboxApiKey, openai: openaiApiKey, stability: stabilityApiKey, replicate: replicateToken };
  return { set: await settings.get(KEYS[name]), given: given[name] };
}

const KEYS = {
  blackbox: imageSettings.blackboxKey,
  openai: textSettings.openaiKey,
  stability: imageSettings.stabilityKey,
  replicate: imageSettings.replicateToken,
} as const;

async function candidateFor(tools: PlaceTools, name: ImageProviderName): Promise<Candidate> {
  const { blackboxUrl, openaiUrl, stabilityUrl, replicateUrl } = tools.config.generation;
  const url = { blackbox: blackboxUrl, openai: openaiUrl, stability: stabilityUrl, replicate: replicateUrl }[name];
  const [{ set, given }, models] = await Promise.all([keyOf(tools, name), tools.settings.get(imageSettings.models)]);
  const own = models[name];
  // A server of one's own that speaks as OpenAI does has models of its own.
  const line = name === 'openai' && !isOpenaiItself(url) ? [] : IMAGE_LINES[name];
  const place = { url, key: set ?? given, isFree: name === 'openai' && isLoopback(url) };
  return { provider: PROVIDERS[name], place, models: own ? [liveName(name, own)] : line };
}

const isReady = ({ place, models }: Candidate): boolean => (place.key !== null || place.isFree) && models.length > 0;

const stateOf = (candidate: Candidate, { set, given }: Key): ImageState['providers'][number] => ({
  name: candidate.provider.name,
  address: candidate.place.url,
  isConfigured: isReady(candidate),
  key: keyState(set, given),
  models: candidate.models,
});

/** Nobody stands behind the embedded painter: it always delivers. */
function namesIn(set: readonly (ImageProviderName | 'embedded')[] | null): readonly ImageProviderName[] {
  if (set === null) return IMAGE_PROVIDERS;
  const end = set.indexOf('embedded');
  return (end < 0 ? set : set.slice(0, end)).filter((name) => name !== 'embedded');
}

const isOpenaiItself = (url: string): boolean => new URL(url).hostname === 'api.openai.com';

async function reportOf({ provider, place, models }: Candidate): Promise<ImageKeyReport> {
  const { name } = provider;
  const [model] = models;
  if ((place.key === null && !place.isFree) || !model) return { provider: name, outcome: 'missing' };
  try {
    return { provider: name, outcome: 'answered', model, ...(await provider.tryKey(place, model, AbortSignal.timeout(PATIENCE_MS))) };
  } catch (error) {
    if (error instanceof ImageFault) return { provider: name, outcome: error.kind };
    throw error;
  }
}
