/** The card of a CINEMA talent as a PDF, A6 to show and wallet size to cut out: name, photo, code and QR, never a contact. */

import { buffer } from 'node:stream/consumers';
import type { FastifyReply } from 'fastify';
import { memberCardPdf } from '#capabilities/printing/printing.ts';
import { type Language, say } from '#kernel/message.ts';
import { nameOf } from '#kernel/site-face.ts';
import { cityName } from '../catalogue/catalogue.ts';
import type { ListedCinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import type { CinemaRegistrationTools } from './cinema-registration.ts';

export type CardTools = Pick<CinemaRegistrationTools, 'db' | 'files' | 'catalogue' | 'publicUrl' | 'siteName'>;

export async function sendCard(tools: CardTools, reply: FastifyReply, talent: ListedCinemaTalent): Promise<FastifyReply> {
  const card = await cardOf(tools, talent, reply.request.language);
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="carte-${talent.code}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(card);
}

async function cardOf(tools: CardTools, talent: ListedCinemaTalent, language: Language): Promise<Buffer> {
  const { db, files, catalogue, publicUrl, siteName } = tools;
  const photo = talent.photoFile ? await files.find(db, talent.photoFile) : null;
  const snapshot = await catalogue.snapshot();
  const country = talent.country && snapshot.country(talent.country.id);
  return memberCardPdf({
    code: talent.code,
    firstName: talent.firstName,
    lastName: talent.lastName,
    photo: photo ? await buffer(await files.open(photo)) : null,
    qrUrl: `${publicUrl}/cinema/profile/${talent.code}`,
    country: country ? say(country.name, language) : null,
    city: cityName(snapshot, language, talent.city),
    talents: talent.talentTypes.map((type) => ({ name: say(choiceOf('talent_type', type).label, language) })),
    availability: null,
    siteName: `${await nameOf(siteName)} · CINEMA`,
    language,
    date: talent.createdAt,
  });
}
