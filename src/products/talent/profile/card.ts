/** The PDF card of a member: name, photo, code and QR, never a contact. */

import { buffer } from 'node:stream/consumers';
import { memberCardPdf } from '#capabilities/printing/printing.ts';
import { type Language, say } from '#kernel/message.ts';
import { nameOf } from '#kernel/site-face.ts';
import { cityName, talentName } from '../catalogue/catalogue.ts';
import type { Member } from '../members/members.ts';
import { words } from '../profile-form/profile-form.tsx';
import type { ProfileTools } from './profile.ts';

export async function cardOf(
  { db, files, catalogue, publicUrl, siteName }: ProfileTools,
  member: Member,
  language: Language,
): Promise<Buffer> {
  const photo = member.photoFile ? await files.find(db, member.photoFile) : null;
  const snapshot = await catalogue.snapshot();
  const country = member.country && snapshot.country(member.country.id);
  const availability = words.availabilityLabel(member.availability);
  return memberCardPdf({
    code: member.code,
    firstName: member.firstName,
    lastName: member.lastName,
    photo: photo ? await buffer(await files.open(photo)) : null,
    qrUrl: `${publicUrl}/profile/view/${member.code}`,
    country: country ? say(country.name, language) : null,
    city: cityName(snapshot, language, member.residenceCity ?? member.city),
    talents: member.talents.map((talent) => ({ ...talent, name: talentName(snapshot, language, talent) })),
    availability: availability === null || typeof availability === 'string' ? availability : say(availability, language),
    siteName: await nameOf(siteName),
    language,
    date: member.updatedAt,
  });
}
