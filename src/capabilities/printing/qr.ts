/** QR codes: error correction M and the quiet zone of four modules the standard asks for. */
import QRCode from 'qrcode';
import { sharp } from '#kernel/heavy.ts';

const QUIET_ZONE = 4;
const CORRECTION = 'M';
const DARK = [0x17, 0x13, 0x2b] as const;

/** Which modules are dark, without the quiet zone. */
export interface QrModules {
  readonly size: number;
  isDark(row: number, column: number): boolean;
}

/** A PNG whose side is at least `pixels`; the same text gives the same bytes. */
export function qrPng(text: string, pixels = 600): Promise<Buffer> {
  const modules = qrModules(text);
  const side = modules.size + 2 * QUIET_ZONE;
  const dots = Buffer.alloc(side * side * 3, 0xff);
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.isDark(row, column)) dots.set(DARK, ((row + QUIET_ZONE) * side + column + QUIET_ZONE) * 3);
    }
  }
  // Whole pixels for each module: a blurred edge is what cheap cameras fail on.
  const width = side * Math.ceil(pixels / side);
  return sharp()(dots, { raw: { width: side, height: side, channels: 3 } })
    .resize(width, width, { kernel: 'nearest' })
    .png({ compressionLevel: 6, adaptiveFiltering: false })
    .toBuffer();
}

export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, {
    type: 'svg',
    errorCorrectionLevel: CORRECTION,
    margin: QUIET_ZONE,
    color: { dark: `#${Buffer.from(DARK).toString('hex')}`, light: '#ffffff' },
  });

export function qrModules(text: string): QrModules {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: CORRECTION });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
