/** Photos of people who do not exist: a portrait, other takes for the gallery, and a specimen of an identity card. */
import { skia } from '#kernel/heavy.ts';
import type { PreparedFile } from '../../cinema/cinema.ts';
import { drawPortrait } from '../portraits/portraits.ts';
import type { PortraitTraits } from '../portraits/traits.ts';
import { type Appearance, traitsOf } from './traits.ts';

const GALLERY = 3;
const jpeg = (content: Buffer): PreparedFile => ({ content, extension: 'jpg', mediaType: 'image/jpeg' });

export interface Pictures {
  readonly photo: PreparedFile;
  readonly idPhoto?: PreparedFile;
  readonly gallery?: readonly PreparedFile[];
}

export const paintPhoto = async (person: Appearance): Promise<PreparedFile> => jpeg(await drawPortrait(traitsOf(person)));

/** `fixed` is how the face of a documented person is wanted. */
export async function paintAll(person: Appearance & { readonly name: string }, fixed?: Omit<PortraitTraits, 'seed'>): Promise<Pictures> {
  const take = (number: number): PortraitTraits => {
    const drawn = traitsOf(person, number);
    if (!fixed) return drawn;
    const { clothes, cloth, accent, backdrop, smile } = drawn;
    return { ...fixed, seed: person.code, ...(number ? { clothes, cloth, accent, backdrop, smile: smile ?? false } : {}) };
  };
  const portrait = await drawPortrait(take(0));
  const gallery = [];
  for (let number = 1; number <= GALLERY; number++) gallery.push(jpeg(await drawPortrait(take(number))));
  return { photo: jpeg(portrait), idPhoto: jpeg(await drawSpecimen(person, portrait)), gallery };
}

const [WIDTH, HEIGHT] = [1000, 630];

/** Nobody could take it for a real paper. */
async function drawSpecimen({ name, code }: { readonly name: string; readonly code: string }, portrait: Buffer): Promise<Buffer> {
  const canvas = skia().createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext('2d');
  const ground = context.createLinearGradient(0, 0, WIDTH, HEIGHT);
  ground.addColorStop(0, '#e9efe6');
  ground.addColorStop(1, '#cfe0d8');
  context.fillStyle = ground;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#1f6f6b';
  context.fillRect(0, 0, WIDTH, 96);
  context.drawImage(await skia().loadImage(portrait), 60, 160, 300, 380);
  context.fillStyle = '#ffffff';
  context.font = 'bold 40px sans-serif';
  context.fillText('CARTE DE DÉMONSTRATION', 60, 62);
  context.fillStyle = '#17332f';
  context.font = 'bold 44px sans-serif';
  context.fillText(name, 410, 240, 540);
  context.font = '34px sans-serif';
  context.fillText(`N° ${code}`, 410, 310, 540);
  context.save();
  context.translate(WIDTH / 2 + 120, HEIGHT / 2 + 120);
  context.rotate(-0.35);
  context.globalAlpha = 0.22;
  context.font = 'bold 150px sans-serif';
  context.textAlign = 'center';
  context.fillStyle = '#b4472f';
  context.fillText('SPÉCIMEN', 0, 0);
  context.restore();
  return canvas.encode('jpeg', 86);
}
