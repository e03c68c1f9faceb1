/** QR codes: error correction M and the quiet zone of four modules the standard asks for. */
import QRCode from 'qrcode';

const QUIET_ZONE = 4;
const CORRECTION = 'M';
const COLORS = { dark: '#17132bff', light: '#ffffffff' };

/** Which modules are dark, without the quiet zone. */
export interface QrModules {
  readonly size: number;
  isDark(row: number, column: number): boolean;
}

/** A PNG whose side is at least `pixels`; the same text gives the same bytes. */
export function qrPng(text: string, pixels = 600): Promise<Buffer> {
  const side = qrModules(text).size + 2 * QUIET_ZONE;
  // Whole pixels for each module: a blurred edge is what cheap cameras fail on.
  return QRCode.toBuffer(text, {
    type: 'png',
    errorCorrectionLevel: CORRECTION,
    margin: QUIET_ZONE,
    scale: Math.ceil(pixels / side),
    color: COLORS,
  });
}

export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'svg', errorCorrectionLevel: CORRECTION, margin: QUIET_ZONE, color: COLORS });

export function qrModules(text: string): QrModules {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: CORRECTION });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
