/** What is sent and answered, in the words of the API reference. Servers may answer more than is written here, never less. */

export type ProjectStatus = 'draft' | 'scripting' | 'generating' | 'rendering' | 'completed' | 'failed' | 'cancelled';
export type StepName = 'script' | 'images' | 'videos' | 'voice' | 'music' | 'montage';
export type Ratio = '16:9' | '9:16' | '1:1' | '4:5';
export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** What went wrong with one thing: `code` for programs, `message` for people. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

export interface CaptionStyle {
  readonly look?: 'box' | 'outline';
  readonly size?: 'small' | 'medium' | 'large';
  readonly place?: 'bottom' | 'middle' | 'top';
}

export interface ProjectConfig {
  /** Seconds, 5 to 600. */
  readonly target_duration?: number;
  readonly format?: 'short' | 'medium' | 'long';
  /** That of the prompt when null. */
  readonly language?: 'fr' | 'en' | 'ar' | null;
  readonly style?: string;
  readonly image_style?: string;
  readonly ratio?: Ratio;
  /** Null is a silent film with its words on the picture. */
  readonly voice_id?: string | null;
  readonly music?: { readonly style?: string; readonly volume?: number } | boolean | null;
  readonly captions?: CaptionStyle | boolean | null;
  readonly seed?: number;
  /** The most that providers may be paid for this project, USD. */
  readonly budget_usd?: number | null;
  readonly brand?: { readonly asset_id: string; readonly corner?: Corner } | null;
}

export interface NewProject {
  readonly title: string;
  readonly prompt: string;
  readonly description?: string;
  readonly config?: ProjectConfig;
}

export interface StepProgress {
  readonly status: 'pending' | 'in_progress' | 'completed' | 'skipped' | 'failed';
  readonly progress: number;
  readonly items_completed?: number;
  readonly items_total?: number;
}

/** Of the step that failed, too. */
export interface PipelineFault extends Fault {
  readonly step?: StepName;
  readonly scene_id?: number | null;
}

export interface ProjectSummary {
  /** UUID. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly prompt: string;
  readonly config: ProjectConfig;
  readonly status: ProjectStatus;
  /** Of the finished film. */
  readonly video_id: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Project extends ProjectSummary {
  readonly progress: {
    readonly overall: number;
    readonly current_step: string | null;
    readonly steps: Readonly<Record<StepName, StepProgress>>;
  };
  readonly assets: readonly ProjectAsset[];
  readonly pipeline_id: string | null;
  readonly script_version: number;
  readonly timeline_id: string | null;
  readonly video_url: string | null;
  /** By step, who really made it: `embedded` is the server itself. */
  readonly providers_used: Readonly<Partial<Record<StepName, readonly string[]>>>;
  readonly error: PipelineFault | null;
}

export interface ProjectAsset {
  readonly id: string;
  readonly type: AssetType;
  readonly status: AssetStatus;
  readonly scene_id: number | null;
  readonly origin: string;
  readonly provider: string | null;
  readonly duration: number | null;
  readonly download_url: string | null;
  readonly created_at: string;
}

export interface PipelineConfig {
  readonly skip_steps?: readonly Exclude<StepName, 'script'>[];
  readonly providers?: Readonly<Partial<Record<'llm' | 'image' | 'video' | 'voice' | 'music', string>>>;
  /** The most that providers may be paid, USD, beside the bound of the project. */
  readonly budget_usd?: number | null;
  /** Another script, also when there is one. */
  readonly rewrite_script?: boolean;
  /** Of the film; the width is divided by the scale. */
  readonly render?: { readonly quality?: RenderQuality; readonly scale?: 1 | 2 | 4 };
}

export interface StartOrder extends PipelineConfig {
  /** Stops when the script is written, so that a person can change it. */
  readonly until?: 'script';
}

export interface StartedPipeline {
  readonly id: string;
  readonly status: ProjectStatus;
  readonly pipeline_id: string;
  /** Seconds. */
  readonly estimated_duration: number;
  readonly message: string;
  readonly steps?: readonly StepName[];
}

export interface PipelineStatus {
  readonly project_id: string;
  readonly pipeline_id: string | null;
  readonly status: ProjectStatus;
  /** 0 to 100. */
  readonly progress: number;
  readonly current_step: {
    readonly name: string;
    readonly agent: string;
    readonly started_at: string | null;
    readonly items_total: number;
    readonly items_completed: number;
  } | null;
  readonly steps_completed: readonly string[];
  readonly steps_remaining: readonly string[];
  readonly estimated_remaining_seconds: number;
  readonly logs: readonly { readonly timestamp: string; readonly level: string; readonly message: string }[];
  readonly steps_skipped?: readonly string[];
  /** What stood already and was not made again. */
  readonly items_reused?: number;
  readonly providers_used?: Readonly<Partial<Record<StepName, readonly string[]>>>;
  readonly render_id?: string | null;
  readonly started_at?: string | null;
  readonly ended_at?: string | null;
  readonly video_id?: string | null;
  readonly video_url?: string | null;
  readonly error?: PipelineFault | null;
}

export interface Estimate {
  readonly project_id: string;
  /** Seconds of work. */
  readonly estimated_duration: number;
  /** USD at most; null when one of the prices is not known. */
  readonly cost_usd: number | null;
  readonly within_budget: boolean;
  readonly steps: readonly {
    readonly step: StepName;
    readonly to_make: number;
    readonly reused: number;
    readonly provider: string;
    readonly cost_usd: number | null;
  }[];
}

export interface Scene {
  /** Kept when scenes are moved or removed. */
  readonly id: number;
  readonly narration: string;
  readonly image_prompt: string;
  readonly on_screen: string;
  readonly seconds: number;
  /** An asset of one's own in place of a made one. */
  readonly own_image: string | null;
  readonly takes: { readonly image: number; readonly voice: number; readonly clip: number };
}

export interface Script {
  readonly project_id: string;
  readonly version: number;
  readonly title: string;
  readonly language: string;
  /** Who wrote it: `model`, `embedded`, `person`. */
  readonly source: string;
  readonly why: string | null;
  readonly scenes: readonly Scene[];
}

export interface ScriptChange {
  readonly title?: string;
  readonly language?: 'fr' | 'en' | 'ar';
  /** All of them, in their order; one that is kept has its number. */
  readonly scenes: readonly Partial<Omit<Scene, 'takes'>>[];
  /** Of the script that was read: an older one is refused. */
  readonly version?: number;
}

export interface SceneChange {
  readonly narration?: string;
  readonly image_prompt?: string;
  readonly on_screen?: string;
  /** Where nobody speaks. */
  readonly seconds?: number;
  /** A finished picture or clip of the project; null for a made one. */
  readonly own_image?: string | null;
  /** Asks for another take at the next start. */
  readonly redo?: readonly ('image' | 'voice' | 'clip')[];
  /** Of the script that was read: an older one is refused. */
  readonly version?: number;
}

export type AssetType = 'image' | 'video' | 'voice' | 'music';
export type AssetStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

export interface Asset {
  readonly id: string;
  readonly project_id: string;
  readonly type: AssetType;
  readonly status: AssetStatus;
  /** `pipeline`, `order` or `upload`. */
  readonly origin: string;
  readonly scene_id: number | null;
  readonly batch_id: string | null;
  /** What was asked for; the text of a voice. */
  readonly prompt: string | null;
  readonly parameters: Readonly<Record<string, unknown>> | null;
  /** Where it can be downloaded. */
  readonly url: string | null;
  readonly thumbnail_url: string | null;
  readonly media_type: string | null;
  readonly size_bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Of a voice, in seconds. */
  readonly words: readonly { readonly text: string; readonly from: number; readonly until: number }[];
  /** Who really made it: `embedded`, or the name of a provider. */
  readonly provider: string | null;
  readonly model: string | null;
  readonly cost_usd: number | null;
  readonly notes: readonly Fault[];
  readonly error: Fault | null;
  readonly original_name: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly completed_at: string | null;
}

export interface Batch {
  readonly batch_id: string;
  readonly status: string;
  readonly total: number;
  readonly completed: number;
  readonly failed: number;
  readonly assets: readonly Asset[];
}

export interface ImagesOrder {
  readonly project_id: string;
  readonly prompts: readonly { readonly prompt: string; readonly scene_id?: number; readonly negative_prompt?: string }[];
  readonly config?: {
    readonly provider?: string;
    readonly model?: string;
    /** `1792x1024` */
    readonly size?: string;
    readonly quality?: 'standard' | 'hd';
    readonly style?: string;
    readonly seed?: number;
  };
}
export interface ImagesBatch {
  readonly batch_id: string;
  readonly status: string;
  readonly images: readonly {
    readonly id: string;
    readonly scene_id: number | null;
    readonly status: AssetStatus;
    readonly prompt: string;
  }[];
}

export interface VoiceOrder {
  readonly project_id: string;
  readonly segments: readonly {
    readonly text: string;
    readonly scene_id?: number;
    readonly voice_id?: string;
    readonly language?: string;
  }[];
  readonly config?: {
    readonly provider?: string;
    readonly stability?: number;
    readonly similarity_boost?: number;
    readonly output_format?: 'mp3' | 'wav';
  };
}
export interface VoiceBatch {
  readonly batch_id: string;
  readonly status: string;
  readonly segments: readonly {
    readonly id: string;
    readonly scene_id: number | null;
    readonly status: AssetStatus;
    readonly estimated_duration: number;
  }[];
}

export interface MusicOrder {
  readonly project_id: string;
  readonly prompt: string;
  readonly config?: {
    readonly provider?: string;
    /** Seconds. */
    readonly duration?: number;
    readonly style?: string;
    readonly tempo?: 'slow' | 'medium' | 'fast';
    readonly seed?: number;
  };
}
export interface MusicBatch {
  readonly batch_id: string;
  readonly status: string;
  /** Of the piece. */
  readonly id: string;
  readonly music: readonly { readonly id: string; readonly scene_id: number | null; readonly status: AssetStatus }[];
}

export interface ClipsOrder {
  readonly project_id: string;
  /** Pictures that are set in motion. */
  readonly clips: readonly {
    readonly image_asset_id: string;
    readonly scene_id?: number;
    readonly prompt?: string;
    /** Seconds. */
    readonly duration?: number;
  }[];
  readonly config?: { readonly provider?: string; readonly size?: string; readonly seed?: number };
}
export interface ClipsBatch {
  readonly batch_id: string;
  readonly status: string;
  readonly clips: readonly {
    readonly id: string;
    readonly scene_id: number | null;
    readonly status: AssetStatus;
    readonly image_asset_id: string;
  }[];
}

export interface AssetFilter {
  readonly project_id?: string;
  readonly type?: AssetType;
  readonly status?: AssetStatus;
  readonly batch_id?: string;
  readonly page?: number;
  readonly limit?: number;
}

export interface Upload {
  readonly project_id: string;
  readonly file: Blob | Uint8Array<ArrayBuffer> | ArrayBuffer;
  /** With its ending: `logo.png`. */
  readonly filename: string;
  readonly type?: AssetType;
  readonly scene_id?: number;
}

export interface TimelineClip {
  readonly asset_id: string;
  readonly start_time: number;
  readonly duration?: number;
  readonly trim_start?: number;
  readonly transition_in?: string | null;
  readonly transition_out?: string | null;
  readonly transition_seconds?: number;
  readonly motion?: unknown;
  readonly fit?: 'cover' | 'contain';
  readonly volume?: number;
  readonly fade_in?: number;
  readonly fade_out?: number;
  readonly duck_under_voice?: boolean;
  readonly scene_id?: number | null;
}

export interface TimelineTrack {
  readonly type: 'video' | 'audio' | 'music';
  readonly clips: readonly TimelineClip[];
}

export interface TimelineConfig {
  /** `1920x1080` */
  readonly resolution?: string;
  readonly fps?: number;
  readonly background_color?: string;
  readonly captions?: CaptionStyle | false;
  readonly brand?: { readonly asset_id: string; readonly corner: Corner } | null;
  readonly language?: string | null;
  readonly words?: readonly { readonly text: string; readonly from: number; readonly until: number }[];
}

export interface NewTimeline {
  readonly project_id: string;
  readonly config?: TimelineConfig;
  readonly tracks: readonly TimelineTrack[];
}

export interface TimelineChange {
  readonly config?: TimelineConfig;
  readonly tracks?: readonly TimelineTrack[];
  readonly version?: number;
}

export interface Timeline {
  readonly id: string;
  readonly project_id: string;
  /** Seconds. */
  readonly duration: number;
  readonly status: string;
  readonly config?: TimelineConfig;
  readonly tracks: readonly TimelineTrack[];
  readonly version?: number;
  readonly warnings?: readonly { readonly code: string; readonly path: string; readonly message: string }[];
  readonly created_at: string;
}

export interface TimelineSummary {
  readonly id: string;
  readonly project_id: string;
  readonly duration: number;
  readonly status: string;
  readonly created_at: string;
  readonly [name: string]: unknown;
}

export type RenderQuality = 'draft' | 'standard' | 'high' | 'archive';

export interface RenderOrder {
  readonly timeline_id: string;
  readonly config?: {
    readonly format?: 'mp4';
    readonly codec?: 'h264' | 'h265' | 'vp9' | 'av1';
    readonly quality?: RenderQuality | 'low' | 'medium' | 'ultra';
    /** `10M` */
    readonly bitrate?: string;
    readonly audio_codec?: string;
    /** `320k` */
    readonly audio_bitrate?: string;
  };
  readonly output?: { readonly include_subtitles?: boolean; readonly subtitle_style?: 'default' | 'box' | 'outline' | 'none' };
  /** A quarter of the size, at draft quality. */
  readonly preview?: boolean;
}

export interface StartedRender {
  readonly render_id: string;
  readonly timeline_id: string;
  readonly status: RenderState;
  readonly position_in_queue: number | null;
  readonly estimated_duration: number;
  readonly message: string;
}
export type RenderState = 'queued' | 'rendering' | 'completed' | 'failed' | 'cancelled';

export interface RenderStage {
  readonly status: 'pending' | 'in_progress' | 'completed';
  readonly progress?: number;
  readonly duration?: number;
}

export interface RenderStatus {
  readonly render_id: string;
  readonly status: RenderState;
  readonly progress: number;
  readonly current_stage: string | null;
  readonly stages: Readonly<Partial<Record<'preparation' | 'compositing' | 'encoding' | 'finalization', RenderStage>>>;
  readonly started_at: string | null;
  readonly estimated_completion: string | null;
  readonly video_id?: string | null;
  readonly video_url?: string | null;
  readonly error?: Fault | null;
}

export interface Render extends Omit<RenderStatus, 'current_stage' | 'stages' | 'estimated_completion'> {
  readonly timeline_id: string;
  readonly project_id: string;
  readonly is_preview: boolean;
  readonly created_at: string;
}

export interface CancelledRender {
  readonly render_id: string;
  readonly status: RenderState;
  readonly message: string;
}

export interface Video {
  readonly id: string;
  readonly render_id: string;
  readonly project_id: string;
  readonly video_url: string;
  readonly thumbnail_url: string | null;
  readonly captions: { readonly srt: string; readonly vtt: string } | null;
  /** Seconds. */
  readonly duration: number;
  readonly width: number;
  readonly height: number;
  readonly size_bytes: number;
  readonly media_type: string;
  readonly language: string | null;
  readonly loudness_lufs: number | null;
  readonly made_with_ai: boolean;
  readonly created_at: string;
}

export interface PublishTarget {
  readonly platform: 'youtube' | 'linkedin' | 'tiktok' | 'instagram' | 'facebook' | 'twitter' | (string & {});
  readonly config?: Readonly<Record<string, unknown>>;
  /** The account that posts; the one connected last when not given. */
  readonly connection_id?: number;
}

export interface PublishOrder {
  readonly video_id: string;
  readonly platforms: readonly PublishTarget[];
}

export interface ScheduleOrder extends PublishOrder {
  readonly schedule: { readonly publish_at: string; readonly timezone?: string };
}

/** `unknown` may be live: a person looks, and `settle` says. */
export type PublicationState =
  | 'scheduled'
  | 'queued'
  | 'uploading'
  | 'processing'
  | 'published'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'missed';

export interface PublicationLine {
  readonly id: string;
  readonly platform: string;
  readonly status: PublicationState;
  /** Percent of the file that the platform has; null where nobody counts. */
  readonly progress: number | null;
}

export interface PublishBatch {
  readonly publish_batch_id: string;
  readonly status: string;
  readonly publish_at?: string | null;
  readonly timezone?: string | null;
  readonly publications: readonly PublicationLine[];
}

export interface Publication {
  readonly publish_id: string;
  readonly publish_batch_id: string;
  readonly video_id: string;
  readonly project_id: string;
  readonly platform: string;
  readonly status: PublicationState;
  readonly progress: number | null;
  readonly publish_at: string;
  readonly timezone: string;
  readonly published_at: string | null;
  readonly platform_url: string | null;
  readonly platform_id: string | null;
  readonly analytics: {
    readonly views: number | null;
    readonly likes: number | null;
    readonly comments: number | null;
    readonly last_updated: string | null;
  };
  readonly config: Readonly<Record<string, unknown>>;
  readonly error: (Fault & { readonly detail: string }) | null;
  readonly created_at: string;
}

export interface PublicationFilter {
  readonly video_id?: string;
  readonly project_id?: string;
  readonly publish_batch_id?: string;
  readonly page?: number;
  readonly limit?: number;
}

export interface PlatformConnection {
  readonly platform: string;
  readonly connected: boolean;
  readonly account_name?: string | null;
  readonly expires_at?: string | null;
}

export interface Voice {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly language: string;
  readonly gender: string | null;
  readonly style: string;
  readonly preview_url: string | null;
  /** Who really speaks; null when nobody here can. */
  readonly speaker?: string | null;
  /** `embedded` when a voice of the server stands in. */
  readonly speaker_provider?: string | null;
  readonly quality?: 'natural' | 'clear' | 'robotic' | null;
}

export type WebhookEventName =
  | 'project.created'
  | 'project.started'
  | 'project.completed'
  | 'project.failed'
  | 'render.started'
  | 'render.completed'
  | 'render.failed'
  | 'publish.completed'
  | 'publish.failed';

export interface NewWebhook {
  readonly url: string;
  readonly events: readonly WebhookEventName[];
  /** Made by the server when not given. */
  readonly secret?: string;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly is_active: boolean;
  readonly created_at: string;
  readonly [name: string]: unknown;
}

/** The body of a delivery. */
export interface WebhookEvent<Data = Readonly<Record<string, unknown>>> {
  readonly event: WebhookEventName | 'ping';
  readonly timestamp: string;
  readonly data: Data;
  readonly signature: string;
}
