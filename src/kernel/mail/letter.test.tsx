import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../message.ts';
import { type LetterBlock, type LetterContent, renderLetter } from './letter.tsx';

const BLOCKS: readonly LetterBlock[] = [
  { kind: 'text', text: 'Bonjour Awa,\nvotre profil est en ligne.' },
  { kind: 'heading', text: 'Votre code' },
  { kind: 'code', label: 'Code unique', value: 'MAM0002RAB' },
  {
    kind: 'facts',
    rows: [
      ['Ville', 'Dakar'],
      ['Profil', { text: 'Voir', url: 'https://studio.example/p/1' }],
    ],
  },
  { kind: 'badge', label: 'Score', value: '87 %', tone: 'success' },
  { kind: 'list', items: ['Photo', 'CV'], numbered: true },
  {
    kind: 'table',
    head: ['Nom', 'Code'],
    rows: [
      ['Awa', 'MAM0002RAB'],
      ['Awa', 'MAM0002RAB'],
    ],
  },
  { kind: 'note', tone: 'warning', text: 'Changez le mot de passe.' },
  { kind: 'divider' },
  { kind: 'button', label: 'Se connecter', url: 'https://studio.example/auth/login?a=1&b=2' },
];
const letter = (changes: Partial<LetterContent> = {}) =>
  renderLetter({ language: 'fr', title: 'Bienvenue', blocks: BLOCKS, siteName: 'Taalentio', ...changes });

describe('letters', () => {
  test('T-367 T-370 fetch nothing, use tables and inline styles, and adapt to small screens', () => {
    const { html } = letter({ logo: 'data:image/png;base64,bG9nbw==' });
    expect(html).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/);
    expect(html).not.toMatch(/<(script|link|iframe|form)|url\(|@import/i);
    expect([...html.matchAll(/ src="([^"]*)"/g)].map(([, src]) => src)).toEqual(['data:image/png;base64,bG9nbw==']);
    expect(html).toContain('@media (max-width:620px)');
    expect(html.match(/class="/g)).toHaveLength(2); // the two that the small-screen rule names; all else is inline
    expect(html).toContain('linear-gradient'); // T-369
  });

  test('T-367 keep a wide table readable on a phone, and every value in its own direction', () => {
    const rows = [['Awa', 'MAM0002RAB', 'Dakar', '+221 77 000 00 00']];
    const { html } = letter({ language: 'ar', blocks: [{ kind: 'table', head: ['الاسم', 'الرمز', 'المدينة', 'الهاتف'], rows }] });
    expect(html).toContain('.wide td{display:block');
    expect(html).toMatch(/<table[^>]* class="wide"/);
    expect(html).toContain('<span dir="auto">+221 77 000 00 00</span>');
    expect(letter({ blocks: [{ kind: 'facts', rows: [['Jours', 'lundi\nmardi']] }] }).html).toContain('lundi<br/>mardi');
  });

  test('say the same in plain text, links included', () => {
    expect(letter().text).toBe(
      [
        'Bienvenue',
        'Bonjour Awa,\nvotre profil est en ligne.',
        '## Votre code',
        'Code unique: MAM0002RAB',
        'Ville: Dakar\nProfil: Voir <https://studio.example/p/1>',
        'Score: 87 %',
        '1. Photo\n2. CV',
        'Nom | Code\nAwa | MAM0002RAB\nAwa | MAM0002RAB',
        '! Changez le mot de passe.',
        '----',
        'Se connecter:\nhttps://studio.example/auth/login?a=1&b=2',
        '--\n© 2024 taalentio.com\nCeci est un email automatique.',
      ].join('\n\n'),
    );
  });

  test('stand from right to left in Arabic, codes excepted', () => {
    const { html } = letter({ language: 'ar', title: 'مرحبًا' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('align="right"');
    expect(html).toMatch(/<div dir="ltr"[^>]*>MAM0002RAB/);
    expect(html).toContain('border-right:4px');
  });

  test('T-438 T-439 end with the footer, its line breaks kept, the documented one when none is set', () => {
    expect(letter().html).toContain('© 2024 taalentio.com<br/>Ceci est un email automatique.');
    expect(letter({ footer: 'Un\nDeux' }).html).toContain('Un<br/>Deux');
    expect(letter({ footer: '  ' }).html).toContain('taalentio.com');
    for (const language of LANGUAGES) expect(letter({ language }).text).toContain('taalentio.com');
  });

  test('T-381 T-382 escape what people typed and refuse addresses that run code', () => {
    const { html } = letter({ title: '<script>alert(1)</script>', blocks: [{ kind: 'text', text: '<img src=x onerror=alert(1)>' }] });
    expect(html).not.toMatch(/<script|<img/);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '/relative', 'not an address']) {
      expect(() => letter({ blocks: [{ kind: 'button', label: 'x', url }] }), url).toThrow(/http/);
    }
    expect(() => letter({ logo: 'https://tracker.example/x.png' })).toThrow(/data:image/);
  });

  test('T-399 T-426 take the colours of the cinema and dotted borders', () => {
    const { html } = letter({ theme: 'cinema', dotted: true });
    expect(html).toContain('#b91c3c');
    expect(html).toContain('2px dotted');
  });
});
