import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { criterionOf, describeCriterion } from './briefs.ts';
import { shippedCatalogue } from './test-catalogue.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  catalogue = await shippedCatalogue(await freshDatabase());
});

describe('a criterion made by hand', () => {
  it('has a short id that does not depend on the order of its values', () => {
    expect(criterionOf('age', { min: 25, max: 35 })).toEqual({ id: 'age:25-35', kind: 'age', must: true, values: [], min: 25, max: 35 });
    expect(criterionOf('age', { min: 30 }).id).toBe('age:30-');
    expect(criterionOf('talent', { values: ['12'] }, { must: false })).toEqual({
      id: 'talent:12',
      kind: 'talent',
      must: false,
      values: ['12'],
    });
    expect(criterionOf('city', { values: ['2', '1'] }).id).toBe(criterionOf('city', { values: ['1', '2'] }).id);
    expect(criterionOf('language', { values: ['en'], level: 'courant' }).id).toBe('language:en/courant');
    expect(criterionOf('dates', { from: '2027-03-03', to: '2027-03-12' }).id).toBe('dates:2027-03-03..2027-03-12');
  });

  it.each([
    ['age', { min: 25, max: 35 }, 'Âge de 25 à 35 ans', 'Aged 25 to 35', 'العمر من 25 إلى 35 سنة'],
    ['age', { min: 30 }, 'Âge : 30 ans et plus', 'Aged 30 or more', 'العمر: 30 سنة فأكثر'],
    ['age', { max: 20 }, 'Âge : 20 ans au plus', 'Aged 20 at most', 'العمر: 20 سنة على الأكثر'],
    ['height', { min: 180 }, 'Taille : 180 cm et plus', 'Height: 180 cm or more', 'الطول: 180 سم فأكثر'],
    ['experience', { min: 1 }, '1 an d’expérience ou plus', '1 year of experience or more', 'سنة خبرة فأكثر'],
    ['experience', { min: 5 }, '5 ans d’expérience ou plus', '5 years of experience or more', '5 سنوات خبرة فأكثر'],
    ['language', { values: ['en'], level: 'courant' }, 'Anglais (courant)', 'English (fluent)', 'الإنجليزية (بطلاقة)'],
    ['language', { values: ['fr', 'ar'] }, 'Français ou Arabe', 'French or Arabic', 'الفرنسية أو العربية'],
    ['gender', { values: ['F'] }, 'Femme', 'Woman', 'امرأة'],
    ['talent_type', { values: ['Figurant'] }, 'Figurant', 'Extra', 'كومبارس'],
    ['eye_color', { values: ['Bleu'] }, 'Yeux : Bleu', 'Eyes: Blue', 'العيون: أزرق'],
    ['work_mode', { values: ['a_distance'] }, 'À distance', 'Remote', 'عن بُعد'],
    ['talent', { values: ['1'] }, 'Développement Web', 'Web development', 'تطوير الويب'],
    ['talent', { values: ['Équitation'] }, 'Équitation', 'Horse riding', 'ركوب الخيل'],
    ['country', { values: ['1'] }, 'Maroc', 'Morocco', 'المغرب'],
    ['city', { values: ['2'] }, 'Casablanca', 'Casablanca', 'الدار البيضاء'],
    ['dates', { from: '2027-03-03', to: '2027-03-03' }, 'Libre le 3 mars 2027', 'Free on 3 Mar 2027', 'متاح يوم 03‏/03‏/2027'],
    ['word', { values: ['odoo'] }, 'odoo', 'odoo', 'odoo'],
  ] as const)('%s %j is told in three languages', (kind, fields, ...texts) => {
    const criterion = criterionOf(kind, fields);
    expect((['fr', 'en', 'ar'] as const).map((language) => describeCriterion(criterion, language, catalogue))).toEqual(texts);
  });
});
