/**
 * The scan screen of a project: the page a phone keeps, its manifest, its service worker, and the form for browsers without scripts.
 *
 * Hides which built files a phone needs without a network. What is scanned goes to `presence`; the screen is the island `scanner`.
 */
import type {} from '@fastify/static'; // reply.sendFile
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Db } from '#kernel/db/db.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { localeOf, say } from '#kernel/message.ts';
import { readBuiltFiles } from '#kernel/page/assets.ts';
import { RadioCards } from '#kernel/page/choices.tsx';
import { Alert, Button, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { setFlash } from '#kernel/page/flash.ts';
import { Form } from '#kernel/page/forms.tsx';
import { Island } from '#kernel/page/islands.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { nameOf, type SiteName } from '#kernel/site-face.ts';
import type { Project, Projects } from '../projects/projects.ts';
import type { Presence } from './presence.ts';
import { scanPage as m, textsIn } from './scan-messages.ts';

export interface ScanPageTools {
  readonly db: Db;
  readonly pages: Pages;
  readonly siteName: SiteName;
  readonly projects: Pick<Projects, 'require'>;
  readonly presence: Pick<Presence, 'record'>;
}

interface OfProject {
  readonly Params: { readonly project: string };
}
const page = { config: { access: access.presence, kind: 'page' } } as const;
const file = { config: { access: access.public, internal: true, anonymous: true } } as const;
const ACTIONS = ['check_in', 'check_out'] as const;

export function registerScanPage(door: Door, tools: ScanPageTools): void {
  const { db, projects, presence, siteName } = tools;
  door.get<OfProject>('/presence/:project/scan', page, async (request, reply) =>
    sendScanPage(tools, request, reply, await projects.require(db, idOf(request))),
  );
  door.post<OfProject>('/presence/:project/record', page, async (request, reply) => {
    const project = await projects.require(db, idOf(request));
    const typed = typedIn(request);
    try {
      const { name, from, until } = await presence.record(request, project.id, { code: typed.code }, typed.action, 'page');
      setFlash(reply, { kind: 'success', text: receipt(request, project, typed.action, { name, at: until ?? from }) });
      return await reply.redirect(`/presence/${project.id}/scan?action=${typed.action}`, 303);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return sendScanPage(tools, request, reply, project, { typed, errors: errorsOf(error), status: statusOf(error) });
    }
  });
  door.get<OfProject>('/presence/:project/scan.webmanifest', file, async (request, reply) =>
    reply
      .type('application/manifest+json')
      .header('cache-control', 'public, max-age=3600')
      .send(manifestOf(idOf(request), await nameOf(siteName), say(m.installName, request.language))),
  );
  registerWorker(door);
}

/** One address for ever, looked at anew each time: a browser finds the new version at the next visit. */
function registerWorker(door: Door): void {
  const built = readBuiltFiles().address(WORKER);
  door.get('/presence/worker.js', file, async (_request, reply) => {
    reply.header('service-worker-allowed', '/presence/').header('x-content-type-options', 'nosniff');
    return reply.sendFile(built.slice(built.lastIndexOf('/') + 1), { maxAge: 0, immutable: false });
  });
}
const WORKER = 'worker.ts';

interface Typed {
  readonly code: string;
  readonly action: (typeof ACTIONS)[number];
}
interface Refused {
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly status: number;
}

function sendScanPage(
  { pages }: ScanPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  project: Project,
  refused?: Refused,
): FastifyReply {
  return pages.send(request, reply, {
    title: say(m.title, request.language, { project: project.name }),
    frame: 'bare',
    wasm: true,
    manifest: `/presence/${project.id}/scan.webmanifest`,
    ...(refused ? { status: refused.status } : {}),
    body: <ScanPage project={project} {...(refused ? { refused } : {})} />,
  });
}

function ScanPage({ project, refused }: { readonly project: Project; readonly refused?: Refused }): ReactElement {
  const t = useT();
  const { asset, language, query } = usePage();
  const here = `/presence/${project.id}`;
  const props = {
    project: project.id,
    title: project.name,
    locale: localeOf(language),
    back: here,
    signIn: `/auth/login?next=${encodeURIComponent(`${here}/scan`)}`,
    signOut: '/auth/logout',
    files: { always: ALWAYS.map(asset), detector: DETECTOR.map(asset), signature: SIGNATURE.map(asset) },
    texts: textsIn(language),
  };
  return (
    <Island name="scanner" props={props} className="scan-page">
      <h1 className="page-title">{t(m.title, { project: project.name })}</h1>
      <noscript>
        <Alert tone="info">{t(m.noScript)}</Alert>
      </noscript>
      <p>{t(m.lead)}</p>
      <Form action={`${here}/record`} values={{ action: query.get('action') ?? 'check_in', ...refused?.typed }} errors={refused?.errors}>
        <RadioCards
          name="action"
          label={m.action}
          options={ACTIONS.map((value) => ({ value, label: value === 'check_in' ? m.arrival : m.departure }))}
        />
        <TextInput name="code" label={m.code} required autoComplete="off" spellCheck={false} autoFocus icon="qr" />
        <Button size="lg" icon="check" full>
          {t(m.record)}
        </Button>
      </Form>
      <LinkButton href={here} kind="quiet" icon="arrow-start">
        {t(m.back)}
      </LinkButton>
    </Island>
  );
}

/** Names of sources, as the manifest of the build knows them. Names of people come in Arabic letters too, whatever the page speaks. */
const ALWAYS = ['onest-latin-wght-normal.woff2', 'rubik-arabic-wght-normal.woff2'];
const DETECTOR = ['zxing.ts', 'zxing_reader.wasm'];
const SIGNATURE = ['plain-ed25519.ts'];

/** The page opens by itself, without the studio around it. */
const manifestOf = (project: number, site: string, name: string): object => ({
  id: `/presence/${project}/scan`,
  name: `${name} · ${site}`,
  short_name: name,
  start_url: `/presence/${project}/scan`,
  scope: '/presence/',
  display: 'standalone',
  orientation: 'portrait',
  background_color: '#15100d',
  theme_color: '#15100d',
  icons: [
    { src: '/assets/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/assets/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/assets/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
});

function idOf(request: FastifyRequest): number {
  const { project } = request.params as OfProject['Params'];
  if (!/^\d{1,9}$/.test(project)) throw failure.notFound();
  return Number(project);
}

function typedIn(request: FastifyRequest): Typed {
  const { code, action } = (request.body ?? {}) as FormBody;
  const known = ACTIONS.find((each) => each === action);
  if (!known) throw failure.notFound();
  return { code: typeof code === 'string' ? code.trim() : '', action: known };
}

/** The reason stands at the field: the code is what can be read again. */
const errorsOf = ({ fields, text, params }: Failure): FieldErrors =>
  Object.keys(fields).length > 0 ? fields : { code: { message: text, params } };

function receipt(
  { language }: FastifyRequest,
  { timeZone }: Project,
  action: Typed['action'],
  { name, at }: { name: string; at: Date },
): string {
  const time = new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return say(action === 'check_in' ? m.recordedIn : m.recordedOut, language, { name, time });
}
