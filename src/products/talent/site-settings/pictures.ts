/**
 * Logo, favicon and hero image: a picture that is sent (decoded, written anew and kept here) or the https address of one that lies elsewhere.
 * What is sent goes before what is typed; a box takes the picture away.
 */
import { createFileAnswers, prepareEmblem, preparePicture } from '#capabilities/media/media.ts';
import type { Tx } from '#kernel/db/db.ts';
import { Failure, type FieldError, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { FormFile } from '#kernel/http/forms.ts';
import type { Setting } from '#kernel/settings.ts';
import { isOwnPicture, letterCopyOf, SITE_PICTURES, siteSettings } from '#kernel/site-face.ts';
import { type Answers, isTicked, textOf } from '../profile-form/profile-form.tsx';
import { bad, good, type Read, readUrl } from '../readers.ts';
import { type Change, change } from '../setting-changes.ts';
import { m } from './messages.ts';
import type { SiteSettingTools } from './site-settings.ts';

export const PICTURE_SLOTS = ['logo_url', 'favicon_url', 'hero_image_url'] as const;
export type PictureSlot = (typeof PICTURE_SLOTS)[number];

export const SLOT_SETTINGS: Readonly<Record<PictureSlot, Setting<string>>> = {
  logo_url: siteSettings.logo,
  favicon_url: siteSettings.favicon,
  hero_image_url: siteSettings.hero,
};
export const fileField = (slot: PictureSlot): string => slot.replace(/_url$/, '_file');
export const removeField = (slot: PictureSlot): string => `remove_${slot}`;
export const PICTURE_FIELDS: readonly string[] = PICTURE_SLOTS.flatMap((slot) => [slot, removeField(slot)]);

const FOLDER = 'site';
const LOGO = { width: 640, height: 240 } as const;
/** Twice the height that letters show it in, for screens of double density. */
const LETTER_LOGO = { width: 480, height: 88 } as const;
const FAVICON = { width: 192, height: 192, whole: true } as const;

interface NewPicture {
  readonly content: Buffer;
  readonly extension: 'png' | 'jpg';
  readonly letterCopy?: Buffer | undefined;
}
/** What becomes of one slot: a new picture, an address, nothing any more, or what it is. */
type Wish = { readonly picture: NewPicture } | { readonly address: string } | 'as it is';

export interface PictureWishes {
  readonly wishes: Readonly<Record<PictureSlot, Wish>>;
}

/** Reads and decodes everything before anything is kept; throws one failure that names every field at fault. */
export async function readPictures(
  tools: Pick<SiteSettingTools, 'settings'>,
  typed: Answers,
  files: Readonly<Record<string, FormFile>>,
): Promise<PictureWishes> {
  const faults: Record<string, FieldError> = {};
  const wishes: Record<PictureSlot, Wish> = { logo_url: 'as it is', favicon_url: 'as it is', hero_image_url: 'as it is' };
  for (const slot of PICTURE_SLOTS) {
    const file = files[fileField(slot)];
    try {
      wishes[slot] = file
        ? { picture: await prepare(slot, file.content) }
        : wishOf(await tools.settings.get(SLOT_SETTINGS[slot]), slot, typed);
    } catch (error) {
      if (!(error instanceof Failure) || Object.keys(error.fields).length === 0) throw error;
      Object.assign(faults, error.fields);
    }
  }
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  return { wishes };
}

function wishOf(current: string, slot: PictureSlot, typed: Answers): Wish {
  if (isTicked(typed, removeField(slot))) return { address: '' };
  const read = readHttps(textOf(typed, slot));
  if (!read.ok) throw failure.invalid({ [slot]: read.error });
  // The field is empty beside a picture that was sent.
  return read.value === null && isOwnPicture(current) ? 'as it is' : { address: read.value ?? '' };
}

function readHttps(typed: string): Read<string | null> {
  const read = readUrl(typed);
  if (!read.ok || read.value === null) return read;
  return new URL(read.value).protocol === 'https:' && !/["'<>\\]/.test(read.value)
    ? good(new URL(read.value).href)
    : bad({ message: m.onlyHttps, constraint: 'format' });
}

async function prepare(slot: PictureSlot, content: Buffer): Promise<NewPicture> {
  const field = fileField(slot);
  if (slot === 'hero_image_url') {
    const hero = await preparePicture(content, field);
    return { content: hero.content, extension: hero.extension };
  }
  const [picture, letterCopy] = await prepareEmblem(content, field, slot === 'logo_url' ? [LOGO, LETTER_LOGO] : [FAVICON]);
  if (!picture) throw new Error('one picture comes out for each box');
  return { content: picture, extension: 'png', letterCopy };
}

/** Keeps what was sent and lets go of what it replaces, inside the transaction that changes the settings. */
export async function keepPictures(tools: SiteSettingTools, tx: Tx, { wishes }: PictureWishes): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const slot of PICTURE_SLOTS) {
    const wish = wishes[slot];
    if (wish === 'as it is') continue;
    const before = await tools.settings.get(SLOT_SETTINGS[slot], tx);
    const address = 'address' in wish ? wish.address : await keep(tools, tx, wish.picture);
    if (address !== before) await letGo(tools, tx, before);
    changes.push(change(SLOT_SETTINGS[slot], address));
  }
  return changes;
}

async function keep({ files }: SiteSettingTools, tx: Tx, { content, extension, letterCopy }: NewPicture): Promise<string> {
  const mediaType = extension === 'png' ? 'image/png' : 'image/jpeg';
  const { name } = await files.save(tx, { folder: FOLDER, extension, content, mediaType });
  const address = SITE_PICTURES + name.slice(FOLDER.length + 1);
  const copyName = letterCopy && letterCopyOf(address);
  if (copyName) await files.save(tx, { folder: FOLDER, extension: 'png', content: letterCopy, mediaType: 'image/png', name: copyName });
  return address;
}

async function letGo({ files }: SiteSettingTools, tx: Tx, address: string): Promise<void> {
  if (!isOwnPicture(address)) return;
  await files.remove(tx, `${FOLDER}/${address.slice(SITE_PICTURES.length)}`);
  const copyName = letterCopyOf(address);
  if (copyName) await files.remove(tx, copyName);
}

/** To everybody: they stand on public pages. */
export function registerPictureFiles(door: Door, tools: SiteSettingTools): void {
  const answers = createFileAnswers(tools);
  const file = { config: { access: access.public, internal: true, anonymous: true } } as const;
  door.get<{ Params: { file: string } }>(`${SITE_PICTURES}:file`, file, async (request, reply) =>
    answers.photo(request, reply, `${FOLDER}/${request.params.file}`),
  );
}
