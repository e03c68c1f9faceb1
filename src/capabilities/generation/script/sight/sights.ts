/**
 * What is seen while something is said, by kind and aspect: concrete, without writing, in words that image models and the embedded
 * painter both understand. Time, colour and style are not theirs: the whole film has one light.
 */
import type { Aspect, Kind } from '../say/kinds.ts';

type Sights = Readonly<Record<Aspect, readonly string[]>>;

/** `hook: a / b`, one aspect a line. */
const sights = (lines: string): Sights =>
  Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [aspect = '', list = ''] = line.trim().split(': ');
        return [aspect, list.split(' / ')];
      }),
  ) as unknown as Sights;

export const SIGHTS: Readonly<Record<Kind, Sights>> = {
  ai: sights(`
    hook: a friendly robot standing above a glowing city / a robot and a child looking at the sky from a hill
    what: a laptop and a light bulb in a tidy office / a robot reading a book in a library
    now: a woman walking in a city street with a phone / a crowd of people crossing a city avenue
    who: a student sitting with a laptop in a library / a woman working in a bright room with a computer
    how: three robots in a studio sorting gems / a galaxy of shining dots in space
    example: a cat sitting in a room beside a laptop / an old man in a garden holding a phone
    pitfall: a lonely robot on a road under a cloudy sky / an hourglass and a key in a quiet room
    benefit: a group of people in a garden around a laptop / a doctor in a bright office with a computer
    next: a girl opening a door into a bright garden / a person walking on a path towards the mountains`),
  technology: sights(`
    hook: a modern city with towers above a river / a satellite above planet earth in space
    what: a laptop, a phone and a light bulb in an office / a robot in a studio
    now: a crowd with phones in a city street / a train crossing green hills
    who: a craftsman working in a room with a laptop / a woman selling in a market with a phone
    how: gears of light in a studio with a robot / a man repairing a bicycle in a village
    example: a merchant in a small market with a phone / a woman opening a door with a phone
    pitfall: an old computer and a candle in a library / a key in front of a castle door
    benefit: a family sitting in a garden with a laptop / a car on a clear road by the sea
    next: a person walking over a hill towards a city / two people sitting in a cafe with a laptop`),
  education: sights(`
    hook: a girl reading a book under a large tree / a boy looking at the stars from a hill
    what: books and a light bulb in a library / a teacher and children in a bright room
    now: a student walking in a city street with a book / a woman reading in a cafe
    who: a mother and a child reading a book in a room / an old man sitting in a library with a book
    how: a path climbing a green hill step by step / a child playing with a globe in a room
    example: two children at a kitchen table with a cake / children in a garden looking at a butterfly
    pitfall: a boy sitting alone at a window in the rain / an hourglass beside a pile of books in a library
    benefit: a group of people smiling in front of a school house / a girl running in a field with a balloon
    next: an open door leading to a garden / two friends walking on a path with books`),
  cinema: sights(`
    hook: a film set with a movie camera and a clapperboard / an empty theatre stage under a beam of light
    what: a film reel and a movie camera in a studio / a crowd sitting in front of a stage
    now: a film crew with a movie camera in a medina street / a person filming with a camera on a beach
    who: a team of people on a film set / a woman in a dress on a stage
    how: a clapperboard and a movie camera on a desert dune / a person writing in a library with a lamp
    example: a man hesitating at a door in an old town alley / close portrait of a woman with a scarf
    pitfall: a microphone in an empty studio / a film set under the rain
    benefit: a crowd dancing at a festival in a medina / craftsmen working in a kasbah
    next: a girl with a camera in a village street / a group of people walking towards the mountains with a movie camera`),
  casting: sights(`
    hook: portrait of a young woman in a photo studio / a person walking onto a stage under a beam of light
    what: a film set with a movie camera, a chair and a clapperboard / portrait of a man in a studio
    now: a group of people waiting in front of a theatre / a movie camera on a kasbah terrace
    who: a crowd of people in a medina street / portrait of an old man with a turban
    how: a woman standing in front of a camera in a photo studio / a man with a microphone on a stage
    example: two people playing a scene on a film set / a woman in a long dress dancing on a stage
    pitfall: a mask and a mirror in a theatre / a person alone at a window
    benefit: a group of people laughing in a cafe / a woman with a bouquet on a stage
    next: a girl walking through an open door into a studio / a man with a phone on a path in the hills`),
  event: sights(`
    hook: a crowd in front of a stage at a music festival / balloons above a city square
    what: musicians with a guitar and a drum on a stage / families walking in a garden with lanterns
    now: a team building a stage in a park / a woman hanging lanterns in a medina street
    who: a crowd of families in a park / a group of friends in a market street
    how: a man with a microphone in a theatre / a person tuning a guitar on a stage
    example: fireworks above the harbour with a crowd / two friends talking in a cafe
    pitfall: an umbrella in the rain near a tent / a person looking for the way on a road
    benefit: people dancing in a village / a couple walking by the sea
    next: a family walking towards a carousel / a gate of flowers leading to a garden`),
  product: sights(`
    hook: a beautiful shop in an old town street / a gift in a bright room
    what: pottery and flowers on a table in a bright room / a craftsman working with scissors in a room
    now: a woman walking in a market with a basket / a quiet shopping street in a city
    who: a couple in a city street / a family in a living room with a gift
    how: hands of a potter with an amphora in a village / argan trees in a field with women working
    example: a woman smiling in a boutique in front of a mirror / a man drinking coffee in a kitchen
    pitfall: an hourglass in a studio / a broken vase in a room
    benefit: an old chair in a sunny room by the window / a woman sitting in a garden with a cup of tea
    next: an open shop door in a medina street / a person riding a bicycle in a city street`),
  sale: sights(`
    hook: gifts and balloons in a bright studio / a busy shopping street in a city
    what: a bouquet and a gift in a room / shelves of colourful pottery in a market
    now: people walking in a city street with umbrellas / a woman opening a window in spring
    who: a family walking in a shopping street / a group of friends in a cafe with gifts
    how: a woman choosing a dress in front of a mirror / a man in a bookshop
    example: a smiling woman with a gift in a street / a birthday cake and candles in a room
    pitfall: a clock in a quiet room / a person thinking in a cafe
    benefit: a couple sitting in a garden with a gift / a girl running with a balloon in a park
    next: an open door of a bright boutique in a street / people walking through a market`),
  food: sights(`
    hook: a steaming tajine in a kitchen / fresh bread in front of a village house
    what: olive trees in a field / bread, honey and olives on a table in a kitchen
    now: a colourful market with fruit / a farmer in a field of wheat
    who: a family around a table in a garden / an old woman in a kitchen with bread
    how: a man cooking in a restaurant kitchen / spices in a market
    example: a woman merchant in a spice market / children with a cake in a kitchen
    pitfall: a candle and an empty table in a room / an apple alone on a table in a kitchen
    benefit: friends laughing in a restaurant / a teapot on a terrace above a medina
    next: an open restaurant on a street / a woman in a garden with a basket of lemons`),
  sport: sights(`
    hook: a person running on a beach / a runner on a mountain path
    what: a team playing football in a field / a woman dancing in a studio
    now: a person sitting in an office by the window / people walking in a city park
    who: children playing football in a village / an old man walking in a forest
    how: a woman running on a road through the hills / a person stretching on a quiet beach
    example: a man running around a lake / a group of friends with a football in a street
    pitfall: a man sitting on a path under a tree / a runner in the rain on a road
    benefit: a woman on a mountain summit / a team with a trophy in a stadium field
    next: a bicycle on a road by the sea / a girl running through a garden`),
  place: sights(`
    hook: wide view from a hill at the edge of the sea / a street waking up in an old town / lanterns above a quiet street
    what: ancient walls of a medina / a mosque and palm trees / an old door and a lantern in a street
    now: a modern city with palm trees / a craftsman in a kasbah / people crossing a street with bicycles / a cafe terrace with people
    who: a traveler walking in a market / a couple walking in a harbour / children playing in a street / a woman merchant with a basket
    how: a quiet alley in an old town / a winding road through the mountains / a cat sleeping in an alley / a person walking in a street with a map
    example: a teapot on a terrace with a cat / a spice market with merchants / a man with a guitar in a street / bread and olives on a table in a cafe
    pitfall: an empty street with a bicycle / a traveler looking at a desert dune / an umbrella in the rain in a street / a crowd in a street
    benefit: people sitting around a campfire in the desert / a fisherman in a boat near the coast / friends drinking tea in a cafe / a family walking in a garden
    next: a road leading to a village / a boat leaving the harbour / a person with a suitcase in a street / an open gate with flowers`),
  people: sights(`
    hook: portrait of an old woman with a scarf / portrait of a man in a djellaba
    what: a person walking on a beach / a craftsman working in a room by the window
    now: a crowd in a city street / a woman sitting in a cafe
    who: a family in a garden / children running in a village street
    how: hands with pottery in a market / a man walking on a mountain path
    example: two friends drinking tea on a terrace / an old man reading a book in a library
    pitfall: a person alone in the rain in a street / an empty chair near a window
    benefit: a woman smiling in a field of flowers / a grandmother and a child in a garden
    next: two people walking on a road in the hills / a girl opening a door to a garden`),
  health: sights(`
    hook: a person breathing on a hill above a lake / a woman sitting by a quiet river
    what: a bowl of fruit and a glass of water in a kitchen / a heart and flowers in a bright room
    now: a crowd in a busy city street / a tired man in an office by the window
    who: a family walking in a park / a grandmother and a child in a garden
    how: a woman walking in a forest / an apple and a lemon on a kitchen table
    example: two friends talking on a bench in a park / a couple walking by the sea
    pitfall: a person sitting alone in a room in the rain / a clock and a candle in a bedroom
    benefit: a woman running on a beach / people dancing in a garden
    next: a doctor smiling in a bright office / a path of flowers in a garden`),
  nature: sights(`
    hook: a waterfall in a forest / mist above a quiet lake
    what: a great tree in a meadow with butterflies / a coral reef with fish
    now: a dry river in the savanna / a city behind a forest
    who: children in a forest with a butterfly / a person walking on a mountain path
    how: a field of flowers with bees / a river flowing from the mountains
    example: a bird on a branch in a forest / rain on a jungle with a parrot
    pitfall: a lonely tree in the desert / a turtle on an empty beach
    benefit: a woman sitting under an olive tree / a village in green hills
    next: a path through a pine forest / a boy planting a tree in a garden`),
  generic: sights(`
    hook: a person standing on a hill above a wide valley / an open window above the sea
    what: a light bulb and a book in a library / a road through green hills
    now: a crowd in a city street / a woman at a window in the city
    who: a group of people in a park / two friends sitting in a cafe
    how: a bridge over a river with a person walking / a lighthouse on the coast
    example: a quiet street in a village with a bicycle / a child in a garden with a balloon
    pitfall: a forest path in the fog / an hourglass in a dark room
    benefit: the summit of a mountain with a person / a field of flowers with birds
    next: a door opening on a garden / a boat leaving towards an island`),
};

const list = (line: string): readonly string[] => line.split(' / ');

/** What is seen at a place of which a whole film tells, whatever is said. */
export const HOME_SIGHTS: Readonly<Record<string, readonly string[]>> = {
  medina: list(
    'a spice market with merchants in a medina / a mosque and palm trees in a medina / a cat in a medina alley / a craftsman with pottery in a medina / lanterns in a medina street / a teapot on a terrace above a medina',
  ),
  kasbah: list(
    'a kasbah in the mountains / a traveler at the gate of a kasbah / palm trees below a kasbah / a donkey on a road to a kasbah / pottery in front of a kasbah',
  ),
  city: list(
    'people crossing a city avenue / a city park with a bicycle / towers of a city behind palm trees / a busy market street in a city / a cafe in a city street / a bus in a city avenue',
  ),
  village: list(
    'children running in a village street / a bicycle in front of a village house / a farmer on a road to the village / a tree in the middle of a village / hens in front of a village house',
  ),
  huts: list(
    'children in an african village / a baobab above an african village / a woman with a basket in an african village / a drum in an african village',
  ),
  coast: list(
    'a lighthouse on the coast / a boat near the coast / birds above the cliffs of the coast / two people walking on the coast / a fisherman on the coast',
  ),
  island: list(
    'palm trees on an island / a boat near an island / a turtle on an island / a parrot on an island / a hammock under the palms of an island',
  ),
  oasis: list('palm trees around the water of an oasis / camels at an oasis / a traveler in an oasis / a woman with a basket in an oasis'),
  desert: list(
    'camels walking over desert dunes / a traveler on a desert dune / tents and a campfire in the desert / tracks of a camel in the desert sand / palm trees at the edge of the desert / a caravan of camels in the desert',
  ),
  savanna: list(
    'elephants in the savanna / a giraffe beside an acacia in the savanna / a lion in the savanna / zebras in the savanna / a jeep on a track in the savanna',
  ),
  mountain: list(
    'a person walking on a mountain path / snow on a mountain summit / a goat on a mountain / a road climbing a mountain / an eagle above the mountains',
  ),
};
