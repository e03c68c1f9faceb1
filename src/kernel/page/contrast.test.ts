import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'assets', 'studio.css'), 'utf8');
type Tokens = ReadonlyMap<string, string>;

/** The custom properties declared in the block that a text begins. */
function tokensAfter(start: string): Tokens {
  const from = css.indexOf(start);
  expect(from).toBeGreaterThan(-1);
  const block = css.slice(from, css.indexOf('}', from));
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [name, value]));
}
const themes = { light: tokensAfter('name: "studio-light"'), dark: tokensAfter('name: "studio-dark"') };
const shared = tokensAfter(':root {');

/** WCAG 2.2 relative luminance of an sRGB colour, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const colour = tokens.get(name) ?? shared.get(name);
    if (!colour) throw new Error(`no token --${name}`);
    return luminanceOf(colour);
  });
  const [light, dark] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}

const tones = ['primary', 'info', 'success', 'warning', 'error'] as const;
const grounds = ['color-base-100', 'color-base-200'] as const;
/** Text on its ground: at least 4.5 to 1. */
const TEXTS: readonly (readonly [text: string, ground: string])[] = [
  ...[...grounds, 'color-base-300', 'neutral-soft', ...tones.map((tone) => `${tone}-soft`)].map(
    (ground) => ['color-base-content', ground] as const,
  ),
  ...[...grounds, 'color-base-300', 'neutral-soft', ...tones.map((tone) => `${tone}-soft`)].map((ground) => ['muted', ground] as const),
  ...tones.flatMap((tone) => [...grounds, `${tone}-soft`].map((ground) => [`color-${tone}`, ground] as const)),
  ...[...tones, 'secondary', 'accent', 'neutral'].map((tone) => [`color-${tone}-content`, `color-${tone}`] as const),
  ...Array.from({ length: 8 }, (_, hue) => ['hue-ink', `hue-${hue}`] as const),
  ['room-ink', 'room'],
  ['room-muted', 'room'],
  ['room-light', 'room'],
  ['room-ink', 'room-raised'],
];
/** What tells where a control is: at least 3 to 1 (WCAG 1.4.11). */
const EDGES: readonly (readonly [string, string])[] = [
  ...grounds.map((ground) => ['edge', ground] as const),
  ...grounds.map((ground) => ['color-primary', ground] as const),
  ['color-error', 'color-base-100'],
];

describe.each(Object.entries(themes))('theme studio-%s', (_name, tokens) => {
  it('can be read: every text has at least 4.5 to 1 on its ground', () => {
    const weak = TEXTS.map(([text, ground]) => ({
      pair: `${text} on ${ground}`,
      ratio: Number(contrast(tokens, text, ground).toFixed(2)),
    })).filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  });

  it('shows where its controls are: edges have at least 3 to 1', () => {
    const weak = EDGES.map(([edge, ground]) => ({
      pair: `${edge} on ${ground}`,
      ratio: Number(contrast(tokens, edge, ground).toFixed(2)),
    })).filter(({ ratio }) => ratio < 3);
    expect(weak).toEqual([]);
  });

  it('declares the same tokens as its sibling', () => {
    expect([...tokens.keys()]).toEqual([...themes.light.keys()]);
  });
});

it('computes what WCAG computes', () => {
  const known = new Map([
    ['a', '#ffffff'],
    ['b', '#000000'],
    ['c', '#767676'],
  ]);
  expect(contrast(known, 'a', 'b')).toBeCloseTo(21, 5);
  expect(contrast(known, 'a', 'c')).toBeCloseTo(4.54, 2);
});

it('paints the browser’s bars like the page', () => {
  const source = readFileSync(join(import.meta.dirname, 'document.tsx'), 'utf8');
  for (const [name, tokens] of Object.entries(themes)) expect(source).toContain(`${name}: '${tokens.get('color-base-200')}'`);
});
