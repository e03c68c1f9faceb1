import { describe, expect, it } from 'vitest';
import { composeText, normalizeHashtags, withUtm } from './texts.ts';

describe('the words of a post', () => {
  it('I-068 take hashtags as people type them, each once, in one form', () => {
    for (const typed of ['#noël #fête', 'noël, fête', '#noël#fête', ' ＃noël ;fête,NOËL ', ['noël', '#fête']])
      expect(normalizeHashtags(typed)).toEqual({ text: '#noël #fête', wrong: [] });
    expect(normalizeHashtags('')).toEqual({ text: '', wrong: [] });
    expect(normalizeHashtags('#c++ #2024 #مراكش').wrong).toEqual(['c++', '2024']);
  });

  it('add the marks to every address without breaking what it carries', () => {
    const utm = { source: 'insta', medium: 'social', campaign: 'noël 26' };
    const marks = 'utm_source=insta&utm_medium=social&utm_campaign=no%C3%ABl%2026';
    expect(withUtm('Voir https://a.example/x.', utm)).toBe(`Voir https://a.example/x?${marks}.`);
    expect(withUtm('(https://a.example/x?q=1&r=é#haut)', utm)).toBe(`(https://a.example/x?q=1&r=é&${marks}#haut)`);
    expect(withUtm('https://a.example/?utm_source=mail, http://b.example', { source: 'x' })).toBe(
      'https://a.example/?utm_source=mail, http://b.example?utm_source=x',
    );
    expect(withUtm('https://fr.example/Rome_(ville)!', { source: 'x' })).toBe('https://fr.example/Rome_(ville)?utm_source=x!');
    expect(withUtm('rien à marquer : a.example', utm)).toBe('rien à marquer : a.example');
  });

  it('become one text, hashtags after an empty line', () => {
    expect(composeText({ caption: 'Bonjour', hashtags: '#a #b', utm: null })).toBe('Bonjour\n\n#a #b');
    expect(composeText({ caption: 'Bonjour', hashtags: '', utm: null })).toBe('Bonjour');
  });
});
