/** Finds QR codes in a picture: the browser's own detector where it has one, ZXing compiled to WebAssembly elsewhere. */

export type Detector = (picture: HTMLVideoElement | ImageBitmap, size: Size) => Promise<readonly string[]>;

interface Size {
  readonly width: number;
  readonly height: number;
  /** More pixels than these on a side would only cost time. */
  readonly longest: number;
}

interface NativeDetector {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: readonly string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const nativeClass = (): NativeDetectorClass | undefined => (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;

export async function hasNativeDetector(): Promise<boolean> {
  const formats = (await nativeClass()?.getSupportedFormats()) ?? [];
  return formats.includes('qr_code');
}

export async function createDetector(): Promise<Detector> {
  const Native = nativeClass();
  if (!Native || !(await hasNativeDetector())) return createWasmDetector();
  const native = new Native({ formats: ['qr_code'] });
  return async (picture) => (await native.detect(picture)).map(({ rawValue }) => rawValue);
}

async function createWasmDetector(): Promise<Detector> {
  const { readQrCodes } = await import('./zxing.ts');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (picture, { width, height, longest }) => {
    if (!pen || width === 0) return [];
    const scale = Math.min(1, longest / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return readQrCodes(pen.getImageData(0, 0, canvas.width, canvas.height));
  };
}
