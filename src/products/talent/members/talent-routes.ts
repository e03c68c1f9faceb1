/** The people of one talent: embedded in v3's talent, a list of its own in v2. */
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { readPage } from '#kernel/http/pagination.ts';
import type { Catalogue, Talent } from '../catalogue/catalogue.ts';
import { presentTalent } from '../catalogue/contract.ts';
import { dialectOf, sendJson, serialise, wirePage } from '../dialect.ts';
import * as wire from './contract.ts';
import type { Members } from './members.ts';
import { refusals } from './messages.ts';
import { presentRow } from './presenter.ts';

const tags = ['Catalogue'];
type WithId = { Params: { talent_id: string } };

export function registerTalentRoutes(door: Door, { members, catalogue }: { members: Members; catalogue: Catalogue }): void {
  const find = async (id: string): Promise<Talent> => {
    const talent = /^\d{1,9}$/.test(id) ? (await catalogue.snapshot()).talent(Number(id)) : undefined;
    if (!talent) throw failure.notFound(refusals.talentNotFound);
    return talent;
  };

  const detail = { tags, summary: 'A talent; in v3 with its people, newest first', response: wire.either(wire.TALENT_DETAIL) };
  door.get<WithId>('/api/v1/talents/:talent_id', { config: { access: access.public }, schema: detail }, async (request, reply) => {
    const dialect = dialectOf(request);
    const talent = await find(request.params.talent_id);
    const shown = presentTalent(talent, await catalogue.counts());
    if (dialect === 2) return sendJson(reply, serialise(reply, wire.TALENT_DETAIL[2], { success: true, talent: shown }));
    const page = readPage(request.query as Readonly<Record<string, unknown>>, { defaultSize: 100 });
    const { rows } = await members.list(request, { talentIds: [talent.id] }, page);
    const users = rows.map((row) => presentRow(row, dialect));
    return sendJson(reply, serialise(reply, wire.TALENT_DETAIL[3], { success: true, talent: { ...shown, users } }));
  });

  const people = { tags, summary: 'People of a talent, newest first', response: wire.either(wire.TALENT_USERS) };
  door.get<WithId>('/api/v1/talents/:talent_id/users', { config: { access: access.signedIn }, schema: people }, async (request, reply) => {
    const dialect = dialectOf(request);
    const talent = await find(request.params.talent_id);
    const asked = readPage(request.query as Readonly<Record<string, unknown>>);
    const found = await members.list(request, { talentIds: [talent.id] }, asked);
    const users = found.rows.map((row) => presentRow(row, dialect));
    const body = { success: true, talent: presentTalent(talent, await catalogue.counts()), users, ...wirePage(found, asked) };
    return sendJson(reply, serialise(reply, wire.TALENT_USERS[dialect], body));
  });
}
