/** Who is portrayed: everything a painter may not choose by chance. */

export type HairStyle =
  | 'afro'
  | 'short'
  | 'bald'
  | 'box-braids'
  | 'cornrows'
  | 'locs'
  | 'puff'
  | 'curls'
  | 'waves'
  | 'side-part'
  | 'bun'
  | 'hijab'
  | 'gele'
  | 'headwrap'
  | 'turban'
  | 'cap'
  | 'veil';

export interface PortraitTraits {
  readonly seed: string;
  /** 0 the deepest complexion … 8 the lightest. */
  readonly skin: number;
  readonly face: 'oval' | 'round' | 'long' | 'square' | 'heart';
  readonly hair: HairStyle;
  readonly hairColor?: 'black' | 'brown' | 'auburn' | 'grey';
  readonly beard?: 'stubble' | 'short' | 'full' | 'goatee' | 'moustache';
  readonly glasses?: 'round' | 'square';
  readonly age?: 'young' | 'adult' | 'senior';
  readonly feminine: boolean;
  readonly smile?: boolean;
  readonly nose?: 'wide' | 'medium' | 'narrow';
  readonly lips?: 'full' | 'medium' | 'thin';
  readonly lipstick?: string;
  readonly clothes: 'tee' | 'shirt' | 'blazer' | 'roll-neck' | 'boubou' | 'kaftan' | 'wax' | 'djellaba';
  readonly cloth: string;
  readonly accent: string;
  readonly earrings?: 'hoops' | 'drops' | 'studs' | 'beads';
  readonly backdrop: number;
}
