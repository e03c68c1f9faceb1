/**
 * How every letter looks: one layout that the usual mail programs show alike (a 600-pixel table, inline styles, nothing
 * fetched from anywhere), right to left in Arabic, with the same words as plain text beside it.
 *
 * A letter is a list of *blocks*; what they mean is the business of the rooms that write letters.
 */
import { Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Language, messages, say } from '../message.ts';
import { BlockView, brokenLines, keyed } from './letter-blocks.tsx';
import { blockText, type LetterBlock, type LetterLink, safeUrl } from './letter-text.ts';
import { FONT, INK, type LetterTheme, MUTED, THEMES, type Theme } from './letter-theme.ts';

export type { Cell, LetterBlock } from './letter-text.ts';

/** What every letter of this installation shares; from `mail.look`. */
export interface LetterLook {
  readonly siteName: string;
  /** A `data:image/…` address: the picture travels inside the letter, beside the name. */
  readonly logo?: string;
  /** Pixels it is wide when it is 44 high; square when not given. */
  readonly logoWidth?: number;
  /** How to reach the studio, and where else it is; below the lines. */
  readonly contact?: readonly LetterLink[];
  readonly social?: readonly LetterLink[];
  /** Lines under the letter; the documented words when not given or empty. */
  readonly footer?: string;
}

export interface LetterContent extends LetterLook {
  readonly language: Language;
  /** The heading of the letter; also what mail programs show as its title. */
  readonly title: string;
  /** Shown after the subject in lists of letters. */
  readonly preview?: string;
  readonly blocks: readonly LetterBlock[];
  /** `studio` is blue, `cinema` red. */
  readonly theme?: LetterTheme;
  /** Dotted borders, as the weekly recaps have them. */
  readonly dotted?: boolean;
}

const m = messages({
  footer: {
    fr: '© 2024 taalentio.com\nCeci est un email automatique.',
    en: '© 2024 taalentio.com\nThis is an automatic e-mail.',
    ar: '© 2024 taalentio.com\nهذه رسالة آلية.',
  },
});

/** The same letter twice: as HTML and as plain text. Throws for an address that is neither http(s) nor mailto. */
export function renderLetter(content: LetterContent): { html: string; text: string } {
  const footer = content.footer?.trim() || say(m.footer, content.language);
  return {
    html: `<!doctype html>${renderToStaticMarkup(<LetterPage content={content} footer={footer} />)}`,
    text: [content.title, ...content.blocks.map(blockText), ['--', footer, ...contactLines(content)].join('\n')].join('\n\n'),
  };
}

const contactLines = ({ contact = [], social = [] }: LetterLook): readonly string[] => [
  ...contact.map(({ text }) => text),
  ...social.map(({ text, url }) => `${text}: ${safeUrl(url)}`),
];

const SMALL_SCREENS =
  '@media (max-width:620px){.sheet{width:100%!important}.inside{padding:24px 20px!important}' +
  '.wide thead{display:none}.wide tr{display:block;padding:8px 0;border-bottom:1px solid #dde3ea}' +
  '.wide td{display:block;padding:1px 0!important;border:0!important}}';

function LetterPage({ content, footer }: { content: LetterContent; footer: string }): ReactNode {
  const { language, title, preview, blocks } = content;
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  const theme = THEMES[content.theme ?? 'studio'];
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{title}</title>
        <style>{SMALL_SCREENS}</style>
      </head>
      <body dir={direction} style={{ margin: 0, padding: 0, backgroundColor: '#eef1f5' }}>
        {preview && <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{preview}</div>}
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ backgroundColor: '#eef1f5' }}>
          <tbody>
            <tr>
              <td align="center" style={{ padding: '24px 12px' }}>
                <Sheet content={content} theme={theme}>
                  {keyed(blocks).map(({ item, key }) => (
                    <BlockView key={key} block={item} theme={theme} direction={direction} />
                  ))}
                </Sheet>
                <p style={{ margin: '20px 0 0', fontFamily: FONT, fontSize: 13, lineHeight: '20px', color: MUTED }}>
                  {brokenLines(footer)}
                </p>
                <LinkLine links={content.contact} />
                <LinkLine links={content.social} />
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

/** Links side by side, in the colour of the lines above them. */
function LinkLine({ links = [] }: { links: readonly LetterLink[] | undefined }): ReactNode {
  if (links.length === 0) return null;
  return (
    <p style={{ margin: '8px 0 0', fontFamily: FONT, fontSize: 13, lineHeight: '22px', color: MUTED }}>
      {links.map(({ text, url }, place) => (
        <Fragment key={url}>
          {place > 0 && ' · '}
          <a href={safeUrl(url)} style={{ color: MUTED }}>
            <span dir="ltr">{text}</span>
          </a>
        </Fragment>
      ))}
    </p>
  );
}

/** The card: a coloured band with the logo or the name, then the letter. */
function Sheet({ content, theme, children }: { content: LetterContent; theme: Theme; children: ReactNode }): ReactNode {
  const border = content.dotted ? `2px dotted ${theme.line}` : '1px solid #dde3ea';
  const card = { width: 600, maxWidth: '100%', backgroundColor: '#ffffff', borderRadius: 12, border, borderSpacing: 0 } as const;
  const side = content.language === 'ar' ? 'right' : 'left';
  return (
    <table role="presentation" className="sheet" width="600" cellPadding={0} cellSpacing={0} style={card}>
      <tbody>
        <tr>
          <td
            align="center"
            style={{ padding: '22px 24px', borderRadius: '11px 11px 0 0', backgroundColor: theme.accent, backgroundImage: theme.gradient }}
          >
            <Masthead name={content.siteName} logo={content.logo} width={content.logoWidth} />
          </td>
        </tr>
        <tr>
          <td className="inside" align={side} style={{ padding: '32px 36px 20px' }}>
            <h1 style={{ margin: '0 0 18px', fontFamily: FONT, fontSize: 22, lineHeight: '30px', color: INK }}>{content.title}</h1>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const PICTURE = /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;

/** The picture says nothing that the name beside it does not. A table, because that is what every mail program centres alike. */
function Masthead({ name, logo, width = 44 }: { name: string; logo: string | undefined; width?: number | undefined }): ReactNode {
  const style = { fontFamily: FONT, fontSize: 24, lineHeight: '32px', fontWeight: 700, color: '#ffffff' };
  if (logo === undefined) return <span style={style}>{name}</span>;
  if (!PICTURE.test(logo)) throw new Error('the logo of a letter is a data:image address: nothing is fetched when it is read');
  return (
    <table role="presentation" align="center" cellPadding={0} cellSpacing={0}>
      <tbody>
        <tr>
          <td>
            <img src={logo} alt="" width={width} height={44} style={{ display: 'block', border: 0 }} />
          </td>
          <td style={{ ...style, padding: '0 12px' }}>{name}</td>
        </tr>
      </tbody>
    </table>
  );
}
