/** What every letter shares at one moment: name, logo, footer, contact and networks, as the settings say. */
import { buffer } from 'node:stream/consumers';
import type { Db } from '../db/db.ts';
import { faceOf, letterCopyOf, NETWORK_NAMES, type SiteFace, siteSettings } from '../site-face.ts';
import type { LetterLook } from './letter.tsx';
import { MARK } from './letter-mark.ts';
import type { MailTools } from './mail.ts';
import { mailSettings } from './mail-settings.ts';

type LookTools = Pick<MailTools, 'settings' | 'files'> & { readonly config: Pick<MailTools['config'], 'siteName'> };

export async function lookOf({ config, settings, files }: LookTools, db: Db): Promise<LetterLook> {
  const { footer, ...site } = await settings.read({ ...siteSettings, footer: mailSettings.footer }, db);
  const face = faceOf(site);
  return {
    siteName: face.name ?? config.siteName,
    ...(face.logo ? await ownLogo(files, db, face.logo) : { logo: MARK }),
    footer,
    contact: contactOf(face),
    social: face.social.map(({ network, href }) => ({ text: NETWORK_NAMES[network], url: href })),
  };
}

const contactOf = ({ email, phone }: SiteFace) => [
  ...(email ? [{ text: email, url: `mailto:${email}` }] : []),
  ...(phone ? [{ text: phone, url: `tel:${phone.replace(/[^+\d]/g, '')}` }] : []),
];

const PNG_HEADER = { bytes: 24, width: 16, height: 20 } as const;
const SHOWN_HEIGHT = 44;

/** None for a logo that lies elsewhere: a letter fetches nothing, and the mark of the program is not theirs. */
async function ownLogo(files: MailTools['files'], db: Db, address: string): Promise<Pick<LetterLook, 'logo' | 'logoWidth'>> {
  const name = letterCopyOf(address);
  const file = name && (await files?.find(db, name));
  if (!files || !file) return {};
  const content = await buffer(await files.open(file));
  if (content.length < PNG_HEADER.bytes) return {};
  const width = Math.round((SHOWN_HEIGHT * content.readUInt32BE(PNG_HEADER.width)) / content.readUInt32BE(PNG_HEADER.height));
  return { logo: `data:image/png;base64,${content.toString('base64')}`, logoWidth: width };
}
