/** The words of a film as files that players read: SubRip and WebVTT. */
import type { CaptionWord } from '../compose.ts';

const two = (value: number): string => String(value).padStart(2, '0');

function clock(seconds: number, mark: ',' | '.'): string {
  const all = Math.max(0, Math.round(seconds * 1000));
  const whole = Math.floor(all / 1000);
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${mark}${String(all % 1000).padStart(3, '0')}`;
}

interface Cue {
  readonly from: number;
  readonly until: number;
  readonly text: string;
}

/** No two at once, none that goes backwards. */
function cuesOf(pages: readonly (readonly CaptionWord[])[]): Cue[] {
  const cues = pages
    .filter((page) => page.length > 0)
    .map((page) => ({ from: page[0]?.from ?? 0, until: page.at(-1)?.until ?? 0, text: page.map(({ text }) => text).join(' ') }))
    .sort((a, b) => a.from - b.from);
  return cues.map((cue, index) => ({ ...cue, until: Math.max(cue.from + 0.04, Math.min(cue.until, cues[index + 1]?.from ?? cue.until)) }));
}

export const toSrt = (pages: readonly (readonly CaptionWord[])[]): string =>
  cuesOf(pages)
    .map(({ from, until, text }, index) => `${index + 1}\n${clock(from, ',')} --> ${clock(until, ',')}\n${oneParagraph(text)}\n`)
    .join('\n');

export const toVtt = (pages: readonly (readonly CaptionWord[])[]): string =>
  `WEBVTT\n\n${cuesOf(pages)
    .map(({ from, until, text }) => `${clock(from, '.')} --> ${clock(until, '.')}\n${escaped(oneParagraph(text))}\n`)
    .join('\n')}`;

/** An empty line would end the cue. */
const oneParagraph = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
