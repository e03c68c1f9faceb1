import { describe, expect, it } from 'vitest';
import { add, change, isLastPicture, moveSound, remove, reorder, split, trimEnd, trimStart } from './edits.ts';
import { createHistory } from './history.ts';
import { type Asset, type Clip, endOf, type Film, secondsOf } from './model.ts';
import { clockText, stepOf } from './scale.ts';
import { loudnessOf, seenAt, wordsAt } from './seen.ts';
import { freeStart, orderAt, snapClip, snapEdge } from './snap.ts';
import { insideView, MOVES, moveNameOf, sourceBox } from './views.ts';

const clip = (id: string, start: number, seconds: number, more: Partial<Clip> = {}): Clip => ({
  ...{ id, assetId: `of-${id}`, start, seconds, trim: 0, transitionIn: null, transitionOut: null, transitionSeconds: 0, motion: null },
  ...{ fit: 'cover', volume: 1, fadeIn: 0, fadeOut: 0, duck: false, sceneId: null, ...more },
});

/** Three scenes of 4, 5 and 6 seconds, each with a voice that begins a little later; one piece of music. */
const film: Film = {
  tracks: [
    {
      type: 'video',
      clips: [clip('p1', 0, 4), clip('p2', 4, 5, { transitionIn: 'dissolve', transitionSeconds: 1 }), clip('p3', 9, 6)],
    },
    { type: 'audio', clips: [clip('v1', 0.35, 3), clip('v2', 4.35, 4), clip('v3', 9.35, 5)] },
    { type: 'music', clips: [clip('m', 0, 15, { volume: 0.5, fadeIn: 1, fadeOut: 2, duck: true })] },
  ],
  words: [{ text: 'Fin', from: 14.5, until: 15 }],
};
const picture: Asset = { id: 'x', type: 'image', name: 'x', seconds: null, src: '/x', thumbnail: null, still: null, pages: [] };
const sound: Asset = { ...picture, type: 'voice', seconds: 5 };
const still = { fps: 30, asset: picture };
const spoken = { fps: 30, asset: sound };

const lie = ({ tracks }: Film): readonly string[] =>
  tracks.map(({ clips }) => clips.map((c) => `${c.id} ${c.start}-${endOf(c)}`).join(' '));

describe('clips on the desk', () => {
  it('V-082 lengthens a picture, and all that comes later follows; music stays', () => {
    const longer = trimEnd(film, 'p1', 5.01, still);
    expect(lie(longer)).toEqual(['p1 0-5 p2 5-10 p3 10-16', 'v1 0.35-3.35 v2 5.35-9.35 v3 10.35-15.35', 'm 0-15']);
    expect(longer.words[0]).toEqual({ text: 'Fin', from: 15.5, until: 16 });
    expect(secondsOf(longer)).toBe(16);
  });

  it('cuts what is before: a picture begins where it began, sound begins later', () => {
    expect(lie(trimStart(film, 'p2', 5.5, still))[0]).toBe('p1 0-4 p2 4-7.5 p3 7.5-13.5');
    const cut = trimStart(film, 'v2', 5.35, spoken);
    expect(cut.tracks[1]?.clips[1]).toMatchObject({ start: 5.35, seconds: 3, trim: 1 });
  });

  it('gives no more of a sound than there is, and keeps it off its neighbours', () => {
    expect(trimEnd(film, 'v1', 30, { fps: 30, asset: { ...sound, seconds: 3.5 } }).tracks[1]?.clips[0]?.seconds).toBe(3.5);
    expect(lie(trimEnd(film, 'v1', 30, spoken))[1]).toContain('v1 0.35-4.35');
    expect(trimStart(film, 'v3', 0, spoken).tracks[1]?.clips[2]).toMatchObject({ start: 9.35, trim: 0 });
  });

  it('is never shorter than a fifth of a second, and in whole frames', () => {
    expect(trimEnd(film, 'p1', -3, still).tracks[0]?.clips[0]?.seconds).toBe(0.2);
    expect(trimEnd(film, 'p1', 3.339, still).tracks[0]?.clips[0]?.seconds).toBe(3.3333);
  });

  it('moves a scene with its voice and words; the others close up', () => {
    const moved = reorder(film, 'p3', 0);
    expect(lie(moved)).toEqual(['p3 0-6 p1 6-10 p2 10-15', 'v3 0.35-5.35 v1 6.35-9.35 v2 10.35-14.35', 'm 0-15']);
    expect(moved.words).toEqual([{ text: 'Fin', from: 5.5, until: 6 }]);
    expect(lie(reorder(moved, 'p3', 2))).toEqual(lie(film));
    expect(reorder(film, 'p1', 0)).toBe(film);
  });

  it('puts sound where there is room for it', () => {
    expect(lie(moveSound(film, 'v1', 4.2))[1]).toBe('v1 1.35-4.35 v2 4.35-8.35 v3 9.35-14.35');
    expect(lie(moveSound(film, 'v1', 20))[1]).toBe('v2 4.35-8.35 v3 9.35-14.35 v1 20-23');
    expect(freeStart([clip('a', 2, 3), clip('b', 6, 3)], 2, 5)).toBe(9);
    expect(freeStart([clip('a', 2, 3)], 2, 1.9)).toBe(0);
  });

  it('splits at the head: the two show what the one did', () => {
    const halved = split(change(film, 'p2', { motion: MOVES.rightwards }), 'p2', 6, still);
    const [, one, two, after] = halved.tracks[0]?.clips ?? [];
    expect([one?.seconds, two?.start, two?.seconds, after?.start]).toEqual([2, 6, 3, 9]);
    expect(two).toMatchObject({ transitionIn: 'cut', assetId: 'of-p2', trim: 0 });
    expect(one?.motion?.to).toEqual(two?.motion?.from);
    const [, , said] = split(film, 'v2', 5.35, spoken).tracks[1]?.clips ?? [];
    expect(said).toMatchObject({ start: 5.35, seconds: 3, trim: 1 });
    expect(split(film, 'p1', 0.1, still)).toBe(film);
  });

  it('takes a picture away with its voice and closes the gap; the last one is known', () => {
    const less = remove(film, 'p2');
    expect(lie(less)).toEqual(['p1 0-4 p3 4-10', 'v1 0.35-3.35 v3 4.35-9.35', 'm 0-15']);
    expect(lie(remove(film, 'v2'))[1]).toBe('v1 0.35-3.35 v3 9.35-14.35');
    expect([isLastPicture(film, 'p1'), isLastPicture(remove(less, 'p1'), 'p3'), isLastPicture(less, 'v1')]).toEqual([false, true, false]);
  });

  it('adds a picture after the one under the head, music no longer than the film', () => {
    const { film: more, id } = add(film, picture, 1, 30);
    expect(lie(more)[0]).toBe(`p1 0-4 ${id} 4-8 p2 8-13 p3 13-19`);
    const silent: Film = { ...film, tracks: film.tracks.slice(0, 2) };
    const tune = add(silent, { ...sound, type: 'music', seconds: 60 }, 3, 30);
    expect(tune.film.tracks[2]?.clips[0]).toMatchObject({ start: 3, seconds: 12, duck: true });
  });
});

describe('snapping', () => {
  it('catches the nearest edge within reach, by either end of a clip', () => {
    expect(snapEdge(4.05, [0, 4, 9], 0.1)).toEqual({ time: 4, at: 4 });
    expect(snapEdge(4.5, [0, 4, 9], 0.1)).toEqual({ time: 4.5, at: null });
    expect(snapClip(5.96, 3, [0, 4, 9], 0.1)).toEqual({ time: 6, at: 9 });
  });
  it('says where a picture would stand', () => {
    const clips = film.tracks[0]?.clips ?? [];
    expect([-1, 5, 8, 30].map((middle) => orderAt(clips, 'p1', middle))).toEqual([0, 0, 1, 2]);
  });
});

describe('going back', () => {
  it('knows every state, takes small steps together, and knows what is saved', () => {
    let time = 0;
    const history = createHistory('a', () => time);
    history.push('b', 'slide');
    time = 100;
    history.push('c', 'slide');
    history.push('d');
    expect(history.isSaved()).toBe(false);
    expect([history.undo(), history.now(), history.undo(), history.now(), history.undo()]).toEqual([true, 'c', true, 'a', false]);
    expect(history.isSaved()).toBe(true);
    expect([history.redo(), history.now()]).toEqual([true, 'c']);
    history.markSaved('c');
    history.push('e');
    expect([history.canRedo(), history.isSaved(), history.undo(), history.isSaved()]).toEqual([false, false, true, true]);
  });
});

describe('what is seen and heard', () => {
  it('V-083 V-084 shows the picture before below the one that comes, and its motion goes on', () => {
    const seen = seenAt(film.tracks[0], 4.25);
    expect(seen).toMatchObject({
      upper: { clip: { id: 'p2' } },
      under: { clip: { id: 'p1' }, since: 4.25 },
      passage: { kind: 'dissolve', share: 0.25 },
    });
    expect(seen.under?.share).toBeCloseTo(4.25 / 5, 5);
    expect(seenAt(film.tracks[0], 6).passage).toBeNull();
    expect(seenAt(film.tracks[0], 15).upper).toBeNull();
  });
  it('reads the words of who speaks, else those that stand alone', () => {
    const pages = [
      [{ text: 'Bonjour', from: 0, until: 1 }],
      [
        { text: 'le', from: 1, until: 1.5 },
        { text: 'monde', from: 1.5, until: 2 },
      ],
    ];
    const assets = new Map([['of-v2', { ...sound, pages }]]);
    expect([4.4, 5.5, 8, 14.6].map((time) => wordsAt(film, assets, time))).toEqual(['Bonjour', 'le monde', '', 'Fin']);
  });
  it('V-085 V-086 V-094 fades sound and presses music down while somebody speaks', () => {
    const [music] = film.tracks[2]?.clips ?? [];
    if (!music) throw new Error('no music');
    const line = loudnessOf(film, music);
    const at = (time: number): number | undefined => line.find((point) => Math.abs(point.at - time) < 1e-6)?.level;
    expect([at(0), at(4.35), at(8.35), at(15)]).toEqual([0, 0.15, 0.15, 0]);
    expect(at(8.75)).toBeCloseTo(0.5, 5);
    expect(loudnessOf(film, clip('v', 2, 3)).map(({ level }) => level)).toEqual([1, 1]);
  });
  it('moves over a picture as it was told, cut to the form of the film', () => {
    expect(insideView(MOVES.nearer, 0)).toEqual(MOVES.nearer.from);
    expect(insideView(null, 0.3)).toEqual({ left: 0, top: 0, width: 1, height: 1 });
    expect(sourceBox({ width: 400, height: 400 }, 2, insideView(null, 0))).toEqual({ x: 0, y: 100, width: 400, height: 200 });
    expect([moveNameOf(null), moveNameOf({ ...MOVES.upwards }), moveNameOf({ ...MOVES.upwards, to: MOVES.nearer.to })]).toEqual([
      'none',
      'upwards',
      'own',
    ]);
  });
});

describe('the ruler', () => {
  it('writes times that do not touch', () => {
    expect([3, 20, 80, 400].map(stepOf)).toEqual([30, 5, 1, 0.2]);
    expect([clockText(65), clockText(3725), clockText(4.96, true), clockText(59.97, true)]).toEqual([
      '1:05',
      '1:02:05',
      '0:05.0',
      '1:00.0',
    ]);
  });
});
