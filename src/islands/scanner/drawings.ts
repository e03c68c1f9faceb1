/** Outlines of this screen (Lucide, ISC licence), and the face of a person. */
import { icon, make } from '../shared/place.ts';
import type { Person } from './wire.ts';

export const SHAPES = {
  check: 'M20 6 9 17l-5-5',
  cross: 'M18 6 6 18M6 6l12 12',
  warning: 'M21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
  enter: 'M10 17l5-5-5-5M15 12H3M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4',
  leave: 'M16 17l5-5-5-5M21 12H9M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4',
  back: 'M19 12H5M12 19l-7-7 7-7',
  menu: 'M4 5h16M4 12h16M4 19h16',
  list: 'M3 5h.01M3 12h.01M3 19h.01M8 5h13M8 12h13M8 19h13',
  scan: 'M3 7V5a2 2 0 0 1 2-2h2M17 3h2a2 2 0 0 1 2 2v2M21 17v2a2 2 0 0 1-2 2h-2M7 21H5a2 2 0 0 1-2-2v-2M7 12h10',
  camera: 'M14.5 4h-5L7 7H4a2 2 0 0 0-2 2v9a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2h-3zM9 13a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  photo:
    'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM7 9a2 2 0 1 0 4 0a2 2 0 1 0-4 0M21 15l-3.1-3.1a2 2 0 0 0-2.8 0L6 21',
  torch:
    'M4 14a1 1 0 0 1-.78-1.63l9.9-10.2a.5.5 0 0 1 .86.46l-1.92 6.02A1 1 0 0 0 13 10h7a1 1 0 0 1 .78 1.63l-9.9 10.2a.5.5 0 0 1-.86-.46l1.92-6.02A1 1 0 0 0 11 14z',
  undo: 'M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11',
  clock: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M12 6v6l4 2',
  offline:
    'M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69M19 12.859a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20',
  online: 'M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 14 0M2 8.82a15 15 0 0 1 20 0',
  person: 'M7 8a5 5 0 1 0 10 0a5 5 0 1 0-10 0M20 21a8 8 0 0 0-16 0',
} as const;
export type Shape = keyof typeof SHAPES;

const MIRRORED: ReadonlySet<Shape> = new Set<Shape>(['enter', 'leave', 'back', 'list', 'undo']);

export function draw(shape: Shape): SVGElement {
  const svg = icon(SHAPES[shape]);
  if (MIRRORED.has(shape)) svg.classList.add('icon-mirrored');
  return svg;
}

/** The photo, or the first letters of the name. */
export function face(person: Pick<Person, 'name' | 'photo'>): HTMLElement {
  if (person.photo) return make('img', { class: 'scan-face', src: person.photo, alt: '', width: '96', height: '96' });
  const letters = person.name.split(/\s+/).slice(0, 2);
  return make('span', { class: 'scan-face', 'aria-hidden': 'true' }, letters.map((word) => [...word][0] ?? '').join(''));
}

export const button = (look: string, shape: Shape | null, words: string, act: () => void): HTMLButtonElement => {
  const element = make('button', { type: 'button', class: look }, ...(shape ? [draw(shape)] : []), make('span', {}, words));
  element.addEventListener('click', act);
  return element;
};
