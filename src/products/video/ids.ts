/** Names of things on the wire: a prefix that says what it is (`img-`, `render-`), and sixteen letters that nobody can guess. */
import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export type IdPrefix =
  | 'pipe'
  | 'batch'
  | 'img'
  | 'clip'
  | 'voice'
  | 'music'
  | 'timeline'
  | 'render'
  | 'video'
  | 'pub'
  | 'pub-yt'
  | 'pub-li'
  | 'pub-tt'
  | 'pub-ig'
  | 'pub-fb'
  | 'pub-x';

export function newId(prefix: IdPrefix): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length]);
  return `${prefix}-${letters.join('')}`;
}
