import { marked } from 'marked';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { cleanMarkup, wordsOfHtml } from './html.tsx';

const clean = (source: string): string => cleanMarkup(source).html;

/** What a browser would make of it: every element and attribute, found by reading it again. */
function partsIn(html: string): { tags: Set<string>; attributes: [string, string][] } {
  const tags = new Set<string>();
  const attributes: [string, string][] = [];
  const waiting: unknown[] = [parseFragment(html)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const {
      tagName,
      attrs = [],
      childNodes = [],
    } = node as {
      tagName?: string;
      attrs?: { name: string; value: string }[];
      childNodes?: unknown[];
    };
    if (tagName) tags.add(tagName);
    for (const { name, value } of attrs) attributes.push([name, value]);
    waiting.push(...childNodes);
  }
  return { tags, attributes };
}
const HARMLESS =
  /^(p|h[2-6]|ul|ol|li|dl|dt|dd|blockquote|pre|hr|br|strong|b|em|i|u|s|del|ins|small|sub|sup|code|abbr|a|div|table|caption|thead|tbody|tfoot|tr|th|td)$/;

describe('T-505 HTML that somebody typed', () => {
  it('keeps what a text is made of', () => {
    const source =
      '<h1>Conditions</h1><p>Un <strong>mot</strong>, <em>un autre</em> et <a href="/legal/privacy">un lien</a>.</p><ol start="3"><li>un</li></ol><table><tr><th scope="col">a</th><td colspan="2">b</td></tr></table><p dir="rtl" lang="ar">نص</p>';
    const html = clean(source);
    for (const part of [
      '<h2>Conditions</h2>',
      '<strong>mot</strong>',
      '<a href="/legal/privacy">un lien</a>',
      '<ol start="3"><li>un</li></ol>',
      '<th scope="col">a</th><td colSpan="2">b</td>'.toLowerCase(),
      '<p dir="rtl" lang="ar">نص</p>',
    ])
      expect(html.toLowerCase()).toContain(part.toLowerCase());
    expect(cleanMarkup(source).removed).toEqual([]);
  });

  it('T-505 draws Markdown, with HTML in it, by the same rules', () => {
    const html = clean(
      marked.parse('# Titre\n\nUn **mot**.\n\n- [lien](https://example.com)\n- <b onclick="x()">gras</b>\n\n[x](javascript:x)', {
        async: false,
      }),
    );
    expect(html).toContain('<h2>Titre</h2>');
    expect(html).toContain('<a href="https://example.com" rel="noopener">lien</a>');
    expect(html).toContain('<b>gras</b>');
    expect(html).not.toMatch(/onclick|javascript/);
  });

  it.each([
    ['script', '<script>alert(1)</script>'],
    ['script in pieces', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
    ['script without an end', '<p>a<script>alert(1)'],
    ['a handler', '<p onclick="alert(1)" onmouseover=alert(1)>a</p>'],
    ['a handler behind a slash', '<p/onclick=alert(1)>a</p>'],
    ['a handler on what is unwrapped', '<body onload=alert(1)><marquee onstart=alert(1)>a</marquee>'],
    ['a picture', '<img src=x onerror=alert(1)>'],
    ['javascript:', '<a href="javascript:alert(1)">a</a>'],
    ['javascript: in capitals', '<a href=" JaVaScRiPt:alert(1)">a</a>'],
    ['javascript: with a tab', '<a href="java\tscript:alert(1)">a</a>'],
    ['javascript: with a line break', '<a href="java\nscript:alert(1)">a</a>'],
    ['javascript: as entities', '<a href="&#106;&#97;vascript&colon;alert&lpar;1&rpar;">a</a>'],
    ['javascript: behind a control sign', '<a href="&#1;javascript:alert(1)">a</a>'],
    ['data:', '<a href="data:text/html;base64,PHNjcmlwdD4=">a</a>'],
    ['vbscript:', '<a href="vbscript:msgbox(1)">a</a>'],
    [
      'another site without its protocol',
      '<a href="//elsewhere.example">a</a><a href="/\\elsewhere.example">b</a><a href="https:///x">c</a>',
    ],
    ['svg', '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>'],
    [
      'math',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext></math>',
    ],
    ['mutation through noscript', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
    [
      'mutation through a form',
      '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
    ],
    ['style', '<style>*{background:url(//elsewhere.example)}</style><p style="position:fixed;inset:0">a</p>'],
    ['frames', '<iframe src="javascript:alert(1)" srcdoc="<script>alert(1)</script>"></iframe><object data=x></object><embed src=x>'],
    ['a form', '<form action="https://elsewhere.example"><input name=password><button formaction="javascript:alert(1)">a</button></form>'],
    ['base, meta, link', '<base href="https://elsewhere.example"><meta http-equiv=refresh content="0;url=x"><link rel=stylesheet href=x>'],
    ['names that shadow', '<a id="location" name="document" href="#x">a</a>'],
    ['template and slot', '<template><script>alert(1)</script></template><slot onslotchange=alert(1)>a</slot>'],
    ['comments', '<!--><script>alert(1)</script>--><!-- --!><script>alert(1)</script>'],
    ['CDATA', '<![CDATA[<script>alert(1)</script>]]>'],
    [
      'text areas and titles',
      '<textarea></textarea><script>alert(1)</script></textarea><title></title><img src=x onerror=alert(1)></title>',
    ],
    ['nested and broken', '<b><p><a href="javascript:1"><table><tr><td><svg><p></b><img src=x onerror=alert(1)>'],
    ['a null sign', '<scr\0ipt>alert(1)</scr\0ipt><a href="java\0script:alert(1)">a</a>'],
  ])('lets nothing in: %s', (_name, source) => {
    for (const html of [clean(source), clean(marked.parse(source, { async: false }))]) {
      const { tags, attributes } = partsIn(html);
      expect([...tags].filter((tag) => !HARMLESS.test(tag))).toEqual([]);
      for (const [name, value] of attributes) {
        expect(['href', 'rel', 'dir', 'lang', 'title', 'start', 'scope', 'colspan', 'rowspan', 'class', 'tabindex']).toContain(name);
        if (name === 'href') expect(value).toMatch(/^(https?:\/\/[^/]|mailto:|tel:|#|\/[^/\\]|\/$)/i);
        if (name === 'class') expect(value).toBe('prose-table');
      }
      // What comes out stays as it is, however often it is read and written.
      expect(clean(html)).toBe(html);
    }
  });

  it('says what it left out, each once', () => {
    expect(cleanMarkup('<p onclick=x onclick=y>a<script>b</script><script>c</script><a href="javascript:x">d</a></p>').removed).toEqual([
      'onclick',
      'script',
      'href',
    ]);
  });

  it('leaves words that look like code as words', () => {
    expect(clean('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;</p>');
    expect(wordsOfHtml('<h1>Un</h1><p>deux<script>x</script> trois</p>')).toBe('Un deux trois');
  });

  it('bears what is far too deep, and keeps its words', () => {
    const html = clean(`${'<div>'.repeat(4000)}${'<blockquote>'.repeat(4000)}au fond`);
    expect(html).toContain('au fond');
    expect(html.length).toBeLessThan(4000);
  });

  it('gives up on few signs that would become millions of elements', () => {
    const source = `<p>${Array.from({ length: 1500 }, (_, n) => `<b a${n}>`).join('')}${'<p>x'.repeat(4000)}`;
    expect(cleanMarkup(source)).toMatchObject({ html: '', isTooMuch: true });
    expect(wordsOfHtml(source)).toBe('');
    expect(cleanMarkup('<p>x'.repeat(4000)).isTooMuch).toBe(false);
  });
});
