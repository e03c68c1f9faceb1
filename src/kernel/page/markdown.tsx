/**
 * Markdown as a page: texts that live in files or that administrators write. Nothing can get in that was not meant to: the source
 * becomes elements of ours, never a string of HTML; raw HTML is shown as the text it is, and a link leads nowhere but to http(s),
 * mail, or a place of this site.
 */
import { lexer, type Token, type Tokens } from 'marked';
import { createContext, Fragment, type ReactElement, type ReactNode, useContext } from 'react';
import { Code } from './code.tsx';
import { useT } from './context.tsx';
import { pageMessages as m } from './messages.ts';

export interface MarkdownProps {
  readonly source: string;
  /** Draws a picture by what stands in its brackets; without it pictures are left out, and their words stay. */
  readonly picture?: (source: string, alt: string) => ReactNode;
  /** Rank of the first headings: 2 on a page that has its title already. */
  readonly level?: 1 | 2 | 3;
}

export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

interface Drawing {
  readonly picture: MarkdownProps['picture'];
  readonly shift: number;
}
const DrawingContext = createContext<Drawing>({ picture: undefined, shift: 0 });

export function Markdown({ source, picture, level = 2 }: MarkdownProps): ReactElement {
  const tokens = lexer(source);
  const first = Math.min(6, ...tokens.flatMap((token) => (isA(token, 'heading') ? [token.depth] : [])));
  return (
    <DrawingContext value={{ picture, shift: level - first }}>
      <div className="prose">
        <Blocks tokens={tokens} />
      </div>
    </DrawingContext>
  );
}

/** The headings of a text, for its table of contents. */
export const headingsOf = (source: string): readonly Heading[] =>
  lexer(source).flatMap((token) => (isA(token, 'heading') ? [{ id: idOf(token), text: plain(token.tokens), depth: token.depth }] : []));

/** The first heading, the first paragraph, and what follows. */
export function partsOf(source: string): { readonly title: string; readonly lead: string; readonly rest: string } {
  const [heading, lead, ...rest] = lexer(source).filter(({ type }) => type !== 'space');
  if (!heading || !isA(heading, 'heading') || !lead || !isA(lead, 'paragraph'))
    throw new Error('A text begins with a heading and a paragraph');
  return { title: plain(heading.tokens), lead: plain(lead.tokens), rest: rest.map(({ raw }) => raw.trimEnd()).join('\n\n') };
}

/** What marked knows by the name of its type. */
interface Kinds {
  heading: Tokens.Heading;
  paragraph: Tokens.Paragraph;
  list: Tokens.List;
  code: Tokens.Code;
  blockquote: Tokens.Blockquote;
  table: Tokens.Table;
  text: Tokens.Text;
  strong: Tokens.Strong;
  em: Tokens.Em;
  del: Tokens.Del;
  codespan: Tokens.Codespan;
  link: Tokens.Link;
  image: Tokens.Image;
}
const isA = <K extends keyof Kinds>(token: Token, kind: K): token is Kinds[K] => token.type === kind;

interface Placed<T> {
  readonly key: string;
  readonly item: T;
}
/** Keys are places: a text is drawn once, and never in another order. */
const placed = <T,>(items: readonly T[]): readonly Placed<T>[] => items.map((item, place) => ({ key: String(place), item }));

const Blocks = ({ tokens }: { tokens: readonly Token[] }): ReactNode =>
  placed(tokens).map(({ key, item }) => <Block key={key} token={item} />);

function Block({ token }: { token: Token }): ReactNode {
  const t = useT();
  const { shift } = useContext(DrawingContext);
  if (isA(token, 'heading')) {
    const Tag = `h${Math.min(6, Math.max(1, token.depth + shift))}` as 'h2';
    return (
      <Tag id={idOf(token)}>
        <Line tokens={token.tokens} />
      </Tag>
    );
  }
  if (isA(token, 'paragraph')) return <Paragraph tokens={token.tokens} />;
  if (isA(token, 'code')) return <Code text={token.text} language={token.lang} label={t(m.code)} />;
  if (isA(token, 'list')) return <List list={token} />;
  if (isA(token, 'table')) return <Table table={token} />;
  if (isA(token, 'blockquote'))
    return (
      <blockquote>
        <Blocks tokens={token.tokens} />
      </blockquote>
    );
  if (isA(token, 'text')) return <Line tokens={token.tokens ?? [token]} alone={!token.tokens} />;
  if (token.type === 'hr') return <hr />;
  return token.type === 'space' || token.type === 'def' ? null : <p>{token.raw}</p>;
}

/** A picture that stands alone is no part of a sentence. */
function Paragraph({ tokens }: { tokens: readonly Token[] }): ReactElement {
  const [only, ...others] = tokens;
  if (only && others.length === 0 && isA(only, 'image')) return <Piece token={only} />;
  return (
    <p>
      <Line tokens={tokens} />
    </p>
  );
}

function List({ list }: { list: Tokens.List }): ReactElement {
  const items = placed(list.items).map(({ key, item }) => (
    <li key={key}>
      <Blocks tokens={item.tokens} />
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { table: Tokens.Table }): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="prose-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell) => (
              <th key={cell.text} scope="col">
                <Line tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed(table.rows).map(({ key, item: row }) => (
            <tr key={key}>
              {placed(row).map(({ key: column, item: cell }) => (
                <td key={column}>
                  <Line tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ tokens, alone }: { tokens: readonly Token[]; alone?: boolean }): ReactNode {
  if (alone) return tokens.map((token) => wordsOf(token));
  return placed(tokens).map(({ key, item }) => <Piece key={key} token={item} />);
}

function Piece({ token }: { token: Token }): ReactNode {
  const { picture } = useContext(DrawingContext);
  if (isA(token, 'strong')) return <strong>{inner(token)}</strong>;
  if (isA(token, 'em')) return <em>{inner(token)}</em>;
  if (isA(token, 'del')) return <del>{inner(token)}</del>;
  if (isA(token, 'codespan')) return <code dir="ltr">{token.text}</code>;
  if (isA(token, 'image')) return picture ? picture(token.href, token.text) : token.text;
  if (isA(token, 'link')) {
    return isSafe(token.href) ? <a href={token.href}>{inner(token)}</a> : inner(token);
  }
  if (token.type === 'br') return <br />;
  if (isA(token, 'text') && token.tokens) return <Line tokens={token.tokens} />;
  return <Fragment>{wordsOf(token)}</Fragment>;
}

const inner = ({ tokens }: { readonly tokens: readonly Token[] }): ReactElement => <Line tokens={tokens} />;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
/** Raw HTML comes here too, and stays what was typed. */
const wordsOf = (token: Token): string =>
  'text' in token && token.type !== 'html'
    ? String(token.text).replace(/&(amp|lt|gt|quot|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    : token.raw;

/** `javascript:`, `data:` and friends lead nowhere; `//elsewhere` is no place of this site. */
const isSafe = (href: string): boolean => /^(https?:\/\/|mailto:|#|\/(?![/\\]))/i.test(href);

const plain = (tokens: readonly Token[] = []): string =>
  tokens.map((token) => ('tokens' in token && token.tokens ? plain(token.tokens) : wordsOf(token))).join('');

/** `Créer une clé` → `creer-une-cle`: the same in every reading, so it can be linked. */
const idOf = (heading: Tokens.Heading): string =>
  plain(heading.tokens)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
