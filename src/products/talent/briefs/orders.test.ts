import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { readBrief } from './briefs.ts';
import { readingOf, shippedCatalogue, TODAY } from './test-catalogue.ts';

let catalogue: Snapshot;
beforeAll(async () => {
  catalogue = await shippedCatalogue(await freshDatabase());
});
const asked = (text: string) => readingOf('standard', text, catalogue).asked;

describe('a city is a must where the brief insists on the city itself', () => {
  it.each([
    'Poste obligatoirement à Dakar',
    'Doit obligatoirement habiter à Dakar',
    'Comptable obligatoirement à Dakar',
    'Accountant, must live in Dakar',
    'must be based in Dakar',
    'à Dakar impérativement',
  ])('%s', (text) => expect(asked(text)).toContain('Dakar !'));

  it.each([
    'Candidat basé à Dakar',
    'Technicien basé sur Dakar, anglais exigé',
    'React obligatoire à Dakar',
    'Anglais indispensable à Dakar',
    'Permis exigé, Dakar',
  ])('%s', (text) => expect(asked(text)).toContain('Dakar'));
});

describe('alternatives are one criterion', () => {
  const values = (text: string) =>
    readBrief('standard', text, { catalogue, today: TODAY }).criteria.map((one) => [one.must, ...one.values]);

  it.each([
    ['QuickBooks or Xero', [false, 'quickbooks', 'xero']],
    ['Livreur en moto ou en voiture', [false, 'moto', 'voiture']],
    ['QuickBooks, Xero ou Odoo obligatoire', [true, 'quickbooks', 'xero', 'odoo']],
  ])('%s', (text, expected) => expect(values(text)).toContainEqual(expected));

  it('of different kinds leave nobody out', () => {
    expect(values('AWS ou Pulumi obligatoire').map(([must]) => must)).toEqual([false, false]);
    expect(asked('Slameur ou conteur, Accra')).toEqual(['Accra', 'Chanson et interprétation ou Théâtre et comédie']);
    expect(asked('AWS or Azure')).toEqual(['DevOps et Cloud']);
  });
});

describe('years of work', () => {
  it.each([
    ['مطلوب كهربائي بخبرة 5 سنوات', '5 ans d’expérience ou plus'],
    ['ممرضة، خبرة سنة', '1 an d’expérience ou plus'],
    ['نجار، تجربة ديال 3 سنين', '3 ans d’expérience ou plus'],
    ['Cloud engineer, AWS, 4 years', '4 ans d’expérience ou plus'],
  ])('%s', (text, expected) => expect(asked(text)).toContain(expected));
  it.each(['Secrétaire, blonde, 25 ans', 'Contrat de 2 ans', 'Enfants de 6 ans'])('%s says none', (text) =>
    expect(asked(text).join()).not.toMatch(/expérience/),
  );
});

describe('vacancies in Arabic and darija', () => {
  it.each([
    ['نبحث عن ممرضات وقابلات في نواكشوط', ['Soins infirmiers', 'Nouakchott']],
    ['خاصنا جوج نجارين وبناي فمكناس', ['Menuiserie', 'Maçonnerie et bâtiment', 'Meknès']],
    ['مطلوب أساتذة ومعلمات بوهران أو سطيف', ['Enseignement', 'Oran ou Sétif']],
    ['بغينا طباخات وحلوانيين فالصويرة', ['Cuisine', 'Pâtisserie et boulangerie', 'Essaouira']],
    ['نبحث عن مزارعين ونحالين في باماكو', ['Agriculture', 'Élevage', 'Bamako']],
    ['بغيت ماكييرة وكوافورة فأكادير', ['Maquillage et esthétique', 'Coiffure', 'Agadir']],
    ['خياطة فالرباط ولا سلا', ['Couture', 'Rabat ou Salé']],
    ['مطلوب محاسبون ومحاميات للقاهرة', ['Comptabilité', 'Droit et conformité', 'Le Caire']],
  ])('%s', (text, expected) => {
    const reading = readingOf('standard', text, catalogue);
    expect(reading.asked).toEqual([...expected].sort());
    expect(reading.words).toEqual([]);
  });

  it('knows the large cities by their Arabic names', () => {
    const names =
      'الرباط سلا فاس مكناس طنجة أكادير وجدة تطوان كازا مراكش ورزازات الصويرة دكار أبيدجان تونس وهران القاهرة نواكشوط باماكو كوناكري نيروبي الخرطوم';
    for (const name of names.split(' ')) {
      const { criteria } = readBrief('standard', `محاسب في ${name}`, { catalogue, today: TODAY });
      expect(
        criteria.some(({ kind }) => kind === 'city' || kind === 'country'),
        name,
      ).toBe(true);
    }
  });
});
