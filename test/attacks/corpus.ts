/** Files that nobody of good faith sends: three hundred and more, made here, the same for the same seed. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { docx, megabytesOfNothing, pdf } from '#test/fixtures/documents.ts';
import { blankPng, phonePhoto, picture } from '#test/fixtures/pictures.ts';
import { pngChunk, riff, wav } from './containers.ts';

export interface Sample {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Where this shows up in a picture that was kept, something survived that should not have. */
export const MARK = 'ATTACK-MARK-7f3a';
/** A file of this name anywhere means that a name became a path. */
export const ESCAPED = 'atelier-attack-escaped.txt';

export async function makeCorpus(seed: number): Promise<readonly Sample[]> {
  const hosts = await makeHosts();
  return [
    ...polyglots(hosts),
    ...truncated(hosts),
    ...damaged(hosts, seed),
    ...headersAlone(),
    ...named(hosts['photo.jpg'] ?? Buffer.alloc(0)),
    ...(await bombs()),
    ...(await withPlaces()),
  ];
}

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  wav: 'audio/wav',
  csv: 'text/csv',
  svg: 'image/svg+xml',
};
const sample = (what: string, name: string, content: Buffer): Sample => ({
  what,
  name,
  content,
  type: TYPES[name.split('.').at(-1) ?? ''] ?? '',
});

async function makeHosts(): Promise<Readonly<Record<string, Buffer>>> {
  return {
    'photo.jpg': await picture(),
    'photo.png': await picture({ format: 'png' }),
    'photo.webp': await picture({ format: 'webp' }),
    'photo.gif': await picture({ format: 'gif' }),
    'cv.pdf': await pdf(),
    'cv.docx': await docx(),
    'cv.txt': Buffer.from('Awa Ndiaye\nComédienne\n'),
    'voice.wav': wav(0.1),
  };
}

const PARASITES: Readonly<Record<string, Buffer>> = {
  html: Buffer.from(`<!doctype html><html><script>/*${MARK}*/alert(1)</script></html>`),
  svg: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><!--${MARK}--></svg>`),
  php: Buffer.from(`<?php /*${MARK}*/ system($_GET['c']); ?>`),
  script: Buffer.from(`/*${MARK}*/=1;alert(1)//`),
  shell: Buffer.from(`#!/bin/sh\n# ${MARK}\nid\n`),
  windows: Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(60), Buffer.from(MARK)]),
  elf: Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(60), Buffer.from(MARK)]),
  archive: Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), Buffer.alloc(22), Buffer.from(`../../${ESCAPED}${MARK}`)]),
  pdf: Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>endobj %${MARK}\ntrailer<</Root 1 0 R>>`,
  ),
  postscript: Buffer.from(`%!PS\n(${MARK}) show (/etc/passwd) (r) file\n`),
  xml: Buffer.from(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;${MARK}</a>`),
  mvg: Buffer.from(`push graphic-context\nfill 'url(https://example.com/"|id")'\n# ${MARK}\n`),
};

/** Two files in one, either of them first. */
function polyglots(hosts: Readonly<Record<string, Buffer>>): Sample[] {
  return Object.entries(hosts).flatMap(([name, host]) =>
    Object.entries(PARASITES).flatMap(([kind, parasite]) => [
      sample(`${name} with ${kind} behind`, name, Buffer.concat([host, parasite])),
      sample(`${name} with ${kind} before`, name, Buffer.concat([parasite, host])),
    ]),
  );
}

function truncated(hosts: Readonly<Record<string, Buffer>>): Sample[] {
  return Object.entries(hosts).flatMap(([name, host]) =>
    [0, 1, 2, 8, 0.1, 0.5, 0.9, 0.99].map((part) => {
      const bytes = part < 1 && part > 0 ? Math.floor(host.length * part) : part;
      return sample(`${name} cut to ${bytes} bytes`, name, host.subarray(0, bytes));
    }),
  );
}

function damaged(hosts: Readonly<Record<string, Buffer>>, seed: number): Sample[] {
  const places = fc.sample(
    fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { minLength: 3, maxLength: 12 }),
    {
      numRuns: 4,
      seed,
    },
  );
  return Object.entries(hosts).flatMap(([name, host]) =>
    places.map((changes, index) => {
      const content = Buffer.from(host);
      for (const [at, value] of changes) content[Math.floor(at * content.length)] = value;
      return sample(`${name} damaged ${index + 1}`, name, content);
    }),
  );
}

const SIGNATURES = [
  'ffd8ff',
  '89504e470d0a1a0a',
  '474946383961',
  '52494646ffffffff57454250',
  '49492a00',
  '424d',
  '0000000c6a502020',
  '00000100',
].concat(
  [
    '25504446',
    'd0cf11e0a1b11ae1',
    '504b0304',
    '7b5c727466',
    '1f8b08',
    '526172211a07',
    '377abcaf271c',
    '000000186674797068656963',
    '1a45dfa3',
  ],
  ['0061736d', 'cafebabe', '4f676753'],
);
const headersAlone = (): Sample[] =>
  SIGNATURES.map((hex, index) => {
    const name = ['photo.jpg', 'cv.pdf', 'voice.wav'][index % 3] ?? '';
    return sample(`only the signature ${hex}`, name, Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(512)]));
  });

const NAMES = [
  `../../../../tmp/${ESCAPED}`,
  `..\\..\\..\\tmp\\${ESCAPED}`,
  `/tmp/${ESCAPED}`,
  `C:\\${ESCAPED}`,
  `file:///tmp/${ESCAPED}`,
].concat(
  [
    'photo.jpg\0.php',
    'photo.php.jpg',
    'photo.jpg.php',
    '.htaccess',
    '..',
    '.',
    '',
    ' ',
    'CON',
    'nul.jpg',
    'a'.repeat(3000),
    'é'.repeat(400),
  ],
  [
    '\u202egpj.exe',
    '<script>alert(1)</script>.jpg',
    '"; filename="b.php',
    'a\r\nX-Injected: 1.jpg',
    '%2e%2e%2fphoto.jpg',
    '{{7*7}}.jpg',
    '=cmd|a.jpg',
  ],
);
const named = (photo: Buffer): Sample[] =>
  NAMES.map((name) => ({ what: `named ${JSON.stringify(name)}`, name, type: 'image/jpeg', content: photo }));

async function bombs(): Promise<Sample[]> {
  const lolz = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const laughs = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">${lolz}]><svg xmlns="http://www.w3.org/2000/svg"><text>&l9;</text></svg>`;
  const nothing = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
  const stream = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length ${nothing.length}>>stream\n`;
  const part = (text: string): Promise<Buffer> => docx({ parts: { 'word/document.xml': text } });
  const wide = blankPng(100, 100, true);
  return [
    sample('a picture of 40 000 × 40 000 pixels', 'photo.png', blankPng(40_000, 40_000, true)),
    sample('a picture that says 2³¹ pixels a side', 'photo.png', blankPng(2 ** 31 - 1, 2 ** 31 - 1, false)),
    sample('a picture of 0 pixels', 'photo.png', blankPng(0, 0, false)),
    sample('a picture of 1 × 60 000 pixels', 'photo.png', blankPng(1, 60_000, true)),
    sample(
      'a PNG with a text that unpacks to 64 MB',
      'photo.png',
      insert(wide, pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), nothing]))),
    ),
    sample(
      'a PNG with a profile that unpacks to 64 MB',
      'photo.png',
      insert(wide, pngChunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), nothing]))),
    ),
    sample(
      'a GIF of 65 535 × 65 535 pixels',
      'photo.gif',
      Buffer.from('474946383961ffffffff800000000000ffffff2c00000000ffffffff0002024401003b', 'hex'),
    ),
    sample('a WebP of 16 384 × 16 384 pixels', 'photo.webp', riff('WEBP', ['VP8X', Buffer.from('00000000ff3f00ff3f00', 'hex')])),
    sample('a billion laughs', 'photo.svg', Buffer.from(laughs)),
    sample('a billion laughs called a photo', 'photo.jpg', Buffer.from(laughs)),
    sample(
      'an SVG that reads a file',
      'photo.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    ),
    sample('a Word file that unpacks without end', 'cv.docx', await docx({ parts: { 'word/media/image1.png': megabytesOfNothing(101) } })),
    sample('a Word file that laughs', 'cv.docx', await part(laughs)),
    sample('a Word file that reads a file', 'cv.docx', await part('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')),
    sample('a Word file with a part outside', 'cv.docx', await docx({ parts: { [`../../${ESCAPED}`]: 'out' } })),
    sample('a Word file with macros', 'cv.docx', await docx({ macroEnabled: true })),
    sample('a Word file nested without bottom', 'cv.docx', await part(`${'<w:p>'.repeat(60_000)}`)),
    sample(
      'a PDF with a stream of 64 MB',
      'cv.pdf',
      Buffer.concat([Buffer.from(stream), nothing, Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF')]),
    ),
    sample(
      'a PDF of a thousand million pages',
      'cv.pdf',
      Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1000000000>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
      ),
    ),
    sample('a table of a hundred thousand columns', 'posts.csv', Buffer.from(`${'a,'.repeat(100_000)}\n`)),
    sample('a table of nothing but quotes', 'posts.csv', Buffer.from('"'.repeat(200_000))),
    sample(
      'a table with formulas',
      'posts.csv',
      Buffer.from('image,platform,scheduled_time,caption\n=cmd|a,facebook,2027-01-01,=HYPERLINK("http://evil.example")\n'),
    ),
  ];
}

/** After the header of the PNG. */
const insert = (png: Buffer, piece: Buffer): Buffer => Buffer.concat([png.subarray(0, 33), piece, png.subarray(33)]);

/** Photos that say where they were taken, in each way there is. */
async function withPlaces(): Promise<Sample[]> {
  const gps = { IFD0: { ImageDescription: MARK }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 41/1 0/1' } };
  const base = (): ReturnType<typeof sharp> =>
    sharp({ create: { width: 320, height: 400, channels: 3, background: '#a86' } }).withExif(gps);
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="14,41N">${MARK}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const jpeg = await picture();
  const comment = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, MARK.length + 2]), Buffer.from(MARK), jpeg.subarray(2)]);
  const words = pngChunk('tEXt', Buffer.from(`Comment\0${MARK} GPS 14.41 N`));
  return [
    sample('a photo of a phone', 'photo.jpg', await phonePhoto()),
    sample('GPS in the EXIF of a JPEG', 'photo.jpg', await base().jpeg().toBuffer()),
    sample('GPS in the EXIF of a PNG', 'photo.png', await base().png().toBuffer()),
    sample('GPS in the EXIF of a WebP', 'photo.webp', await base().webp().toBuffer()),
    sample('GPS in the XMP of a JPEG', 'photo.jpg', await base().withXmp(xmp).jpeg().toBuffer()),
    sample('a comment in a JPEG', 'photo.jpg', comment),
    sample('a text in a PNG', 'photo.png', insert(await picture({ format: 'png' }), words)),
    sample('a text in a PNG that can be seen through', 'photo.png', insert(await picture({ format: 'png', alpha: true }), words)),
  ];
}
