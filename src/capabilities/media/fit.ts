/** The copy of a picture that a platform takes: form, size, format and weight. */
import type { OutputInfo, Sharp } from 'sharp';
import { failure } from '#kernel/failure.ts';
import { sharp } from '#kernel/heavy.ts';
import { type Crop, cropFor, type Frame, isInside, type Size, sizeFor } from './crop.ts';
import { DECODE_SECONDS, darkroom, MAX_MEGAPIXELS } from './darkroom.ts';
import { m } from './messages.ts';

export interface FitOptions {
  /** Of the person; cut smaller, around its middle, when the frame does not allow its form. */
  readonly crop?: Crop;
  /** Written into the file, so that platforms which read it can say so. */
  readonly aiMade: boolean;
}

export interface FittedPicture {
  readonly content: Buffer;
  readonly mediaType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** The part of the original that is seen. */
  readonly crop: Crop;
}

/** Best first; below the last one a picture is made smaller instead of worse. */
const QUALITIES = [92, 86, 80, 72, 64, 55, 45] as const;
const SMALLER = 0.8;

/**
 * A JPEG in sRGB, transparent parts white, no metadata but the origin. Throws `failure` invalid on `crop` when it lies outside the
 * picture, on `image` when the content is no picture or cannot be made light enough.
 */
export const fitPicture = (content: Buffer, frame: Frame, options: FitOptions): Promise<FittedPicture> =>
  darkroom.pass(async () => {
    const opened = sharp()(content, { limitInputPixels: MAX_MEGAPIXELS * 1e6, failOn: 'error' }).timeout({ seconds: DECODE_SECONDS });
    const size = await sizeOf(opened);
    if (options.crop && !isInside(options.crop, size)) throw failure.field('crop', m.cropOutside, { ...size }, 'range');
    const crop = cropFor(size.width, size.height, frame, options.crop);
    const upright = opened.autoOrient().extract(crop).flatten({ background: '#ffffff' }).toColourspace('srgb');
    for (let target = sizeFor(crop, frame); ; target = sizeFor(lessOf(target), frame)) {
      const pixels = await upright
        .clone()
        .resize({ ...target, fit: 'fill' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const light = await firstWithin(frame.maxBytes, pixels, options.aiMade);
      if (light) return { content: light, mediaType: 'image/jpeg', ...target, crop };
      if (target.width <= frame.minWidth || target.width <= 1) throw failure.field('image', m.tooHeavy, {}, 'max_size');
    }
  });

const lessOf = ({ width, height }: Size): Size => ({ width: Math.floor(width * SMALLER), height: Math.floor(height * SMALLER) });

async function sizeOf(opened: Sharp): Promise<Size> {
  const { autoOrient } = await opened.metadata().catch(() => {
    throw failure.field('image', m.brokenPhoto, {}, 'damaged');
  });
  return autoOrient;
}

async function firstWithin(
  maxBytes: number,
  { data, info }: { readonly data: Buffer; readonly info: OutputInfo },
  aiMade: boolean,
): Promise<Buffer | null> {
  const { width, height, channels } = info;
  for (const quality of QUALITIES) {
    const drawn = sharp()(data, { raw: { width, height, channels } }).jpeg({ quality });
    const jpeg = await (aiMade ? drawn.withXmp(AI_ORIGIN) : drawn).toBuffer();
    if (jpeg.length <= maxBytes) return jpeg;
  }
  return null;
}

/** IPTC, "Digital Source Type": what Meta reads to show that a picture was made by a model. */
const AI_ORIGIN = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
   <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
