/** The page of a timeline: whose it is, what the form without a script changes, what it says when somebody saved meanwhile. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startAtelier } from '#test/support.ts';
import { type Visitor, visit } from '#test/visitor.ts';
import type { Timeline } from '../timelines/timelines.ts';
import { changeOf, nameOf, typedIn, valuesOf } from './tables.ts';

const clip = (assetId: string, startTime: number, duration: number): Timeline['tracks'][number]['clips'][number] => ({
  ...{ assetId, startTime, duration, trimStart: 0, transitionIn: null, transitionOut: null, transitionSeconds: 0.5, motion: null },
  ...{ fit: 'cover', volume: 1, fadeIn: 0, fadeOut: 0, duckUnderVoice: false, sceneId: null },
});
const timeline: Timeline = {
  ...{ id: 'timeline-1', projectId: 'p', accountId: 1, origin: 'automatic', version: 3, duration: 7 },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
  config: {
    ...{ width: 640, height: 360, fps: 30, backgroundColor: '#000000', captions: null, brand: null, language: null },
    words: [{ text: 'Fin', from: 6, until: 7 }],
  },
  tracks: [
    { type: 'video', clips: [clip('img-1', 0, 3.33333), clip('img-2', 3.33333, 3.66667)] },
    { type: 'audio', clips: [clip('voice-1', 0.5, 2), clip('voice-2', 4, 2)] },
    { type: 'music', clips: [clip('music-1', 0, 7)] },
  ],
};
interface Body {
  readonly version: number;
  readonly config: { readonly words: readonly { readonly from: number; readonly until: number }[] };
  readonly tracks: readonly { readonly clips: readonly Readonly<Record<string, unknown>>[] }[];
}
const changed = (typed: Readonly<Record<string, string>>): Body =>
  changeOf(
    timeline,
    typedIn(timeline, (name) => typed[name] ?? valuesOf(timeline)[name] ?? ''),
    3,
  ) as unknown as Body;
const starts = ({ tracks }: Body): readonly (readonly unknown[])[] => tracks.map(({ clips }) => clips.map((each) => each['start_time']));

describe('the form of a timeline', () => {
  it('leaves exactly what nobody touched', () => {
    const body = changed({});
    expect(starts(body)).toEqual([[0, 3.3333], [0.5, 4], [0]]);
    expect(body.tracks[0]?.clips[0]?.['duration']).toBe(3.33333);
    expect(body.version).toBe(3);
  });
  it('V-082 moves what comes after a longer picture, but not sound that was put elsewhere by hand', () => {
    const longer = { [nameOf(0, 0, 'duration')]: '4,33333' };
    expect(starts(changed(longer))).toEqual([[0, 4.3333], [0.5, 5], [0]]);
    expect(changed(longer).config.words[0]).toMatchObject({ from: 7, until: 8 });
    expect(starts(changed({ ...longer, [nameOf(1, 1, 'start_time')]: '4.6' }))[1]).toEqual([0.5, 4.6]);
  });
  it('V-085 reads percents as volume, and leaves what is no number for the rules to name', () => {
    const body = changed({ [nameOf(2, 0, 'volume')]: '30', [nameOf(1, 0, 'duration')]: 'long' });
    expect([body.tracks[2]?.clips[0]?.['volume'], body.tracks[1]?.clips[0]?.['duration']]).toEqual([0.3, 'long']);
  });
});

describe('the page of a timeline', () => {
  let mine: Visitor;
  let other: Visitor;
  let stranger: Visitor;
  let me: Caller;
  let address = '';
  beforeAll(async () => {
    const atelier = await startAtelier();
    me = await atelier.as('user');
    const browserOf = ({ cookie }: Caller): Visitor => {
      const browser = visit(atelier.doors.site, 'fr');
      browser.cookies.set('atelier_session', cookie.split('=')[1] ?? '');
      return browser;
    };
    [mine, other, stranger] = [browserOf(me), browserOf(await atelier.as('user')), visit(atelier.doors.site, 'fr')];
    const payload = { title: 'Le phare', prompt: 'Un phare dans la brume' };
    const { id } = (await me.inject({ method: 'POST', url: '/api/v1/projects', payload })).json<{ id: string }>();
    address = `/films/${id}/timeline`;
  });

  it('says what to do when there is no timeline yet', async () => {
    const page = await mine.open(address);
    expect([page.statusCode, page.body.includes('Pas encore de montage')]).toEqual([200, true]);
  });
  it('is nobody else’s, and asks strangers to sign in', async () => {
    expect((await other.open(address)).statusCode).toBe(404);
    expect((await mine.open('/films/not-a-film/timeline')).statusCode).toBe(404);
    expect((await mine.open(`${address}?timeline=timeline-nobody`)).statusCode).toBe(404);
    expect((await stranger.open(address)).statusCode).toBe(303);
  });
});
