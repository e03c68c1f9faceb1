/**
 * The site's own face: its name, its pictures, what stands in its footer. Settings of the administrator (talent-technical.md, "Système de
 * Personnalisation du Footer"); pages and letters read them here.
 *
 * Words: the *face* is what is safe to show. Settings may come from an older installation, so an address that leads nowhere good is left
 * out here, whatever a form let through.
 */
import { Type } from 'typebox';
import type { Db } from './db/db.ts';
import { defineSetting, type Settings, type SettingValues } from './settings.ts';

export const SOCIAL_NETWORKS = ['facebook', 'instagram', 'twitter', 'linkedin', 'tiktok', 'youtube', 'whatsapp', 'telegram'] as const;
export type SocialNetwork = (typeof SOCIAL_NETWORKS)[number];
export type SocialLinks = Readonly<Partial<Record<SocialNetwork, string>>>;

/** Names of their own: the same in every language. */
export const NETWORK_NAMES: Readonly<Record<SocialNetwork, string>> = {
  ...{ facebook: 'Facebook', instagram: 'Instagram', twitter: 'X (Twitter)', linkedin: 'LinkedIn' },
  ...{ tiktok: 'TikTok', youtube: 'YouTube', whatsapp: 'WhatsApp', telegram: 'Telegram' },
};

export const SITE_NAME_LENGTH = 60;
export const FOOTER_TEXT_LENGTH = 500;

const text = (key: string, maxLength: number, aliases: readonly string[] = []) =>
  defineSetting({ key, aliases, schema: Type.String({ maxLength }), fallback: '' });

const link = Type.Optional(Type.String({ maxLength: 300 }));
const SOCIAL_LINKS = Type.Object({
  ...{ facebook: link, instagram: link, twitter: link, linkedin: link, tiktok: link, youtube: link, whatsapp: link, telegram: link },
});

export const siteSettings = {
  /** Empty: the name of the configuration (`SITE_NAME`). */
  name: text('site_name', SITE_NAME_LENGTH, ['SITE_NAME', 'app_name', 'application_name']),
  footerText: text('footer_text', FOOTER_TEXT_LENGTH),
  footerEmail: text('footer_contact_email', 254),
  footerPhone: text('footer_contact_phone', 40),
  /** Addresses by network; of WhatsApp a number. */
  social: defineSetting({ key: 'social_links', schema: SOCIAL_LINKS, fallback: {} }),
  /** `https://…`, or the address of a picture that was uploaded. */
  logo: text('logo_url', 500),
  favicon: text('favicon_url', 500),
  hero: text('hero_image_url', 500),
} as const;

/** The name of the site; a function when it is a setting that may change while we run. Inside a transaction give it as `from`. */
export type SiteName = string | ((from?: Db) => Promise<string> | string);
export const nameOf = (site: SiteName, from?: Db): Promise<string> | string => (typeof site === 'string' ? site : site(from));

export const namedBy =
  (settings: Pick<Settings, 'get'>, configured: string): SiteName =>
  async (from) =>
    (await settings.get(siteSettings.name, from)).trim() || configured;

export interface SocialLink {
  readonly network: SocialNetwork;
  readonly href: string;
}

export interface SiteFace {
  /** Null: that of the configuration. */
  readonly name: string | null;
  readonly logo: string | null;
  readonly favicon: string | null;
  readonly hero: string | null;
  readonly text: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly social: readonly SocialLink[];
  /** Addresses of this site that are closed at present: nothing leads there. */
  readonly closed: readonly string[];
}

export const PLAIN_FACE: SiteFace = {
  ...{ name: null, logo: null, favicon: null, hero: null, text: '', email: null, phone: null, social: [], closed: [] },
};

/** Where uploaded pictures of the site are; their names are random, and made here. */
export const SITE_PICTURES = '/static/uploads/site/';
const OWN_PICTURE = /^\/static\/uploads\/site\/[0-9a-f]{32}\.(png|jpg)$/;
export const isOwnPicture = (address: string): boolean => OWN_PICTURE.test(address);

/** The name under which the copy of an uploaded logo is kept that letters carry; null for a picture that lies elsewhere. */
export const letterCopyOf = (logo: string): string | null =>
  isOwnPicture(logo) ? `site/${logo.slice(SITE_PICTURES.length).replace(/\.\w+$/, '')}-letter.png` : null;

export function faceOf(values: SettingValues<typeof siteSettings>, closed: readonly string[] = []): SiteFace {
  return {
    name: values.name.trim() || null,
    logo: pictureAt(values.logo),
    favicon: pictureAt(values.favicon),
    hero: pictureAt(values.hero),
    text: values.footerText.trim(),
    email: /^[^\s<>@]+@[^\s<>@]+$/.test(values.footerEmail) ? values.footerEmail : null,
    phone: /^[+\d][\d\s().-]*$/.test(values.footerPhone) ? values.footerPhone : null,
    social: SOCIAL_NETWORKS.flatMap((network) => {
      const href = hrefOf(network, values.social[network] ?? '');
      return href ? [{ network, href }] : [];
    }),
    closed,
  };
}

const pictureAt = (address: string): string | null => (isOwnPicture(address) || isWebAddress(address) ? address : null);

function hrefOf(network: SocialNetwork, value: string): string | null {
  if (network !== 'whatsapp') return isWebAddress(value) ? value : null;
  const digits = value.replace(/\D/g, '');
  return /^\+[\d\s().-]+$/.test(value) && digits.length >= 8 ? `https://wa.me/${digits}` : null;
}

const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && new URL(address).protocol === 'https:' && !/[\s"'<>\\]/.test(address);

/** Where pictures of the face come from beside this site: browsers are told so. */
export const foreignOrigins = ({ logo, favicon, hero }: Pick<SiteFace, 'logo' | 'favicon' | 'hero'>): readonly string[] => [
  ...new Set([logo, favicon, hero].flatMap((address) => (address?.startsWith('https:') ? [new URL(address).origin] : []))),
];
