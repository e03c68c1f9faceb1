import { describe, expect, it } from 'vitest';
import { hashtagIdeas } from './hashtags.ts';
import { TONES } from './phrases.ts';
import { de, que, subjectOf } from './subject.ts';
import { bestTimesOf } from './times.ts';
import { writeCaptions } from './writer.ts';

const anything = () => true;

describe('the embedded writer', () => {
  it('elides, contracts, and knows the h that is not mute', () => {
    expect(['un phare', 'le désert', 'les dunes', 'une île', 'la mer', 'des vagues', 'Paris', 'Alger'].map(de)).toEqual([
      'd’un phare',
      'du désert',
      'des dunes',
      'd’une île',
      'de la mer',
      'des vagues',
      'de Paris',
      'd’Alger',
    ]);
    expect(['hibou', 'horizon doré', 'haricots verts', 'homme seul'].map(de)).toEqual([
      'de hibou',
      'd’horizon doré',
      'de haricots verts',
      'd’homme seul',
    ]);
    expect(['un phare', 'le désert', 'Alger'].map(que)).toEqual(['qu’un phare', 'que le désert', 'qu’Alger']);
  });

  it('speaks of what the picture shows, not of how it was ordered', () => {
    expect(subjectOf('Un phare dans la brume, photoréaliste, 8k, haute résolution. Style ancien')).toBe('un phare dans la brume');
    expect(subjectOf('Paris sous la pluie')).toBe('Paris sous la pluie');
    expect(subjectOf('mot '.repeat(80)).length).toBeLessThanOrEqual(90);
  });

  it('writes three different captions in every language and tone, the same for the same seed', () => {
    for (const language of ['fr', 'en', 'ar'] as const)
      for (const tone of TONES) {
        const wish = { prompt: 'Un coucher de soleil sur une plage', language, tone, seed: 41, fits: anything };
        const captions = writeCaptions(wish);
        expect(new Set(captions).size).toBe(3);
        for (const caption of captions) expect(caption.toLowerCase()).toContain('coucher de soleil');
        expect(writeCaptions(wish)).toEqual(captions);
      }
  });

  it('shortens until the platform takes it', () => {
    const fits = (text: string) => text.length <= 40;
    const captions = writeCaptions({ prompt: 'Un coucher de soleil sur une plage', language: 'fr', tone: 'warm', seed: 1, fits });
    for (const caption of captions) expect(caption.length).toBeLessThanOrEqual(40);
    expect(captions.every(Boolean)).toBe(true);
  });
});

describe('advice', () => {
  it('makes hashtags of tags, of words that say something, and of what worked', () => {
    const used = [
      { hashtags: '#mer #été', engagementRate: 10 },
      { hashtags: '#mer', engagementRate: 20 },
    ];
    const ideas = hashtagIdeas({ prompt: 'Un phare breton avec une barque', tags: ['coucher de soleil'] }, used);
    expect(ideas.map(({ hashtag, from }) => [hashtag, from])).toEqual([
      ['#CoucherDeSoleil', 'tag'],
      ['#phare', 'prompt'],
      ['#breton', 'prompt'],
      ['#barque', 'prompt'],
      ['#mer', 'own'],
      ['#été', 'own'],
    ]);
    expect(ideas[4]).toMatchObject({ posts: 2, engagementRate: 15 });
  });

  it('says when it knows too little, and finds the hour that did best where one lives', () => {
    const at = (iso: string, engagementRate: number) => ({ postedAt: new Date(iso), engagementRate });
    const few = bestTimesOf([at('2026-11-16T09:00:00Z', 50)], 'twitter', 'UTC');
    expect(few).toMatchObject({ enoughData: false, posts: 1 });
    expect(few.times.every(({ engagementRate }) => engagementRate === null)).toBe(true);
    const mondays = Array.from({ length: 9 }, (_, week) => at(new Date(Date.UTC(2026, 8, 7 + 7 * week, 17)).toISOString(), 8));
    const lucky = at('2026-11-17T02:00:00Z', 14);
    const many = bestTimesOf([...mondays, lucky], null, 'Africa/Nairobi');
    expect(many).toMatchObject({ enoughData: true, posts: 10 });
    // 17:00 in UTC is 20:00 in Nairobi; one lucky post does not beat it by much.
    expect(many.times).toContainEqual({ weekday: 1, hour: 20, engagementRate: 8, posts: 9 });
    expect(many.times).toContainEqual({ weekday: 2, hour: 5, engagementRate: 14, posts: 1 });
  });
});
