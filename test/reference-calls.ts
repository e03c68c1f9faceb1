/**
 * One call of every operation of the three APIs, in an order in which each finds what it needs. `$name` stands for what an earlier
 * answer gave (`keep`). `test/record-examples.ts` makes them and writes the examples of the reference.
 */

export interface ReferenceCall {
  readonly id: string;
  /** Who asks: an administrator unless said otherwise. */
  readonly as?: 'talent' | 'stranger' | 'painter';
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  /** Names for later: `{ image: 'id', timeline: 'items.0.id' }`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Asked again until the value at this place of the answer is one of these. */
  readonly until?: readonly [place: string, ...values: readonly unknown[]];
  /** The answer in version 2 of the talent API is kept too. */
  readonly older?: true;
}

const by = (name: string, value: string | number): Pick<ReferenceCall, 'path'> => ({ path: { [name]: value } });

const BRIEF = 'Développeuse web à Casablanca, React, anglais courant, télétravail possible';
const ROLE = 'Actrice de 25 à 40 ans parlant darija et français, équitation appréciée';

const TALENT: readonly ReferenceCall[] = [
  {
    id: 'post_api_v1_auth_login',
    as: 'stranger',
    body: { identifier: 'demo1@talento.com', password: 'demo123' },
    keep: { refresh: 'refresh_token' },
    older: true,
  },
  { id: 'post_api_v1_auth_refresh', as: 'stranger', body: { refresh_token: '$refresh' } },
  { id: 'get_api_v1_auth_me', older: true },
  { id: 'get_api_v1_talents', query: { category: 'general' }, older: true },
  { id: 'get_api_v1_talents_talent_id', ...by('talent_id', 1), older: true },
  { id: 'get_api_v1_talents_talent_id_users', ...by('talent_id', 1), query: { limit: 2 } },
  { id: 'get_api_v1_countries' },
  { id: 'get_api_v1_cities', query: { country_code: 'MA' } },
  { id: 'get_api_countries' },
  { id: 'get_api_cities_country_id', ...by('country_id', 'MA') },
  { id: 'get_api_talents' },
  {
    id: 'post_api_v1_auth_register',
    as: 'stranger',
    body: {
      ...{
        first_name: 'Salma',
        last_name: 'Idrissi',
        email: 'salma.idrissi@example.com',
        password: 'une-phrase-bien-longue-7',
        gender: 'F',
      },
      ...{
        date_of_birth: '1996-04-12',
        country_id: 1,
        residence_country_id: 1,
        residence_city_id: 1,
        phone: '+212661234567',
        talents: [1],
      },
    },
    keep: { registered: 'user.id' },
  },
  { id: 'get_api_v1_users', query: { search: 'demo', limit: 2 }, older: true },
  { id: 'get_api_v1_users_user_id', ...by('user_id', 3), older: true },
  { id: 'get_api_v1_users_code_unique_code', ...by('unique_code', 'MAM0002RAB') },
  {
    id: 'put_api_v1_users_user_id',
    ...by('user_id', 3),
    body: { bio: 'Développeur à Rabat, disponible en septembre.', availability: 'disponible_prochainement' },
  },
  { id: 'post_api_v1_users_user_id_toggle_active', ...by('user_id', 2) },
  { id: 'delete_api_v1_users_user_id', ...by('user_id', '$registered') },
  { id: 'post_admin_analyze_cv_id', ...by('id', 3) },
  { id: 'post_admin_user_id_analyze_cv', ...by('id', 3) },
  { id: 'get_api_v1_movies_search', query: { q: 'Mar' } },
  { id: 'get_api_v1_cinema_talents', query: { gender: 'F', age_min: 20, limit: 2 }, older: true },
  { id: 'get_api_v1_cinema_talents_talent_id', ...by('talent_id', 1), older: true },
  { id: 'get_api_v1_cinema_talents_code_unique_code', ...by('unique_code', 'MACAS0001F') },
  { id: 'get_api_v1_cinema_talents_talent_id_pdf', ...by('talent_id', 1) },
  { id: 'get_api_v1_cinema_options' },
  { id: 'get_api_v1_cinema_productions', query: { limit: 2 }, older: true },
  { id: 'get_api_v1_cinema_productions_production_id', ...by('production_id', 1) },
  { id: 'get_api_v1_cinema_projects', query: { limit: 2 }, older: true },
  { id: 'get_api_v1_cinema_projects_project_id', ...by('project_id', 1), older: true },
  { id: 'post_api_v1_presence_check_out_all_project_id', ...by('project_id', 1) },
  { id: 'post_api_v1_presence_record', body: { project_id: 1, cinema_talent_code: 'MACAS0001F', action: 'check_in' } },
  { id: 'post_api_v1_presence_check_in_all_project_id', ...by('project_id', 1) },
  { id: 'get_api_v1_presence_history_cinema_talent_code', ...by('cinema_talent_code', 'MACAS0001F') },
  { id: 'get_api_v1_presence_export_project_id', ...by('project_id', 1) },
  { id: 'get_api_v1_stats_overview', older: true },
  { id: 'get_api_v1_stats_users', query: { period: '30d' }, older: true },
  { id: 'get_api_v1_stats_talents' },
  { id: 'get_api_v1_stats_cinema', older: true },
  { id: 'get_api_v1_cinema_stats' },
  ...['export', 'exports'].flatMap((word) =>
    ['users', 'cinema'].flatMap((people) => ['excel', 'csv'].map((format) => ({ id: `get_api_v1_${word}_${people}_${format}` }))),
  ),
  { id: 'post_ai_search', body: { job_description: BRIEF, limit: 3 } },
  { id: 'post_cinema_ai_search', body: { role_description: ROLE, gender: 'F', limit: 3 } },
  { id: 'post_api_v1_auth_logout', as: 'talent' },
];

const ENDPOINT = { url: '$receiver', events: ['image.generated', 'post.published'] };
const WEEKLY = {
  name: 'Lundi et jeudi',
  frequency: 'weekly',
  time_of_day: '10:00:00',
  platforms: ['facebook'],
  timezone: 'Africa/Casablanca',
  days_of_week: [1, 4],
};

const IMAGES: readonly ReferenceCall[] = [
  {
    id: 'post_api_auth_register',
    as: 'stranger',
    body: {
      username: 'yasmine',
      email: 'yasmine@example.com',
      password: 'une-phrase-bien-longue-7',
      password2: 'une-phrase-bien-longue-7',
    },
  },
  {
    id: 'post_api_auth_login',
    as: 'stranger',
    body: { username: 'yasmine', password: 'une-phrase-bien-longue-7' },
    keep: { painter: 'access', refresh: 'refresh' },
  },
  { id: 'post_api_auth_token_refresh', as: 'stranger', body: { refresh: '$refresh' } },
  { id: 'get_api_auth_me', as: 'painter' },
  { id: 'patch_api_auth_profile', as: 'painter', body: { bio: 'Community manager à Dakar', timezone: 'Africa/Dakar' } },
  { id: 'get_api_auth_profile', as: 'painter' },
  {
    id: 'post_api_images_generate',
    body: {
      prompt: 'Un marché coloré dans la médina de Marrakech au matin',
      style: 'realistic',
      width: 512,
      height: 512,
      tags: ['maroc', 'voyage'],
    },
    keep: { image: 'id' },
  },
  { id: 'get_api_images_id', ...by('id', '$image'), until: ['status', 'generated', 'failed'] },
  { id: 'patch_api_images_id_validate', ...by('id', '$image'), body: { action: 'validate', validation_notes: 'Parfait pour lundi' } },
  { id: 'get_api_images', query: { status: 'validated', page_size: 2 } },
  { id: 'get_api_images_statistics' },
  { id: 'get_api_images_history', query: { page_size: 2 } },
  { id: 'get_api_images_tags' },
  { id: 'post_api_scheduler_check', body: { platform: 'twitter', caption: 'Le marché se réveille.', hashtags: '#maroc' } },
  {
    id: 'post_api_scheduler_schedule',
    body: {
      image: '$image',
      platform: 'facebook',
      scheduled_time: '2030-12-25T10:00:00Z',
      caption: 'Le marché se réveille.',
      hashtags: '#maroc',
    },
    keep: { post: 'id' },
  },
  { id: 'get_api_scheduler_posts', query: { status: 'scheduled', page_size: 2 } },
  { id: 'get_api_scheduler_posts_export' },
  { id: 'get_api_scheduler_posts_id', ...by('id', '$post') },
  { id: 'patch_api_scheduler_posts_id', ...by('id', '$post'), body: { caption: 'Le marché se réveille, et nous aussi.' } },
  { id: 'post_api_scheduler_posts_id_publish_now', ...by('id', '$post') },
  { id: 'post_api_scheduler_posts_id_settle', ...by('id', '$post'), body: { live: true, url: 'https://www.facebook.com/…' } },
  { id: 'get_api_scheduler_posts_id_attempts', ...by('id', '$post') },
  { id: 'post_api_scheduler_posts_id_sync_analytics', ...by('id', '$post') },
  { id: 'get_api_scheduler_posts_id_analytics', ...by('id', '$post') },
  { id: 'get_api_scheduler_posts_id_readings', ...by('id', '$post') },
  {
    id: 'post_api_scheduler_posts_import',
    body: { csv: 'image,platform,scheduled_time,caption\n$image,facebook,2031-01-15T09:00:00Z,Bonne année\n' },
  },
  { id: 'get_api_scheduler_posts', query: { status: 'scheduled', page_size: 2 }, keep: { imported: 'results.0.id' } },
  { id: 'post_api_scheduler_posts_id_cancel', ...by('id', '$imported') },
  { id: 'get_api_scheduler_statistics' },
  { id: 'post_api_scheduler_schedules', body: WEEKLY, keep: { schedule: 'id' } },
  { id: 'post_api_scheduler_schedules_preview', body: WEEKLY },
  { id: 'get_api_scheduler_schedules' },
  { id: 'get_api_scheduler_schedules_id', ...by('id', '$schedule') },
  { id: 'get_api_scheduler_schedules_id_preview', ...by('id', '$schedule') },
  { id: 'patch_api_scheduler_schedules_id', ...by('id', '$schedule'), body: { is_active: false } },
  { id: 'delete_api_scheduler_schedules_id', ...by('id', '$schedule') },
  { id: 'post_api_scheduler_captions', body: { image: '$image', platform: 'instagram', language: 'fr', tone: 'warm' } },
  { id: 'get_api_scheduler_hashtags', query: { image: '$image' } },
  { id: 'get_api_scheduler_best_times' },
  { id: 'post_api_scheduler_hashtag_sets', body: { name: 'Maroc', hashtags: '#maroc #marrakech' }, keep: { set: 'id' } },
  { id: 'get_api_scheduler_hashtag_sets' },
  { id: 'patch_api_scheduler_hashtag_sets_id', ...by('id', '$set'), body: { hashtags: '#maroc #marrakech #medina' } },
  { id: 'delete_api_scheduler_hashtag_sets_id', ...by('id', '$set') },
  { id: 'post_api_webhooks', body: ENDPOINT, keep: { endpoint: 'id' } },
  { id: 'get_api_webhooks' },
  { id: 'get_api_webhooks_id', ...by('id', '$endpoint') },
  { id: 'post_api_webhooks_id_test', ...by('id', '$endpoint') },
  { id: 'get_api_webhooks_id_deliveries', ...by('id', '$endpoint'), keep: { delivery: 'results.0.id' } },
  { id: 'post_api_webhooks_id_deliveries_delivery_redeliver', path: { id: '$endpoint', delivery: '$delivery' } },
  { id: 'patch_api_webhooks_id', ...by('id', '$endpoint'), body: { is_active: false } },
  { id: 'delete_api_webhooks_id', ...by('id', '$endpoint') },
  { id: 'post_api_images_generate', body: { prompt: 'Un phare au coucher du soleil', width: 256, height: 256 }, keep: { other: 'id' } },
  { id: 'get_api_images_id', ...by('id', '$other'), until: ['status', 'generated', 'failed'] },
  { id: 'delete_api_images_id', ...by('id', '$other') },
  {
    id: 'post_api_auth_change_password',
    as: 'painter',
    body: {
      old_password: 'une-phrase-bien-longue-7',
      new_password: 'une-autre-phrase-longue-8',
      new_password2: 'une-autre-phrase-longue-8',
    },
  },
];

const PROJECT = {
  title: 'Le tapis',
  prompt: 'Comment naît un tapis de l’Atlas',
  config: { target_duration: 15, language: 'fr', ratio: '16:9', seed: 7 },
};
const RENDER = { pipeline_config: { render: { quality: 'draft', scale: 4 } } };

const VIDEO: readonly ReferenceCall[] = [
  {
    id: 'post_api_v1_auth_login',
    as: 'stranger',
    body: { email: 'demo1@talento.com', password: 'demo123' },
    keep: { refresh: 'refresh_token' },
  },
  { id: 'post_api_v1_auth_refresh', as: 'stranger', body: { refresh_token: '$refresh' } },
  { id: 'post_api_v1_api_keys', body: { name: 'Mon programme' }, keep: { key: 'id' } },
  { id: 'get_api_v1_api_keys' },
  { id: 'delete_api_v1_api_keys_id', ...by('id', '$key') },
  { id: 'get_api_v1_voices', query: { language: 'fr' }, keep: { voice_id: 'voices.0.id' } },
  { id: 'get_api_v1_voices_voice_id_preview', ...by('voice_id', '$voice_id') },
  { id: 'post_api_v1_voices_voice_id_preview', ...by('voice_id', '$voice_id'), body: { text: 'Bonjour, voici ma voix.', language: 'fr' } },
  { id: 'post_api_v1_projects', body: PROJECT, keep: { project_id: 'id' } },
  { id: 'post_api_v1_projects_project_id_estimate', ...by('project_id', '$project_id'), body: RENDER },
  {
    id: 'put_api_v1_projects_project_id_script',
    ...by('project_id', '$project_id'),
    body: {
      title: 'Le tapis',
      scenes: [
        { narration: 'Le tapis naît dans la montagne.', image_prompt: 'Montagnes de l’Atlas au matin' },
        { narration: 'La laine devient un fil.', image_prompt: 'Des mains filent la laine' },
      ],
    },
  },
  { id: 'get_api_v1_projects_project_id_script', ...by('project_id', '$project_id'), keep: { scene_id: 'scenes.0.id' } },
  { id: 'post_api_v1_projects_project_id_start', ...by('project_id', '$project_id'), body: RENDER },
  { id: 'get_api_v1_projects_project_id_status', ...by('project_id', '$project_id'), until: ['status', 'completed', 'failed'] },
  { id: 'get_api_v1_projects_project_id', ...by('project_id', '$project_id'), keep: { video_id: 'video_id' } },
  { id: 'get_api_v1_projects', query: { limit: 2 } },
  {
    id: 'patch_api_v1_projects_project_id_scenes_scene_id',
    path: { project_id: '$project_id', scene_id: '$scene_id' },
    body: { on_screen: 'Dans l’Atlas', redo: ['image'] },
  },
  {
    id: 'post_api_v1_assets_images_generate',
    body: {
      project_id: '$project_id',
      prompts: [{ scene_id: '$scene_id', prompt: 'Un métier à tisser' }],
      config: { provider: 'embedded', size: '1024x1024' },
    },
    keep: { asset_id: 'images.0.id', batch_id: 'batch_id' },
  },
  { id: 'post_api_v1_assets_upload', body: { project_id: '$project_id', upload_id: 'number-of-a-finished-upload', type: 'image' } },
  { id: 'get_api_v1_assets_batches_batch_id', ...by('batch_id', '$batch_id'), until: ['status', 'completed', 'failed'] },
  { id: 'get_api_v1_assets_asset_id', ...by('asset_id', '$asset_id') },
  { id: 'get_api_v1_assets', query: { project_id: '$project_id', limit: 2 } },
  { id: 'get_api_v1_assets_asset_id_download', ...by('asset_id', '$asset_id') },
  { id: 'get_api_v1_assets_asset_id_thumbnail', ...by('asset_id', '$asset_id') },
  {
    id: 'post_api_v1_assets_voice_generate',
    body: { project_id: '$project_id', segments: [{ scene_id: '$scene_id', text: 'Le tapis naît dans la montagne.', language: 'fr' }] },
  },
  {
    id: 'post_api_v1_assets_music_generate',
    body: { project_id: '$project_id', prompt: 'Calme et chaleureuse', config: { provider: 'embedded', duration: 10, tempo: 'slow' } },
  },
  {
    id: 'post_api_v1_assets_videos_generate',
    body: {
      project_id: '$project_id',
      clips: [{ scene_id: '$scene_id', image_asset_id: '$asset_id', prompt: 'La caméra avance', duration: 3 }],
      config: { provider: 'embedded' },
    },
  },
  { id: 'post_api_v1_assets_asset_id_regenerate', ...by('asset_id', '$asset_id'), keep: { another: 'id' } },
  { id: 'get_api_v1_videos_timelines', query: { project_id: '$project_id' }, keep: { timeline_id: 'items.0.id' } },
  { id: 'get_api_v1_videos_timeline_timeline_id', ...by('timeline_id', '$timeline_id') },
  {
    id: 'post_api_v1_videos_timeline',
    body: {
      project_id: '$project_id',
      config: { resolution: '1280x720', fps: 25 },
      tracks: [{ type: 'video', clips: [{ asset_id: '$asset_id', start_time: 0, duration: 3, motion: 'auto' }] }],
    },
    keep: { own: 'id' },
  },
  {
    id: 'put_api_v1_videos_timeline_timeline_id',
    ...by('timeline_id', '$own'),
    body: { config: { resolution: '1280x720', fps: 25, background_color: '#000000' } },
  },
  { id: 'post_api_v1_videos_timeline_timeline_id_reframe', ...by('timeline_id', '$own'), body: { ratio: '9:16' } },
  { id: 'post_api_v1_videos_render', body: { timeline_id: '$own', preview: true }, keep: { render_id: 'render_id' } },
  { id: 'get_api_v1_videos_render_render_id_status', ...by('render_id', '$render_id'), until: ['status', 'completed', 'failed'] },
  { id: 'post_api_v1_videos_render_render_id_cancel', ...by('render_id', '$render_id') },
  { id: 'get_api_v1_videos_renders', query: { limit: 2 } },
  { id: 'get_api_v1_videos', query: { limit: 2 } },
  { id: 'get_api_v1_videos_video_id', ...by('video_id', '$video_id') },
  { id: 'get_api_v1_videos_video_id_download', ...by('video_id', '$video_id') },
  { id: 'get_api_v1_videos_video_id_thumbnail', ...by('video_id', '$video_id') },
  { id: 'get_api_v1_videos_video_id_captions_srt', ...by('video_id', '$video_id') },
  { id: 'get_api_v1_videos_video_id_captions_vtt', ...by('video_id', '$video_id') },
  { id: 'get_api_v1_publish_connections' },
  { id: 'post_api_v1_publish_connect_platform_ticket', ...by('platform', 'youtube') },
  { id: 'get_api_v1_publish_connect_platform', ...by('platform', 'youtube') },
  {
    id: 'post_api_v1_publish',
    body: { video_id: '$video_id', platforms: [{ platform: 'youtube', config: { title: 'Le tapis', privacy_status: 'private' } }] },
    keep: { publish_id: 'publications.0.id' },
  },
  {
    id: 'post_api_v1_publish_schedule',
    body: {
      video_id: '$video_id',
      platforms: [{ platform: 'youtube', config: { title: 'Le tapis' } }],
      schedule: { publish_at: '2030-12-25T10:00:00Z', timezone: 'Africa/Casablanca' },
    },
    keep: { later: 'publications.0.id' },
  },
  { id: 'get_api_v1_publish', query: { limit: 2 } },
  {
    id: 'post_api_v1_publish_publish_id_settle',
    ...by('publish_id', '$publish_id'),
    body: { live: true, url: 'https://www.youtube.com/watch?v=…' },
  },
  { id: 'get_api_v1_publish_publish_id_status', ...by('publish_id', '$publish_id') },
  { id: 'post_api_v1_publish_publish_id_cancel', ...by('publish_id', '$later') },
  { id: 'post_api_v1_webhooks', body: { url: '$receiver', events: ['project.completed', 'project.failed'] }, keep: { endpoint: 'id' } },
  { id: 'get_api_v1_webhooks' },
  { id: 'get_api_v1_webhooks_id', ...by('id', '$endpoint') },
  { id: 'post_api_v1_webhooks_id_test', ...by('id', '$endpoint') },
  { id: 'get_api_v1_webhooks_id_deliveries', ...by('id', '$endpoint'), keep: { delivery: 'items.0.id' } },
  { id: 'post_api_v1_webhooks_id_deliveries_delivery_redeliver', path: { id: '$endpoint', delivery: '$delivery' } },
  { id: 'patch_api_v1_webhooks_id', ...by('id', '$endpoint'), body: { is_active: false } },
  { id: 'delete_api_v1_webhooks_id', ...by('id', '$endpoint') },
  { id: 'patch_api_v1_projects_project_id', ...by('project_id', '$project_id'), body: { title: 'Le tapis de l’Atlas' } },
  { id: 'post_api_v1_projects_project_id_cancel', ...by('project_id', '$project_id') },
  { id: 'delete_api_v1_videos_timeline_timeline_id', ...by('timeline_id', '$own') },
  { id: 'delete_api_v1_assets_asset_id', ...by('asset_id', '$another') },
  { id: 'delete_api_v1_publish_connections_id', ...by('id', 1) },
  { id: 'delete_api_v1_videos_video_id', ...by('video_id', '$video_id') },
  { id: 'delete_api_v1_projects_project_id', ...by('project_id', '$project_id') },
];

export const REFERENCE_CALLS = { talent: TALENT, images: IMAGES, video: VIDEO } as const;

/** A call of each door that fails in each way; the answer shows how the door says it. */
export const FAILING_CALLS = {
  talent: {
    400: { method: 'POST', url: '/api/v1/presence/record', body: { project_id: 0 } },
    401: { method: 'GET', url: '/api/v1/users', as: 'stranger' },
    403: { method: 'GET', url: '/api/v1/stats/overview', as: 'talent' },
    404: { method: 'GET', url: '/api/v1/users/999999' },
  },
  images: {
    400: { method: 'POST', url: '/api/images/generate/', body: { width: 300 } },
    401: { method: 'GET', url: '/api/images/', as: 'stranger' },
    404: { method: 'GET', url: '/api/images/999999/' },
  },
  video: {
    400: { method: 'POST', url: '/api/v1/projects', body: { title: '' } },
    401: { method: 'GET', url: '/api/v1/projects', as: 'stranger' },
    404: { method: 'GET', url: '/api/v1/projects/00000000-0000-4000-8000-000000000000' },
  },
} as const;
