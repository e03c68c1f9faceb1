/** The form of each block. Tables and inline styles: mail programs read little else. */
import type { CSSProperties, ReactNode } from 'react';
import { type Cell, type LetterBlock, safeUrl } from './letter-text.ts';
import { FONT, INK, MUTED, type Theme, TONES } from './letter-theme.ts';

export interface BlockProps {
  readonly block: LetterBlock;
  readonly theme: Theme;
  readonly direction: 'ltr' | 'rtl';
}

const TEXT: CSSProperties = { margin: '0 0 16px', fontFamily: FONT, fontSize: 16, lineHeight: '26px', color: INK };
const CELL: CSSProperties = { padding: '10px 12px', fontFamily: FONT, fontSize: 15, lineHeight: '22px', color: INK, verticalAlign: 'top' };

export function BlockView({ block, theme, direction }: BlockProps): ReactNode {
  switch (block.kind) {
    case 'text':
      return <p style={TEXT}>{brokenLines(block.text)}</p>;
    case 'heading':
      return <h2 style={{ ...TEXT, fontSize: 18, fontWeight: 700, margin: '8px 0 10px' }}>{block.text}</h2>;
    case 'button':
      return <Button label={block.label} url={block.url} theme={theme} />;
    case 'code':
      return <Code block={block} theme={theme} />;
    case 'facts':
      return <Facts rows={block.rows} theme={theme} direction={direction} />;
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Rows head={block.head} rows={block.rows} theme={theme} direction={direction} />;
    case 'badge':
      return <Badge block={block} />;
    case 'note':
      return <Note block={block} direction={direction} />;
    case 'divider':
      return <hr style={{ border: 0, borderTop: `1px solid ${theme.line}`, margin: '8px 0 24px' }} />;
  }
}

/** Line breaks of a text as `<br>`. */
export const brokenLines = (text: string): ReactNode[] =>
  keyed(text.split('\n')).flatMap(({ item, key }) => (key === '0' ? [item] : [<br key={key} />, item]));

/** React wants names for the members of a list; markup that is written once and never changes has only places. */
export const keyed = <T,>(items: readonly T[]): readonly { readonly item: T; readonly key: string }[] =>
  items.map((item, index) => ({ item, key: String(index) }));

function Button({ label, url, theme }: { label: string; url: string; theme: Theme }): ReactNode {
  const link: CSSProperties = {
    display: 'inline-block',
    padding: '14px 28px',
    fontFamily: FONT,
    fontSize: 16,
    fontWeight: 700,
    color: '#ffffff',
    textDecoration: 'none',
  };
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} style={{ margin: '8px 0 24px' }}>
      <tbody>
        <tr>
          <td style={{ borderRadius: 8, backgroundColor: theme.accent, backgroundImage: theme.gradient }}>
            <a href={safeUrl(url)} style={link}>
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Code({ block, theme }: { block: Extract<LetterBlock, { kind: 'code' }>; theme: Theme }): ReactNode {
  const value: CSSProperties = {
    fontFamily: "Consolas, 'Courier New', monospace",
    fontSize: 24,
    fontWeight: 700,
    letterSpacing: 2,
    color: theme.accent,
  };
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 20px' }}>
      <tbody>
        <tr>
          <td align="center" style={{ padding: 18, backgroundColor: theme.tint, borderRadius: 8, border: `1px solid ${theme.line}` }}>
            {block.label && <div style={{ fontFamily: FONT, fontSize: 13, color: MUTED, paddingBottom: 6 }}>{block.label}</div>}
            <div dir="ltr" style={value}>
              {block.value}
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

interface RowsProps {
  readonly theme: Theme;
  readonly direction: BlockProps['direction'];
}

function Facts({ rows, theme, direction }: RowsProps & { rows: readonly (readonly [string, Cell])[] }): ReactNode {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 20px' }}>
      <tbody>
        {keyed(rows).map(({ item: [label, value], key }) => (
          <tr key={key}>
            <td width="38%" align={sideOf(direction)} style={{ ...CELL, color: MUTED, borderBottom: `1px solid ${theme.tint}` }}>
              {label}
            </td>
            <td align={sideOf(direction)} style={{ ...CELL, fontWeight: 600, borderBottom: `1px solid ${theme.tint}` }}>
              <CellView cell={value} theme={theme} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More columns than a phone can hold: there each row becomes a few lines (the rule is in letter.tsx). */
const WIDE = 4;

function Rows({ head, rows, theme, direction }: RowsProps & { head: readonly string[]; rows: readonly (readonly Cell[])[] }): ReactNode {
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      className={head.length >= WIDE ? 'wide' : undefined}
      style={{ margin: '0 0 20px', borderCollapse: 'collapse' }}
    >
      <thead>
        <tr>
          {head.map((label) => (
            <th
              key={label}
              scope="col"
              align={sideOf(direction)}
              style={{ ...CELL, fontSize: 13, color: theme.accent, backgroundColor: theme.tint }}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows).map(({ item: row, key }) => (
          <tr key={key}>
            {row.map((cell, place) => (
              <td
                key={head[place] ?? place}
                align={sideOf(direction)}
                style={{ ...CELL, fontSize: 14, borderBottom: `1px solid ${theme.tint}` }}
              >
                <CellView cell={cell} theme={theme} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const sideOf = (direction: BlockProps['direction']): 'left' | 'right' => (direction === 'rtl' ? 'right' : 'left');

function CellView({ cell, theme }: { cell: Cell; theme: Theme }): ReactNode {
  // Phone numbers, addresses and names in other letters keep their own direction.
  if (typeof cell === 'string') return <span dir="auto">{brokenLines(cell)}</span>;
  return (
    <a href={safeUrl(cell.url)} style={{ color: theme.accent }}>
      {cell.text}
    </a>
  );
}

function List({ block }: { block: Extract<LetterBlock, { kind: 'list' }> }): ReactNode {
  const Tag = block.numbered ? 'ol' : 'ul';
  return (
    <Tag style={{ ...TEXT, padding: '0 24px' }}>
      {keyed(block.items).map(({ item, key }) => (
        <li key={key} style={{ marginBottom: 6 }}>
          {item}
        </li>
      ))}
    </Tag>
  );
}

function Badge({ block }: { block: Extract<LetterBlock, { kind: 'badge' }> }): ReactNode {
  const { ink, ground } = TONES[block.tone];
  return (
    <p style={TEXT}>
      {block.label}{' '}
      <span
        dir="auto"
        style={{ display: 'inline-block', padding: '4px 14px', borderRadius: 999, fontWeight: 700, color: ink, backgroundColor: ground }}
      >
        {block.value}
      </span>
    </p>
  );
}

function Note({ block, direction }: { block: Extract<LetterBlock, { kind: 'note' }>; direction: BlockProps['direction'] }): ReactNode {
  const { ink, ground } = TONES[block.tone];
  const edge = direction === 'rtl' ? { borderRight: `4px solid ${ink}` } : { borderLeft: `4px solid ${ink}` };
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 20px' }}>
      <tbody>
        <tr>
          <td align={sideOf(direction)} style={{ ...CELL, ...edge, color: ink, backgroundColor: ground }}>
            {brokenLines(block.text)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
