/** The page of diagnostics for administrators: `capabilities/diagnostics` looks, here is shown what it found. */
import type { FastifyReply } from 'fastify';
import type { Diagnostics } from '#capabilities/diagnostics/diagnostics.ts';
import type { Audit } from '#kernel/audit.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { asked, done } from '#kernel/page/requests.ts';
import { DIAGNOSTICS, DiagnosticsPage, SWEEP } from './diagnostics-page.tsx';
import { m } from './messages.ts';

export interface DiagnosticsPageTools {
  readonly diagnostics: Diagnostics;
  readonly audit: Audit;
  readonly limits: Pick<Limits, 'admit'>;
  readonly pages: Pages;
}

const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
/** The whole storage is listed: not by everybody all the time. */
const LISTINGS = { name: 'orphan-listings', limit: 12, windowSeconds: 3600 };

export function registerDiagnostics(door: Door, { diagnostics, audit, limits, pages }: DiagnosticsPageTools): void {
  door.get(DIAGNOSTICS, adminPage, async (request, reply) => {
    const wantsFiles = asked(request, 'files') === '1';
    if (wantsFiles) await limits.admit(LISTINGS, `account:${requireViewer(request).accountId}`);
    const [findings, database] = [await diagnostics.look(), await diagnostics.database()];
    const view = { findings, database, orphans: wantsFiles ? await diagnostics.orphans() : null };
    return pages.send(request, reply, { title: say(m.title, request.language), body: <DiagnosticsPage {...view} /> });
  });
  door.get(SWEEP, adminPage, (request, reply): Promise<FastifyReply> | FastifyReply => {
    const body = (
      <Confirm
        title={m.sweepTitle}
        name={say(m.files, request.language)}
        action={SWEEP}
        submit={m.sweep}
        cancelHref={`${DIAGNOSTICS}?files=1`}
        crumbs={[{ label: m.title, href: DIAGNOSTICS }]}
        danger
      >
        <p>{say(m.sweepText, request.language)}</p>
      </Confirm>
    );
    return pages.send(request, reply, { title: say(m.sweepTitle, request.language), body });
  });
  door.post(SWEEP, adminPage, async (request, reply) => {
    const count = await diagnostics.sweepOrphans();
    await audit.activity(request, { type: 'delete', category: 'settings', description: `Fichiers orphelins supprimés : ${count}` });
    return done(request, reply, DIAGNOSTICS, m.swept, { count });
  });
}
