import { describe, expect, it } from 'vitest';
import { STYLES } from '../composer/styles/styles.ts';
import { wishOf } from './wish.ts';

describe('what an order is taken to ask for', () => {
  it.each([
    ['Upbeat corporate background music, inspiring, technology theme', 'corporate'],
    ['Musique d’entreprise inspirante pour une présentation de produit', 'corporate'],
    ['موسيقى ملهمة لشركة تكنولوجيا', 'corporate'],
    ['Epic orchestral trailer', 'cinematic'],
    ['Une musique épique et dramatique pour un film', 'cinematic'],
    ['موسيقى سينمائية ملحمية', 'cinematic'],
    ['lo-fi hip hop beats to study', 'lofi'],
    ['Lofi détendu pour les révisions au café', 'lofi'],
    ['Synthwave for a neon city', 'electro'],
    ['Musique électronique de danse', 'electro'],
    ['موسيقى إلكترونية للرقص', 'electro'],
    ['Ambiance calme pour la méditation', 'ambient'],
    ['موسيقى هادئة للتأمل', 'ambient'],
    ['Warm acoustic guitar for a wedding', 'acoustic'],
    ['Guitare folk pour un voyage en famille', 'acoustic'],
    ['Afrobeat from Lagos', 'afrobeat'],
    ['موسيقى إفريقية', 'afrobeat'],
    ['Blues touareg du Sahara', 'desert'],
    ['Gnawa night', 'desert'],
    ['إيقاع كناوي في الصحراء', 'desert'],
    ['Oud dans les souks de la médina', 'oriental'],
    ['موسيقى عود شرقية لشهر رمضان', 'oriental'],
    ['Jazz élégant pour un restaurant', 'jazz'],
    ['Musique drôle pour une recette de cuisine', 'playful'],
    ['موسيقى مرحة للأطفال', 'playful'],
  ])('%s: %s', (prompt, style) => {
    expect(wishOf({ prompt }).style).toBe(style);
  });

  it('lets the style field count more, and a name of a style most', () => {
    expect(wishOf({ prompt: 'Epic orchestral trailer', style: 'jazz' }).style).toBe('jazz');
    expect(wishOf({ prompt: 'Epic trailer', style: 'guitare acoustique' }).style).toBe('acoustic');
    expect(wishOf({ prompt: 'Upbeat corporate music', style: 'instrumental' }).style).toBe('corporate');
  });

  it('has something for words that say nothing of music', () => {
    expect(wishOf({ prompt: 'xyzzy' })).toMatchObject({ style: 'corporate', mood: null });
    expect(wishOf({ prompt: 'Something sad and mysterious' })).toMatchObject({ style: 'cinematic', mood: 'dark' });
  });

  it('takes the tempo from its field, a number of beats, or the words', () => {
    const [slow, medium, fast] = STYLES.corporate.tempo;
    const bpm = (prompt: string, tempo?: 'slow' | 'medium' | 'fast' | number) => {
      const wish = wishOf({ prompt, style: 'corporate', ...(tempo === undefined ? {} : { tempo }) });
      return [wish.bpm, wish.isExact];
    };
    expect(bpm('Upbeat', 'medium')).toEqual([medium, false]);
    expect(bpm('Upbeat and energetic')).toEqual([fast, false]);
    expect(bpm('Lente et douce')).toEqual([slow, false]);
    expect(bpm('موسيقى سريعة')).toEqual([fast, false]);
    expect(bpm('', 93)).toEqual([93, true]);
    expect(bpm('at 128 BPM')).toEqual([128, true]);
    expect(bpm('at 999 BPM')).toEqual([medium, false]);
  });
});
