/**
 * Code as people read and copy it: coloured on the server by classes (no inline style, no script), left to right in every
 * language, scrolled by keyboard where it is wide. Hides a small tokenizer: strings, numbers, comments, words of the language.
 */
import type { ReactElement, ReactNode } from 'react';
import { type Text, useT } from './context.tsx';
import { Island } from './islands.tsx';
import { pageMessages as m } from './messages.ts';

export interface CodeProps {
  readonly text: string;
  /** `json`, `bash`, `ts`, `python`, `php`, `http`; anything else stays plain. */
  readonly language?: string | undefined;
  /** What it is: the name of the button that copies it. */
  readonly label: Text;
}

export function Code({ text, language, label }: CodeProps): ReactElement {
  const t = useT();
  return (
    <div className="code-block" dir="ltr">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <code>{coloured(text, language)}</code>
      </pre>
      <Island name="copy" inline props={{ name: t(label), label: t(m.copy), done: t(m.copied) }} />
    </div>
  );
}

const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/.source;
const NUMBER = /\b\d+(?:\.\d+)?\b/.source;
const words = (list: string): string => `\\b(?:${list.replaceAll(' ', '|')})\\b`;

interface Grammar {
  readonly comment: string;
  readonly keyword: string;
}
const NEVER = '(?!)';
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  json: { comment: NEVER, keyword: words('true false null') },
  bash: { comment: '(?<=^|\\s)#[^\\n]*', keyword: words('curl npm node export jq openssl pip') },
  ts: {
    comment: '//[^\\n]*',
    keyword: words('import from export const let function async await return if else throw new for of type true false null'),
  },
  python: { comment: '#[^\\n]*', keyword: words('import from def return if else not in raise with as for True False None and or') },
  php: { comment: '//[^\\n]*|#[^\\n]*', keyword: words('function return if else foreach true false null throw new') },
  http: { comment: NEVER, keyword: words('GET POST PUT PATCH DELETE HEAD HTTP') },
};
const ALIASES: Readonly<Record<string, string>> = { sh: 'bash', javascript: 'ts', js: 'ts', typescript: 'ts', py: 'python' };

const scanners = new Map<string, RegExp>();
function scannerOf(language: string): RegExp | null {
  const grammar = GRAMMARS[ALIASES[language] ?? language];
  if (!grammar) return null;
  const known = scanners.get(language);
  if (known) return known;
  const { comment, keyword } = grammar;
  const scanner = new RegExp(`(?<comment>${comment})|(?<string>${STRING})|(?<number>${NUMBER})|(?<keyword>${keyword})`, 'gm');
  scanners.set(language, scanner);
  return scanner;
}

/** Names of JSON are left plain: what a reader looks for are the values. */
function coloured(text: string, language = ''): ReactNode {
  const scanner = scannerOf(language);
  if (!scanner) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const found of text.matchAll(scanner)) {
    const kind = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? '';
    const end = found.index + found[0].length;
    if (language === 'json' && kind === 'string' && text[end] === ':') continue;
    if (found.index > from) parts.push(text.slice(from, found.index));
    parts.push(
      <span key={found.index} className={`code-${kind}`}>
        {found[0]}
      </span>,
    );
    from = end;
  }
  return [...parts, text.slice(from)];
}
