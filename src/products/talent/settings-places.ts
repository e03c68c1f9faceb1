/** Where the settings of the site are, and the way back to them. */
import { messages } from '#kernel/message.ts';
import type { Crumb } from '#kernel/page/trails.tsx';

export const SETTINGS = '/admin/settings';
export const CUSTOMIZATION = `${SETTINGS}/customization`;

export const placeNames = messages({
  settings: { fr: 'Réglages', en: 'Settings', ar: 'الإعدادات' },
  customization: { fr: 'Apparence du site', en: 'Look of the site', ar: 'مظهر الموقع' },
  history: { fr: 'Historique des réglages', en: 'History of settings', ar: 'سجل الإعدادات' },
});

/** Below the room of the administration. */
export const settingsCrumbs = (...below: readonly (typeof CUSTOMIZATION)[]): readonly Crumb[] => [
  { label: placeNames.settings, href: SETTINGS },
  ...below.map((href) => ({ label: placeNames.customization, href })),
];
