/** What is heard and felt, so that nobody has to look: two rising tones for yes, a low double buzz for no. */

export type Signal = 'yes' | 'no' | 'look';

interface Tone {
  readonly hertz: number;
  readonly at: number;
  readonly seconds: number;
  readonly shape: OscillatorType;
}

const TONES: Readonly<Record<Signal, readonly Tone[]>> = {
  yes: [
    { hertz: 880, at: 0, seconds: 0.09, shape: 'sine' },
    { hertz: 1320, at: 0.1, seconds: 0.14, shape: 'sine' },
  ],
  no: [
    { hertz: 170, at: 0, seconds: 0.18, shape: 'square' },
    { hertz: 140, at: 0.24, seconds: 0.28, shape: 'square' },
  ],
  look: [{ hertz: 520, at: 0, seconds: 0.3, shape: 'triangle' }],
};
const BUZZES: Readonly<Record<Signal, number[]>> = { yes: [70], no: [180, 90, 180], look: [110, 70, 110] };

export interface Signals {
  give(signal: Signal): void;
  /** Browsers let a page sound only after a touch. */
  wake(): void;
}

export function createSignals(): Signals {
  let context: AudioContext | null = null;
  const wake = (): void => {
    context ??= new AudioContext();
    if (context.state === 'suspended') context.resume().catch(() => undefined); // no touch yet: stays silent
  };
  return {
    wake,
    give: (signal) => {
      navigator.vibrate?.(BUZZES[signal]);
      if (context?.state === 'running') for (const tone of TONES[signal]) play(context, tone);
    },
  };
}

function play(context: AudioContext, { hertz, at, seconds, shape }: Tone): void {
  const start = context.currentTime + at;
  const source = new OscillatorNode(context, { frequency: hertz, type: shape });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(shape === 'square' ? 0.22 : 0.5, start + 0.01);
  volume.gain.setValueAtTime(shape === 'square' ? 0.22 : 0.5, start + seconds - 0.02);
  volume.gain.linearRampToValueAtTime(0, start + seconds);
  source.connect(volume).connect(context.destination);
  source.start(start);
  source.stop(start + seconds);
}
