import { describe, expect, it } from 'vitest';
import { SOCIAL_NETWORKS, type SocialNetwork } from '#kernel/site-face.ts';
import { readSocialLink } from './social.ts';

const keptOf = (network: SocialNetwork, typed: string): string | null | 'refused' => {
  const read = readSocialLink(network, typed);
  return read.ok ? read.value : 'refused';
};

describe('T-511 T-515 to T-522 addresses of networks, in one spelling', () => {
  it.each<[SocialNetwork, string, string]>([
    ['facebook', ' https://www.facebook.com/Maison.Atlas/ ', 'https://facebook.com/Maison.Atlas'],
    ['facebook', 'http://m.facebook.com/atlas?fbclid=abc', 'https://facebook.com/atlas'],
    ['facebook', 'https://www.facebook.com/profile.php?id=1000&sk=about', 'https://facebook.com/profile.php?id=1000'],
    ['facebook', 'fb.com/atlas', 'https://facebook.com/atlas'],
    ['instagram', '@maison_atlas', 'https://instagram.com/maison_atlas'],
    ['instagram', 'instagram.com/maison_atlas?igshid=x', 'https://instagram.com/maison_atlas'],
    ['twitter', 'https://x.com/atlas', 'https://twitter.com/atlas'],
    ['linkedin', 'https://fr.linkedin.com/company/atlas/', 'https://linkedin.com/company/atlas'],
    ['linkedin', 'atlas', 'https://linkedin.com/in/atlas'],
    ['tiktok', '@atlas', 'https://tiktok.com/@atlas'],
    ['youtube', 'https://www.youtube.com/@atlas', 'https://youtube.com/@atlas'],
    ['youtube', 'youtu.be/dQw4', 'https://youtu.be/dQw4'],
    ['telegram', 'https://t.me/atlas', 'https://t.me/atlas'],
    ['telegram', '@atlas', 'https://t.me/atlas'],
    ['whatsapp', '+212 6 00-00-00-00', '+212600000000'],
    ['whatsapp', '00212600000000', '+212600000000'],
    ['whatsapp', 'https://wa.me/212600000000', '+212600000000'],
  ])('%s: %s', (network, typed, kept) => {
    expect(keptOf(network, typed)).toBe(kept);
    expect(keptOf(network, kept)).toBe(kept);
  });

  it.each<[SocialNetwork, string]>([
    ['facebook', 'https://elsewhere.example/facebook.com'],
    ['facebook', 'https://facebook.com.elsewhere.example/atlas'],
    ['facebook', 'https://notfacebook.com/atlas'],
    ['facebook', 'https://facebook.com@elsewhere.example/atlas'],
    ['facebook', 'https://facebook.com'],
    ['facebook', 'facebook.com'],
    ['instagram', 'javascript:alert(1)'],
    ['instagram', 'data:text/html,x'],
    ['instagram', 'https://instagram.com/a"onmouseover="x'],
    ['instagram', 'pas une adresse'],
    ['twitter', 'https://twitter.com:8080/atlas'],
    ['telegram', `https://t.me/${'a'.repeat(300)}`],
    ['whatsapp', '0600000000'],
    ['whatsapp', '+21'],
    ['whatsapp', 'https://wa.me/message/ABC'],
    ['whatsapp', 'zéro six'],
  ])('%s refuses %s', (network, typed) => {
    expect(keptOf(network, typed)).toBe('refused');
  });

  it('an empty field is none', () => {
    for (const network of SOCIAL_NETWORKS) expect(keptOf(network, '  ')).toBeNull();
  });
});
