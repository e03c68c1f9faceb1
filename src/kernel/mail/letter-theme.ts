/** The colours of letters; every gradient has a plain colour behind it, for programs that show none. */

export interface Theme {
  readonly accent: string;
  readonly gradient: string;
  readonly tint: string;
  readonly line: string;
}
export type LetterTheme = 'studio' | 'cinema';
export type Tone = 'info' | 'success' | 'warning' | 'danger';

export const THEMES: Readonly<Record<LetterTheme, Theme>> = {
  studio: { accent: '#1d4ed8', gradient: 'linear-gradient(135deg, #1e3a8a, #2563eb)', tint: '#eff4ff', line: '#93b4f5' },
  cinema: { accent: '#b91c3c', gradient: 'linear-gradient(135deg, #7f1d1d, #be185d)', tint: '#fff1f3', line: '#f0a3b5' },
};

/** Text on ground: each pair reads at 4.5:1 or better. */
export const TONES: Readonly<Record<Tone, { readonly ink: string; readonly ground: string }>> = {
  info: { ink: '#1e3a8a', ground: '#e8effd' },
  success: { ink: '#14532d', ground: '#e3f6e8' },
  warning: { ink: '#713f12', ground: '#fdf3d7' },
  danger: { ink: '#7f1d1d', ground: '#fde4e4' },
};

export const FONT = "'Segoe UI', Tahoma, Arial, sans-serif";
export const INK = '#1f2733';
export const MUTED = '#566070';
