/** From takes to a timeline, and from a timeline to what the engine takes. */
import { describe, expect, it } from 'vitest';
import { automaticDraft, type SceneTake, secondsOfTakes, type Wish } from './automatic.ts';
import { captionsOf, type Material, type PlanOutput, planOf, secondsOfDraft } from './plan.ts';
import type { Clip, TimelineDraft } from './timeline.ts';

const wish = (changes: Partial<Wish['config']> = {}): Wish => ({
  config: {
    ...{
      targetDuration: 7.5,
      ratio: '9:16',
      captions: { look: 'outline', size: 'medium', place: 'bottom' },
      music: { style: '', volume: 0.45 },
    },
    ...{ brand: null, seed: 1, ...changes },
  },
  script: { language: 'fr' },
});
const take = (id: number, said: number | null, narration = 'Le phare veille.'): SceneTake => ({
  scene: { id, narration, seconds: 5 },
  picture: { id: `img-${id}`, type: 'image' },
  voice: said === null ? null : { id: `voice-${id}`, seconds: said },
});
const words = (...texts: readonly string[]) => texts.map((text, n) => ({ text, from: n * 0.5, until: n * 0.5 + 0.4 }));
const materials = new Map<string, Material>([
  ...[1, 2, 3].flatMap((n): [string, Material][] => [
    [`img-${n}`, { kind: 'picture', file: `/tmp/${n}.png` }],
    [`voice-${n}`, { kind: 'sound', file: `/tmp/${n}.wav`, words: words(`mot${n}`, `fin${n}`) }],
  ]),
  ['music', { kind: 'sound', file: '/tmp/music.wav' }],
  ['clip', { kind: 'clip', file: '/tmp/clip.mp4' }],
]);
const output: PlanOutput = {
  ...{ file: '/tmp/film.mp4', srt: '/tmp/film.srt', vtt: '/tmp/film.vtt', codec: 'h264', quality: 'standard' },
  ...{ burnCaptions: true, captionTrack: true, scale: 1 },
};
const frames = (seconds: number): number => seconds * 30;

describe('the automatic draft', () => {
  it('gives each scene the time of its voice, in whole frames, and says each word in its scene', () => {
    const scenes = [take(1, 2), take(2, 3.01)];
    const draft = automaticDraft(wish(), { scenes, music: { id: 'music', seconds: 60 } });
    const plan = planOf(draft, materials, output);
    const [first = 0, second = 0] = plan.shots.map(({ seconds }) => seconds);
    for (const seconds of [first, second]) expect(Math.abs(frames(seconds) - Math.round(frames(seconds)))).toBeLessThan(1e-6);
    expect(first).toBeGreaterThanOrEqual(2.8);
    expect(first + second).toBeCloseTo(secondsOfTakes(scenes, 7.5), 5);
    expect(secondsOfDraft(draft)).toBeCloseTo(first + second, 5);
    expect(plan.voice.map(({ at }) => at)).toEqual([0.35, expect.closeTo(first + 0.35, 5)]);
    expect(plan.captions.flat().map(({ text }) => text)).toEqual(['mot1', 'fin1', 'mot2', 'fin2']);
    expect(plan.captions.flat()[2]?.from).toBeCloseTo(first + 0.35, 5);
  });

  it('breathes less or more where that brings the film nearer to what was asked', () => {
    const scenes = Array.from({ length: 10 }, (_, n) => take(n + 1, 6));
    const lengths = [60, 65, 69, 75].map((target) => secondsOfTakes(scenes, target));
    expect(lengths).toEqual([65.4, 65.4, 69, 74].map((seconds) => expect.closeTo(seconds, 0)));
    const asked = wish({ targetDuration: 65 });
    expect(secondsOfDraft(automaticDraft(asked, { scenes, music: null }))).toBeCloseTo(secondsOfTakes(scenes, 65), 5);
  });

  it('ducks the music, moves neighbours differently and ends into black', () => {
    const scenes = [take(1, 2), take(2, 2), take(3, 2)];
    const plan = planOf(automaticDraft(wish(), { scenes, music: { id: 'music', seconds: 60 } }), materials, output);
    expect([plan.width, plan.height]).toEqual([1080, 1920]);
    expect(plan.music).toMatchObject([{ file: '/tmp/music.wav', at: 0, volume: 0.45, duck: true, fadeIn: 0.5, fadeOut: 1.5 }]);
    expect(new Set(plan.shots.map(({ motion }) => JSON.stringify(motion))).size).toBe(3);
    expect(plan.shots.map(({ transitionIn }) => transitionIn?.kind)).toEqual(['fade', 'dissolve', 'dissolve']);
    expect(plan.closing?.kind).toBe('fade');
    expect(plan.output).toMatchObject({ captionTrack: { language: 'fra' }, srt: '/tmp/film.srt', vtt: '/tmp/film.vtt' });
    expect(plan.captionStyle?.highlight).toBe('#ffd166');
  });

  it('plays music that is shorter than the film again, without two at once', () => {
    const scenes = [take(1, 10), take(2, 10)];
    const { tracks } = automaticDraft(wish(), { scenes, music: { id: 'music', seconds: 9 } });
    const clips = tracks.find(({ type }) => type === 'music')?.clips ?? [];
    expect(clips.map(({ startTime }) => startTime)).toEqual([0, 9, 18]);
    expect(clips.at(-1)).toMatchObject({ fadeOut: 1.5 });
    expect((clips.at(-1)?.startTime ?? 0) + (clips.at(-1)?.duration ?? 0)).toBeCloseTo(secondsOfTakes(scenes, 7.5), 5);
    const silent = wish({ music: null });
    expect(automaticDraft(silent, { scenes, music: null }).tracks.map(({ type }) => type)).toEqual(['video', 'audio']);
  });

  it('shows the words of a film that nobody speaks for as long as the script gives them', () => {
    const scenes = [take(1, null, 'Un deux trois'), take(2, null, 'Quatre cinq')];
    const draft = automaticDraft(wish({ music: null }), { scenes, music: null });
    const plan = planOf(draft, materials, output);
    expect([plan.voice, plan.music]).toEqual([[], []]);
    expect(plan.shots[0]?.seconds).toBe(5);
    const shown = plan.captions.flat();
    expect(shown.map(({ text }) => text)).toEqual(['Un', 'deux', 'trois', 'Quatre', 'cinq']);
    for (const [n, { from, until }] of shown.entries()) {
      expect(until).toBeGreaterThan(from);
      expect(from).toBeGreaterThanOrEqual(shown[n - 1]?.until ?? 0);
    }
    expect(shown[2]?.until).toBeLessThanOrEqual(5);
    expect(plan.captionStyle?.highlight).toBeNull();
  });
});

const clip = (assetId: string, startTime: number, duration: number, more: Partial<Clip> = {}): Clip => ({
  ...{ assetId, startTime, duration, trimStart: 0, transitionIn: null, transitionOut: null, transitionSeconds: 0.5, motion: null },
  ...{ fit: 'cover', volume: 1, fadeIn: 0, fadeOut: 0, duckUnderVoice: false, sceneId: null },
  ...more,
});
const draft = (video: readonly Clip[], audio: readonly Clip[] = [], music: readonly Clip[] = []): TimelineDraft => ({
  config: {
    ...{ width: 1280, height: 720, fps: 30, backgroundColor: '#000000', brand: null, language: 'fr', words: [] },
    captions: { look: 'outline', size: 'medium', place: 'bottom' },
  },
  tracks: [
    { type: 'video', clips: video },
    { type: 'audio', clips: audio },
    { type: 'music', clips: music },
  ],
});

describe('the plan of a timeline', () => {
  it('shows the background where no clip is, and leaves a clip as it says', () => {
    const plan = planOf(
      draft([clip('img-2', 4, 2, { transitionIn: 'wipe' }), clip('img-1', 1, 2, { transitionOut: 'dissolve' })], [clip('voice-1', 0, 7)]),
      materials,
      output,
    );
    expect(plan.shots.map(({ source, seconds, transitionIn }) => [source.kind, Math.round(seconds * 30), transitionIn?.kind])).toEqual([
      ['background', 30, undefined],
      ['picture', 60, undefined],
      ['background', 30, 'dissolve'],
      ['picture', 60, 'wipe'],
      ['background', 30, undefined],
    ]);
    expect(plan.closing).toBeUndefined();
  });

  it('keeps times that are no whole frames from adding up', () => {
    const clips = Array.from({ length: 40 }, (_, n) => clip(`img-${(n % 3) + 1}`, n * 0.3333, 0.3333));
    const plan = planOf(draft(clips), materials, output);
    expect(plan.shots).toHaveLength(40);
    const total = plan.shots.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(Math.abs(total - 40 * 0.3333) * 30).toBeLessThanOrEqual(0.5 + 1e-6);
  });

  it('says only the words that are heard, where they are heard', () => {
    const trimmed = draft([clip('img-1', 0, 4)], [clip('voice-1', 2, 0.6, { trimStart: 0.5 }), clip('voice-2', 3, 1, { volume: 0 })]);
    const said = captionsOf(trimmed, (id) => materials.get(id)?.words ?? []).flat();
    expect(said).toEqual([{ text: 'fin1', from: 2, until: expect.closeTo(2.4, 6) }]);
    expect(planOf(trimmed, materials, output).voice).toMatchObject([{ at: 2, from: 0.5, seconds: 0.6 }]);
  });

  it('takes clips where they begin, embedded ones as their picture, sound effects beside the voice', () => {
    const motion = {
      from: { left: 0, top: 0, width: 1, height: 1 },
      to: { left: 0, top: 0, width: 0.9, height: 0.9 },
      ease: 'linear',
    } as const;
    const more = new Map<string, Material>([...materials, ['embedded', { kind: 'picture', file: '/tmp/1.png', motion }]]);
    const plan = planOf(
      draft([clip('clip', 0, 2, { trimStart: 3 }), clip('embedded', 2, 2)], [], [clip('music', 0, 4, { volume: 0.2 })]),
      more,
      output,
    );
    expect(plan.shots).toMatchObject([
      { source: { kind: 'clip', from: 3 }, motion: null },
      { source: { kind: 'picture' }, motion },
    ]);
    expect(plan.music).toMatchObject([{ duck: false, volume: 0.2 }]);
  });

  it('is small for a preview, draws no words when none are wanted, and keeps them as a track', () => {
    const timeline = draft([clip('img-1', 0, 2)], [clip('voice-1', 0, 2)]);
    const preview = planOf(timeline, materials, { ...output, scale: 4, burnCaptions: false, captionLook: 'box' });
    expect(preview).toMatchObject({ width: 320, height: 180, captionStyle: null, output: { captionTrack: { language: 'fra' } } });
    expect(planOf(timeline, materials, { ...output, captionLook: 'box' }).captionStyle?.look).toBe('box');
    expect(planOf(timeline, materials, { ...output, captionTrack: false }).output.captionTrack).toBeUndefined();
  });
});
