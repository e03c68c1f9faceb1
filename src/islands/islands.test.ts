import { describe, expect, it } from 'vitest';
import { strengthOf } from './shared/strength.ts';
import { frameOf } from './uploads/cropper.ts';

describe('strength of a password', () => {
  it('counts length and freshness more than decoration', () => {
    expect(['', 'azerty', 'aaaaaaaaaaaaaaaa', 'abcdefghijkl', 'P@ss1'].map(strengthOf)).toEqual([0, 0, 0, 0, 0]);
    expect(strengthOf('cheval bleu dansant sous la lune')).toBe(3);
    expect(strengthOf('Tamarin-74')).toBeLessThan(strengthOf('Tamarin-74 à midi pile'));
  });
});

describe('frame of a photo', () => {
  it('is the largest square at first, in the middle', () => {
    expect(frameOf(3000, 2000, 1, 1500, 1000)).toEqual({ x: 500, y: 0, side: 2000 });
  });
  it('never leaves the picture', () => {
    expect(frameOf(3000, 2000, 2, -500, 9999)).toEqual({ x: 0, y: 1000, side: 1000 });
  });
});
