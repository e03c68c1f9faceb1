/** What we use of bidi-js (MIT), which ships no types: the Unicode Bidirectional Algorithm, UAX #9. */
declare module 'bidi-js' {
  interface EmbeddingLevels {
    /** One level for each UTF-16 unit: odd reads right to left. */
    readonly levels: Uint8Array;
  }
  interface Bidi {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl' | 'auto'): EmbeddingLevels;
    getMirroredCharacter(character: string): string | null;
    getBidiCharTypeName(character: string): string;
  }
  function bidiFactory(): Bidi;
  export = bidiFactory;
}
