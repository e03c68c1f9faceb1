/** Colours and chance of the portraits: the same seed always gives the same picture. */

/** A skin lit by one lamp: from the deepest shadow to the brightest reflection. */
export interface Skin {
  readonly deep: string;
  readonly shade: string;
  readonly base: string;
  readonly light: string;
  readonly glow: string;
  readonly lips: string;
}

/** From the deepest to the lightest; real complexions of the continent, picked by eye under one warm light. */
export const SKINS: readonly Skin[] = [
  { deep: '#1d0d10', shade: '#2e1717', base: '#48291f', light: '#6b4030', glow: '#b27c5f', lips: '#5c2a2b' },
  { deep: '#24100f', shade: '#3b1e1a', base: '#593326', light: '#7f4e39', glow: '#c48d6c', lips: '#6d3333' },
  { deep: '#2b1412', shade: '#48251e', base: '#6b3f2e', light: '#935e45', glow: '#d29c78', lips: '#7d3d3a' },
  { deep: '#331915', shade: '#562e24', base: '#7d4c37', light: '#a66d50', glow: '#deab86', lips: '#8c4642' },
  { deep: '#3d1f1a', shade: '#66392c', base: '#925b42', light: '#b97d5d', glow: '#e8b892', lips: '#9b4f4a' },
  { deep: '#472720', shade: '#784736', base: '#a76c4f', light: '#cb8f6d', glow: '#f0c5a0', lips: '#a85853' },
  { deep: '#523029', shade: '#8a5644', base: '#bb7f60', light: '#da9f7d', glow: '#f6d2b1', lips: '#b5625c' },
  { deep: '#5e3a33', shade: '#9c6754', base: '#cd9474', light: '#e6b090', glow: '#fae0c5', lips: '#bf6b65' },
  { deep: '#694540', shade: '#ac7866', base: '#dba88a', light: '#efc2a5', glow: '#fdebd8', lips: '#c87670' },
];

export interface Backdrop {
  readonly top: string;
  readonly bottom: string;
  readonly disc: string;
  readonly motif: string;
}

export const BACKDROPS: readonly Backdrop[] = [
  { top: '#f2b544', bottom: '#d9742f', disc: '#f9d585', motif: '#b9531f' },
  { top: '#1f6f6b', bottom: '#0e3f47', disc: '#e9a94b', motif: '#2f8f86' },
  { top: '#c8553d', bottom: '#7c2438', disc: '#f0a36b', motif: '#94303f' },
  { top: '#34326f', bottom: '#1a1740', disc: '#e2707a', motif: '#4b4a97' },
  { top: '#e9d8b8', bottom: '#cfa878', disc: '#c8683f', motif: '#b98e5c' },
  { top: '#2d5f8f', bottom: '#16304f', disc: '#f2c14e', motif: '#3f79ad' },
  { top: '#7b3f6e', bottom: '#3a1b44', disc: '#f08a5d', motif: '#94568a' },
  { top: '#6e8b4e', bottom: '#33502f', disc: '#f1d38a', motif: '#85a362' },
  { top: '#e58f7b', bottom: '#b54b5b', disc: '#fbe0c3', motif: '#9c3b50' },
  { top: '#a9c7c0', bottom: '#5f8f92', disc: '#f4e6cf', motif: '#487a80' },
];

/** A repeatable stream of numbers from 0 to 1 (mulberry32 over a hash of the seed). */
export function randomFrom(seed: string): () => number {
  let state = 0x9e3779b9;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x85ebca6b) ^ (state >>> 13);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const channels = (color: string): [number, number, number] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

/** The colour `share` of the way from one to the other. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, index) =>
      Math.round(value + ((b[index] ?? 0) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export const alpha = (color: string, opacity: number): string => `rgba(${channels(color).join(',')},${opacity})`;
