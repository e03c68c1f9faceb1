/** Markup that many things of a page share but for a number: drawn once a language, then filled in. React would draw each of them anew. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { currentSpeaker, type Speaker } from '../message.ts';
import { PageContext, usePage } from './context.tsx';

export interface StencilProps {
  readonly className: string;
  /** Of the markup, in the whole program: what is drawn depends on nothing but the name and the language. */
  readonly name: string;
  /** Takes the place that `draw` is given, wherever it put it. */
  readonly number: number;
  /** The lines of the list. */
  draw(place: string): ReactElement;
}

const drawn = new WeakMap<Speaker, Map<string, string>>();
const PLACE = '0000000';

/** A list (`ul`). */
export function StencilList({ className, name, number, draw }: StencilProps): ReactElement {
  const page = usePage();
  const speaker = currentSpeaker();
  const known = drawn.get(speaker) ?? new Map<string, string>();
  drawn.set(speaker, known);
  const key = `${page.language} ${name}`;
  const markup = known.get(key) ?? renderToStaticMarkup(<PageContext value={page}>{draw(PLACE)}</PageContext>);
  known.set(key, markup);
  const lines = { __html: markup.replaceAll(PLACE, String(number)) };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React drew it, and only a number was put in.
  return <ul className={className} dangerouslySetInnerHTML={lines} />;
}
