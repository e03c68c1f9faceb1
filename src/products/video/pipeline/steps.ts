/** The steps of the pipeline, as data: what each is called on the wire, who is at work, and what it waits for. */

export const STEP_NAMES = ['script', 'images', 'videos', 'voice', 'music', 'montage'] as const;
export type StepName = (typeof STEP_NAMES)[number];
/** Steps whose items are assets. */
export type ItemStep = 'images' | 'videos' | 'voice' | 'music';

export interface Step {
  /** While it runs. */
  readonly wireName: string;
  readonly agent: string;
  /** Completed or skipped before it begins; a clip waits for its own picture only. */
  readonly needs: readonly StepName[];
  /** Of what it makes, in a log line: `Starting image generation for 10 scenes`. */
  readonly noun: string;
  readonly canBeSkipped: boolean;
}

export const STEPS: Readonly<Record<StepName, Step>> = {
  script: { wireName: 'script_writing', agent: 'script_agent', needs: [], noun: 'script writing', canBeSkipped: false },
  images: { wireName: 'image_generation', agent: 'image_agent', needs: ['script'], noun: 'image generation', canBeSkipped: true },
  videos: { wireName: 'video_generation', agent: 'video_agent', needs: ['script'], noun: 'video generation', canBeSkipped: true },
  voice: { wireName: 'voice_generation', agent: 'voice_agent', needs: ['script'], noun: 'voice generation', canBeSkipped: true },
  music: { wireName: 'music_generation', agent: 'music_agent', needs: ['script', 'voice'], noun: 'music generation', canBeSkipped: true },
  montage: {
    ...{ wireName: 'montage', agent: 'montage_agent', noun: 'montage', canBeSkipped: true },
    needs: ['script', 'images', 'videos', 'voice', 'music'],
  },
};

export const ITEM_STEPS: readonly ItemStep[] = ['images', 'voice', 'videos', 'music'];

export type StepStatus = 'pending' | 'in_progress' | 'completed' | 'skipped' | 'failed' | 'cancelled';
export const isOver = (state: StepStatus): boolean => state === 'completed' || state === 'skipped';
