/** The camera: opens the one at the back, looks for QR codes in what it shows until it is closed, and never stops for a bad one. */
import { createDetector, type Detector } from './detector.ts';
import { createDwell } from './dwell.ts';

export type LensTrouble = 'denied' | 'none' | 'busy' | 'insecure';

export interface Lens {
  readonly hasTorch: boolean;
  torch(on: boolean): Promise<void>;
  close(): void;
}

interface TorchCapabilities extends MediaTrackCapabilities {
  readonly torch?: boolean;
}

/** Between two looks: enough to feel instant, little enough for a cheap phone's battery. */
const PAUSE_MS = 90;
/** Held before the lens, a badge fills much of the picture; on a photo it may be small. */
const FRAME_SIDE = 800;
const PHOTO_SIDE = 2000;

export const isCameraPossible = (): boolean => isSecureContext && 'mediaDevices' in navigator;

/** Shows the picture in `video` and calls `found` once for each code that comes into sight; `ended` when the phone takes the camera away. */
export async function openLens(video: HTMLVideoElement, found: (text: string) => void, ended: () => void): Promise<Lens> {
  if (!isCameraPossible()) throw new DOMException('no camera here', 'SecurityError');
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, ...size } });
  video.srcObject = stream;
  await video.play();
  const closed = new AbortController();
  const detector = await createDetector();
  void look(video, detector, found, closed.signal);
  const [track] = stream.getVideoTracks();
  track?.addEventListener('ended', ended);
  const lock = await holdScreen();
  return {
    hasTorch: (track?.getCapabilities?.() as TorchCapabilities | undefined)?.torch === true,
    torch: async (on) => track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }),
    close: () => {
      closed.abort();
      for (const each of stream.getTracks()) each.stop();
      video.srcObject = null;
      void lock?.release();
    },
  };
}

async function look(video: HTMLVideoElement, detector: Detector, found: (text: string) => void, closed: AbortSignal): Promise<void> {
  const isFresh = createDwell();
  while (!closed.aborted) {
    // Nobody aims while the list is open: `offsetParent` is null where nothing is drawn.
    if (document.visibilityState === 'visible' && video.offsetParent && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      const texts = await detector(video, { width: video.videoWidth, height: video.videoHeight, longest: FRAME_SIDE }).catch(() => []); // a frame that cannot be read: the next one
      for (const text of texts) if (isFresh(text, performance.now())) found(text);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** A screen that goes dark between two people costs a tap each time. */
const holdScreen = (): Promise<WakeLockSentinel | null> => navigator.wakeLock?.request('screen').catch(() => null) ?? Promise.resolve(null);

export function troubleOf(error: unknown): LensTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'denied';
  if (name === 'SecurityError') return 'insecure';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}

/** Looks into a photo that was taken before. */
export async function readPhoto(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file);
  const detect = await createDetector();
  const [text] = await detect(picture, { width: picture.width, height: picture.height, longest: PHOTO_SIDE });
  picture.close();
  return text ?? null;
}
