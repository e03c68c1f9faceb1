/** Badges on paper: gathers names, photos and payloads, and lays them out. */

import { buffer } from 'node:stream/consumers';
import { type BadgeLayout, badgesPdf, type PrintedBadge } from '#capabilities/printing/printing.ts';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import { failure } from '#kernel/failure.ts';
import { type Language, say } from '#kernel/message.ts';
import { nameOf } from '#kernel/site-face.ts';
import { choiceOf } from '../options/options.ts';
import type { Badges } from './badges.ts';
import { m } from './messages.ts';
import { type Bearer, bearerOf, bearersOf, projectName } from './store.ts';
import type { BadgeTools } from './tools.ts';

type PrinterTools = BadgeTools & Pick<Badges, 'issue' | 'payload'>;
/** Photos read at a time. */
const AT_ONCE = 8;

export function createPrinter(tools: PrinterTools): Pick<Badges, 'printOne' | 'printProject'> {
  const print = async (bearers: readonly Bearer[], title: string, layout: BadgeLayout, language: Language): Promise<Buffer> => {
    const payloads = await payloadsOf(tools, bearers);
    const badges: PrintedBadge[] = [];
    for (let at = 0; at < bearers.length; at += AT_ONCE) {
      const batch = bearers.slice(at, at + AT_ONCE);
      badges.push(...(await Promise.all(batch.map((bearer, index) => printed(tools, bearer, payloads[at + index] ?? '', language)))));
    }
    return badgesPdf(badges, { title, layout, language, siteName: await nameOf(tools.siteName) });
  };
  return {
    async printOne(assignmentId, language) {
      const bearer = await bearerOf(tools.db, assignmentId);
      if (!bearer) throw failure.notFound(m.noAssignment);
      const title = say(m.titleOne, language, { name: `${bearer.firstName} ${bearer.lastName}`, code: bearer.projectCode });
      return print([bearer], title, 'card', language);
    },
    async printProject(projectId, language) {
      const name = await projectName(tools.db, projectId);
      if (name === null) throw failure.notFound(m.noProject);
      const bearers = await bearersOf(tools.db, projectId);
      if (bearers.length === 0) throw failure.conflict('NO_BADGES', m.nobody);
      return print(bearers, say(m.titleProject, language, { name }), 'sheet', language);
    },
  };
}

/** An assignment that came without a badge (an import) gets it when it is first printed. */
const payloadsOf = ({ db, issue, payload }: PrinterTools, bearers: readonly Bearer[]): Promise<readonly string[]> =>
  inTransaction(db, async (tx) => {
    const payloads: string[] = [];
    for (const { assignmentId, projectId, talentId } of bearers)
      payloads.push(await payload(tx, await issue(tx, { assignmentId, projectId, talentId })));
    return payloads;
  });

async function printed(tools: PrinterTools, bearer: Bearer, payload: string, language: Language): Promise<PrintedBadge> {
  const { firstName, lastName, role, project, production, projectCode, code } = bearer;
  const talentType = say(choiceOf('talent_type', bearer.talentType).label, language);
  return {
    ...{ firstName, lastName, role, talentType, project, production, projectCode, code, payload },
    photo: await photoOf(tools.db, tools.files, bearer.photoFile),
  };
}

async function photoOf(db: Db, files: BadgeTools['files'], name: string | null): Promise<Buffer | null> {
  const file = name === null ? null : await files.find(db, name);
  return file ? buffer(await files.open(file)) : null;
}
