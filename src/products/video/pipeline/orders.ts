/** What is ordered for a project: everything follows from its config, its script and the takes of its scenes. */
import type { Asset, AssetOrder } from '../assets/assets.ts';
import type { FilmScript, Project, ProjectConfig, Scene } from '../projects/projects.ts';
import { RATIOS } from '../timelines/timelines.ts';
import type { RunOptions } from './options.ts';

const SEEDS = 2 ** 32;
type Named = RunOptions['providers'];

export const imageOrder = (config: ProjectConfig, scene: Pick<Scene, 'id' | 'imagePrompt' | 'takes'>, providers: Named): AssetOrder => ({
  ...{ type: 'image', prompt: scene.imagePrompt, negativePrompt: '', style: config.imageStyle, ...RATIOS[config.ratio].paint },
  ...{ quality: 'standard', seed: (config.seed + scene.id) % SEEDS, provider: providers.image, take: scene.takes.image },
});

/** Of its own words only: a change of one scene makes no other voice anew. */
export const voiceOrder = (
  { voiceId }: Pick<ProjectConfig, 'voiceId'>,
  { language }: Pick<FilmScript, 'language'>,
  scene: Pick<Scene, 'narration' | 'takes'>,
  providers: Named,
): AssetOrder => ({
  ...{ type: 'voice', text: scene.narration, language, voiceId: voiceId ?? '', previousText: '', nextText: '' },
  ...{ stability: null, similarityBoost: null, format: 'wav', provider: providers.voice, take: scene.takes.voice },
});

export const clipOrder = (
  config: ProjectConfig,
  scene: Pick<Scene, 'id' | 'imagePrompt' | 'seconds' | 'takes'>,
  imageAssetId: string,
  providers: Named,
): AssetOrder => {
  const { width, height } = RATIOS[config.ratio];
  return {
    ...{ type: 'video', imageAssetId, prompt: scene.imagePrompt, seconds: scene.seconds, width, height },
    ...{ seed: (config.seed + scene.id) % SEEDS, provider: providers.video, take: scene.takes.clip },
  };
};

/** Bought music comes in steps, so that a word more or less does not buy it anew; what is longer than the film fades out with it. */
const BOUGHT_STEP_SECONDS = 10;
const LONGEST_MUSIC_SECONDS = 600;

export const musicOrder = (
  { config, prompt, title }: Pick<Project, 'config' | 'prompt' | 'title'>,
  filmSeconds: number,
  isBought: boolean,
  providers: Named,
): AssetOrder => ({
  ...{
    type: 'music',
    prompt: `${config.music?.style || config.style} ${title} ${prompt}`.slice(0, 2000),
    style: config.music?.style ?? '',
  },
  seconds: Math.min(
    LONGEST_MUSIC_SECONDS,
    isBought ? Math.ceil(filmSeconds / BOUGHT_STEP_SECONDS) * BOUGHT_STEP_SECONDS : Math.ceil(filmSeconds * 10) / 10,
  ),
  ...{ tempo: null, seed: config.seed, provider: providers.music, take: 0 },
});

/** About as many as the writer would write. */
export const scenesFor = (seconds: number): number => Math.max(1, Math.round(seconds <= 30 ? seconds / 6 : (seconds + 3) / 7.05));

const LETTERS_PER_SECOND = 15;

/** Scenes to reckon with while nobody has written the script. */
export function plannedScenes({ config, prompt }: Pick<Project, 'config' | 'prompt'>): readonly Scene[] {
  const count = scenesFor(config.targetDuration);
  const seconds = config.targetDuration / count;
  const narration = 'x'.repeat(Math.round(seconds * LETTERS_PER_SECOND));
  const takes = { image: 0, voice: 0, clip: 0 };
  return Array.from({ length: count }, (_, n) => ({
    ...{ id: n + 1, narration, imagePrompt: prompt, onScreen: '', seconds, takes, own: { image: null } },
  }));
}

/** Who made it, as it is said; null while nobody has. */
export const makerOf = ({ provider, status, origin }: Asset): string | null =>
  status !== 'completed' ? null : origin === 'upload' ? 'own' : provider;
