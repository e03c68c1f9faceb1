/** Things that can be painted: the exact name of their art, where they belong and how large they stand in the picture. */
/** Of a `bust` there is only the head. */
export type Where = 'ground' | 'water' | 'sky' | 'deep' | 'held' | 'bust';

export interface Entry {
  readonly art: string;
  readonly where: Where;
  /** Height in lengths of the composition when it stands alone. */
  readonly size: number;
}

const entry = (where: Where, size: number, art: string): Entry => ({ where, size, art });
const many = (where: Where, size: number, names: string): [string, Entry][] =>
  names.split(' ').map((pair) => {
    const [name = '', art = name] = pair.split('=');
    return [name, entry(where, size, art)];
  });

export const THINGS: ReadonlyMap<string, Entry> = new Map([
  ...many('ground', 0.24, 'cat dog rabbit monkey rooster hen=chicken goat ewe duck turtle crab peacock swan'),
  ...many('ground', 0.32, 'tiger leopard zebra gorilla deer donkey cow crocodile'),
  ...many('ground', 0.36, 'horse camel=two-hump-camel rhinoceros hippopotamus snowman ghost astronaut'),
  ...many(
    'ground',
    0.46,
    'elephant giraffe dragon dinosaur=t-rex christmastree=christmas-tree ferriswheel=ferris-wheel carousel=carousel-horse',
  ),
  ...many(
    'ground',
    0.27,
    'car=automobile racecar=racing-car suv=sport-utility-vehicle motorcycle scooter=motor-scooter bicycle skateboard tent campfire=fire',
  ),
  ...many('ground', 0.36, 'bus truck=delivery-truck train=locomotive'),
  ...many('ground', 0.2, 'snake soccer=soccer-ball basketball pumpkin=jack-o-lantern mushroom teddy=teddy-bear lantern=red-paper-lantern'),
  ...many('bust', 0.5, 'fox wolf bear panda lion unicorn robot alien astronaut'),
  ...many('water', 0.26, 'sailboat canoe boat=canoe ship=passenger-ship surf=person-surfing'),
  ...many('deep', 0.2, 'fish=tropical-fish octopus shark dolphin whale=spouting-whale'),
  ...many('sky', 0.15, 'eagle dove bird seagull=bird parrot butterfly bee=honeybee owl balloon comet parachute flamingo'),
  ...many(
    'sky',
    0.26,
    'rocket airplane helicopter ufo=flying-saucer satellite fireworks earth=globe-showing-europe-africa saturn=ringed-planet',
  ),
  ...many(
    'held',
    0.3,
    'guitar drum=long-drum violin piano=musical-keyboard trumpet saxophone microphone=studio-microphone headphone camera moviecamera=movie-camera clapper=clapper-board film=film-frames television laptop phone=mobile-phone',
  ),
  ...many(
    'held',
    0.3,
    'lightbulb=light-bulb gem=gem-stone crown trophy gift=wrapped-gift heart=red-heart umbrella book=open-book key=old-key hourglass=hourglass-done clock=alarm-clock candle lamp=diya-lamp tea=teapot coffee=hot-beverage',
  ),
  ...many(
    'held',
    0.3,
    'cake=birthday-cake bread pizza burger=hamburger couscous=pot-of-food icecream=ice-cream apple=red-apple orangefruit=tangerine lemon banana grapes watermelon strawberry pineapple avocado mango coconut olivefruit=olive honey=honey-pot',
  ),
  ...many(
    'held',
    0.3,
    'rose bouquet sunflower hibiscus lotus clover=four-leaf-clover shell=spiral-shell ring mask=performing-arts palette=artist-palette paintbrush amphora scissors hammer chair door mirror',
  ),
]);
