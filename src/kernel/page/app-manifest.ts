/** The studio as an application that phones and desktops install: its name, its look and its shortcuts, in the reader's language. */
import { type Language, type Message, say } from '../message.ts';
import { applicationMessages as m } from './offline-messages.ts';

/** `--color-base-200` of the dark theme: the ground while the application opens. */
const GROUND = '#15100d';

interface Shortcut {
  readonly name: Message;
  readonly url: string;
}
/** What people open the studio for; whoever may not is told so there. */
const SHORTCUTS: readonly Shortcut[] = [
  { name: m.talents, url: '/talents' },
  { name: m.scan, url: '/presence' },
  { name: m.picture, url: '/studio' },
  { name: m.film, url: '/films/new' },
];

interface Screen {
  readonly name: string;
  readonly label: Message;
  readonly width: number;
  readonly height: number;
}
/** Pictures of the studio that a store shows (assets/screens, vite.config.ts puts them beside the icons). */
export const SCREENS: readonly Screen[] = [
  { name: 'screen-home', label: m.screenHome, width: 780, height: 1560 },
  { name: 'screen-talents', label: m.screenTalents, width: 780, height: 1560 },
  { name: 'screen-studio', label: m.screenStudio, width: 1440, height: 900 },
];

const icon = (file: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/assets/${file}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export const applicationManifest = (name: string, language: Language): object => ({
  id: '/',
  name,
  short_name: name,
  description: say(m.description, language),
  lang: language,
  dir: language === 'ar' ? 'rtl' : 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: GROUND,
  theme_color: GROUND,
  categories: ['business', 'productivity', 'entertainment'],
  prefer_related_applications: false,
  icons: [
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    icon('icon-192', 192, 'any'),
    icon('icon-512', 512, 'any'),
    icon('icon-maskable-192', 192, 'maskable'),
    icon('icon-maskable-512', 512, 'maskable'),
  ],
  shortcuts: SHORTCUTS.map((each) => ({ name: say(each.name, language), url: each.url, icons: [icon('icon-192', 192, 'any')] })),
  screenshots: SCREENS.map((each) => ({
    src: `/assets/${each.name}.webp`,
    sizes: `${each.width}x${each.height}`,
    type: 'image/webp',
    form_factor: each.width > each.height ? 'wide' : 'narrow',
    label: say(each.label, language),
  })),
});
