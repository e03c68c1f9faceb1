/** What makes sound of a sentence; each works within the process that speaks, never in the studio's own. */

export interface Utterance {
  readonly samples: Int16Array;
  /** When the engine tells: the place of a word in the text that it was given, and when it begins. */
  readonly events: readonly { readonly at: number; readonly seconds: number }[] | null;
}

export interface Larynx {
  /** Samples a second. */
  readonly rate: number;
  speak(text: string): Promise<Utterance>;
}

/** What is spoken with: files and programs that were found on this machine. Speeds are factors, 1 is the engine's middling one. */
export type LarynxSpec =
  | {
      readonly engine: 'pico';
      /** The two files of the voice: text analysis, signal generation. */
      readonly lingware: readonly string[];
      /** Percent of the voice's own pitch. */
      readonly pitch: number;
      /** Below 1 the whole sound is lowered, throat and all: a lower voice. */
      readonly depth: number;
      readonly speed: number;
    }
  | { readonly engine: 'flite'; readonly wasm: string; readonly voice: string; readonly speed: number }
  | { readonly engine: 'espeak-wasm'; readonly module: string; readonly voice: string; readonly pitch: number; readonly speed: number }
  | { readonly engine: 'espeak'; readonly program: string; readonly voice: string; readonly pitch: number; readonly speed: number };
