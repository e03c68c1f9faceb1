import { describe, expect, it } from 'vitest';
import { headingsOf, Markdown, partsOf } from './markdown.tsx';
import { renderInPage } from './test-page.tsx';

const draw = (source: string): string => renderInPage(<Markdown source={source} />);

describe('Markdown', () => {
  it('becomes headings, lists, tables, code and links', () => {
    const html = draw(
      '## Créer une clé\n\nUn **mot** et `code`.\n\n1. un\n2. deux\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```json\n{"a": 1}\n```\n\n[là](/docs) [dehors](https://example.com)',
    );
    for (const part of [
      '<h2 id="creer-une-cle">',
      '<strong>mot</strong>',
      '<code dir="ltr">code</code>',
      '<ol',
      '<th scope="col">a</th>',
      '<span class="code-number">1</span>',
      '<a href="/docs">là</a>',
      '<a href="https://example.com">',
    ])
      expect(html).toContain(part);
  });

  it.each([
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](//elsewhere.example)',
    '![x](javascript:alert(1))',
    '<a href="javascript:alert(1)">x</a>',
    '[x](<java\nscript:alert(1)>)',
    '<svg><style><img src=1 onerror=alert(1)></style></svg>',
    '[x]: javascript:alert(1)\n\n[x]',
    '```"><script>alert(1)</script>\n```',
  ])('lets nothing in: %s', (source) => {
    const html = draw(source);
    expect(html).not.toMatch(/<(script|img|svg|style|iframe)/i);
    expect(html).not.toMatch(/<[^>]+\son\w+=/i);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([]);
  });

  it('begins where the page leaves off, and tells its headings', () => {
    expect(draw('# Un\n\n## Deux')).toContain('<h3 id="deux">');
    expect(headingsOf('## Un `mot`\n\n### Deux').map(({ text, depth }) => [text, depth])).toEqual([
      ['Un mot', 2],
      ['Deux', 3],
    ]);
    expect(partsOf('# Titre\n\nChapeau *fin*.\n\nReste.')).toEqual({ title: 'Titre', lead: 'Chapeau fin.', rest: 'Reste.' });
    expect(() => partsOf('Sans titre')).toThrow(/begins with a heading/);
  });
});
