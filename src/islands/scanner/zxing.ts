/** A file of its own, so that only browsers without a detector load it and its megabyte of WebAssembly. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

prepareZXingModule({ overrides: { locateFile: () => wasm } });

export async function readQrCodes(picture: ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 2, tryHarder: true, tryInvert: false });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}
