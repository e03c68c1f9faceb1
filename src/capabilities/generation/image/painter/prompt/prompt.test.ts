import { describe, expect, test } from 'vitest';
import { loadArt } from '../subjects/art.ts';
import { THINGS } from '../subjects/catalogue.ts';
import { understand } from './prompt.ts';
import { THING_WORDS } from './thing-words.ts';

/** What was understood, in short: places, then `@time`, then everything else, each by its name. */
function brief(prompt: string): string {
  const seen = understand(prompt, 7);
  return [
    ...seen.settings.map(({ name }) => name),
    ...(seen.isTimeAsked ? [`@${seen.time}`] : []),
    ...seen.weather,
    ...(seen.season ? [seen.season] : []),
    ...seen.heavens,
    ...seen.flora,
    ...(seen.people
      ? [`${seen.people.isPortrait ? 'portrait' : seen.people.pose}:${seen.people.count > 8 ? 'crowd' : seen.people.folk.join('+')}`]
      : []),
    ...seen.things.map(({ name, count }) => (count > 1 ? `${count}×${name}` : name)),
    ...seen.palette.map(({ name }) => name),
    ...seen.moods,
    ...(seen.text ? [`"${seen.text}"`] : []),
  ].join(' ');
}

describe('a prompt is understood by whole words, in three languages', () => {
  test.each([
    ['La mer sous un ciel de nuit étoilé', 'sea @night stars'],
    ['Une nuit étoilée', 'hills @night stars'],
    ['Une île au coucher de soleil', 'island @sunset'],
    ['Une ile deserte', 'island'],
    ['Une mère dans la cour', 'stand:woman'],
    ['La MER', 'sea'],
    ['Un garçon court sur la plage', 'beach run:boy'],
    ['Un court métrage', ''],
    ['La cour du château', 'castle'],
    ['Une forêt de montagne dans la brume à l’aube', 'forest mountain @dawn fog'],
    ['foret et riviere', 'forest river'],
    ['Il a été là', ''],
    ['Un village en été', 'village summer'],
    ['Il marche dans la rue', 'street'],
    ['Le marché de Marrakech', 'market medina'],
    ['Une table en bois', ''],
    ['Une clairière dans les bois', 'forest'],
    ['Dunes dorées du Sahara', 'desert'],
    ['Coucher de soleil sur la plage avec des palmiers', 'beach @sunset palm'],
    ['Ruelle de la médina la nuit', 'street medina @night'],
    ['Kasbah et palmeraie', 'kasbah oasis'],
    ['Savane, baobabs et éléphants', 'savanna baobab 3×elephant'],
    ['Trois chats dans un jardin', 'garden 3×cat'],
    ['Deux femmes dansent', 'dance:woman+woman'],
    ['Une danseuse au théâtre', 'stage dance:woman'],
    ['Une foule au souk', 'market stand:crowd'],
    ['Portrait d’un vieil homme', 'portrait:elder'],
    ['Une femme en robe rouge sur une falaise', 'coast stand:woman'],
    ['Une voiture rouge sur la route', 'road car'],
    ['Un ciel rouge au-dessus de la mer', 'sea red'],
    ['Ciel sans nuages sur la savane', 'savanna clear'],
    ['Une plage sans personne', 'beach'],
    ['Pluie et orage sur la ville', 'city rain storm'],
    ['Arc-en-ciel sur les collines', 'hills rainbow'],
    ['Aurore boréale sur un lac gelé', 'lake @night aurora winter'],
    ['Gratte-ciel', 'city'],
    ['Cerisiers en fleurs au printemps', 'hills spring blossom'],
    ['Une rose', 'rose'],
    ['Robe rose', ''],
    ['Affiche avec le texte « Vive la mer »', '"Vive la mer"'],
    ['Affiche de plage, titre "Été 2030"', 'beach "Été 2030"'],
    ['Poissons sous la mer', 'underwater 3×fish'],
    ['Bord de mer', 'beach'],
    ['Caravane dans le désert', 'desert stand:man 5×camel'],
    ['Abstrait bleu et doré', 'blue gold'],
    ['Portrait en noir et blanc', 'portrait:person mono'],
    ['Un voilier', 'sea sailboat'],
    ['A red car on a desert road', 'desert road car'],
    ['A wolf in a snowy forest under the full moon', 'forest @night moon winter wolf'],
    ['Two children playing football on the beach', 'beach play:boy+boy soccer'],
    ['Cyberpunk street at night', 'city street @night neon'],
    ['Sunny day in the savannah', 'savanna @day'],
    ['A castle on a hill', 'castle hills'],
    ['old library', 'library'],
    ['pastel pink and turquoise', 'turquoise pink pastel'],
    ['a cat or a dog', 'cat dog'],
    ['no people on the beach', 'beach'],
    ['cities and mountains', 'city mountain'],
    ['غروب الشمس على شاطئ البحر', 'beach sea @sunset'],
    ['سوق قديم في مراكش ليلا', 'market medina @night'],
    ['صحراء وكثبان رملية تحت النجوم', 'desert @night stars'],
    ['امرأة ترقص', 'dance:woman'],
    ['ثلاث قطط في الحديقة', 'garden 3×cat'],
    ['جمل في الصحراء', 'desert camel'],
    ['مسجد عند الفجر', 'mosque @dawn'],
    ['مدينة بلا ناس', 'city'],
    ['ملصق مع نص "مهرجان الصيف"', '"مهرجان الصيف"'],
    ['غابة تحت المطر', 'forest rain'],
    ['الجبال والثلوج في الشتاء', 'mountain winter'],
  ])('%s', (prompt, expected) => {
    expect(brief(prompt).split(' ').sort()).toEqual(expected.split(' ').sort());
  });

  test('what belongs to a person or a thing does not colour the sky', () => {
    expect(understand('une femme en robe rouge', 1).people?.colour).toEqual([206, 44, 44]);
    expect(understand('قطة سوداء', 1).things[0]?.colour).toEqual([34, 34, 42]);
    expect(understand('une voiture rouge', 1).palette).toEqual([]);
  });

  test('the first place named weighs most, and all weights together are one', () => {
    const { settings } = understand('une forêt, un lac et des montagnes', 1);
    expect(settings.map(({ name }) => name)).toEqual(['forest', 'lake', 'mountain']);
    expect(settings.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  test('an hour that nobody asked for is chosen by the seed, always the same', () => {
    const times = Array.from({ length: 40 }, (_, seed) => understand('une plage', seed).time);
    expect(new Set(times).size).toBeGreaterThan(1);
    expect(times).toEqual(Array.from({ length: 40 }, (_, seed) => understand('une plage', seed).time));
  });
});

test('every thing with a word has its place in the catalogue, and its art', async () => {
  const named = [...Object.keys(THING_WORDS), 'sunflower'].filter((name) => name !== 'balloonride');
  expect(named.filter((name) => !THINGS.has(name))).toEqual([]);
  const missing = [];
  for (const { art } of THINGS.values()) if (!(await loadArt(art, 16))) missing.push(art);
  expect(missing).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['ten thousand characters', 'mer '.repeat(2_500)],
  ['one endless word', 'a'.repeat(10_000)],
  ['emoji', '🐫🏜️👩🏽‍🚀🇲🇦'.repeat(50)],
  ['control characters', '\u0000\u0007plage\u001b[31m\u202e\u2066'],
  ['half a character', '\ud83d plage \udc00'],
  ['quotation marks that never end', '"'.repeat(5_000)],
  ['names of objects', '__proto__ constructor toString'],
])('%s is no prompt to stumble over', (_, prompt) => {
  expect(understand(prompt, 1).settings.length).toBeLessThanOrEqual(3);
});
