/** What a letter is made of, and the words of each block without any form. */
import type { Tone } from './letter-theme.ts';

/** A word that leads somewhere. */
export interface LetterLink {
  readonly text: string;
  readonly url: string;
}
export type Cell = string | LetterLink;

export type LetterBlock =
  /** A paragraph; line breaks are kept. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  /** A code or a password, large, always left to right. */
  | { readonly kind: 'code'; readonly label?: string; readonly value: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Cell])[] }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'badge'; readonly label: string; readonly value: string; readonly tone: Tone }
  | { readonly kind: 'note'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'divider' };

const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : `${cell.text} <${safeUrl(cell.url)}>`);

export function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'heading':
      return `## ${block.text}`;
    case 'button':
      return `${block.label}:\n${safeUrl(block.url)}`;
    case 'code':
      return block.label ? `${block.label}: ${block.value}` : block.value;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${cellText(value)}`).join('\n');
    case 'list':
      return block.items.map((item, index) => `${block.numbered ? `${index + 1}.` : '-'} ${item}`).join('\n');
    case 'table':
      return [block.head.join(' | '), ...block.rows.map((row) => row.map(cellText).join(' | '))].join('\n');
    case 'badge':
      return `${block.label}: ${block.value}`;
    case 'note':
      return `! ${block.text}`;
    case 'divider':
      return '----';
  }
}

/** Only addresses that a reader can be sent to: a name or a site that somebody typed may hold `javascript:`. */
export function safeUrl(url: string): string {
  if (URL.canParse(url) && ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(url).protocol)) return url;
  throw new Error('a letter links to http, https, mailto and tel only');
}
