/** Consents as pages: `/library/:id/ask` and `/record`, `/library/mine`, `/library/consents/:id/…`, and the page of the letter, `/consent/:token`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createFileAnswers, prepareDocument, preparePhoto } from '#capabilities/media/media.ts';
import { Failure, type FieldErrors, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormFile } from '#kernel/http/forms.ts';
import type { Rule } from '#kernel/http/rate-limit.ts';
import { say } from '#kernel/message.ts';
import { Confirm } from '#kernel/page/confirm.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import type { FormValues } from '#kernel/page/forms.tsx';
import { asked, type ById, done, fieldOf, fieldsOf, idOf, isId } from '#kernel/page/requests.ts';
import { answer } from './answering.ts';
import type { Consent } from './consent.ts';
import { LetterPage, MinePage, TermsPage } from './consent-view.tsx';
import { askFor, mayAsk, openDocument, record, type Terms } from './consenting.ts';
import { findConsent, findConsentsByKeys } from './consents-store.ts';
import { requireOwn } from './declaring.ts';
import { consentOfToken, linkOf, wordsOf } from './desk.ts';
import { type LibraryPageTools, originOf } from './library-routes.tsx';
import * as store from './media-store.ts';
import type { Medium, Person } from './medium.ts';
import { m } from './messages.ts';
import { words } from './page-messages.ts';
import { addressOf, ROOT } from './shelf-view.tsx';
import { withdraw } from './withdrawing.ts';

const page = { config: { access: access.signedIn, kind: 'page' } } as const;
const letterPage = { config: { access: access.public, kind: 'page' } } as const;
interface ByToken {
  readonly Params: { readonly token: string };
}
/** Of whoever opens such links from one address, good or wrong. */
const OPENINGS: Rule = { name: 'library.consent-link', limit: 120, windowSeconds: 3600 };

export function registerConsentPages(site: Door, tools: LibraryPageTools): void {
  for (const way of ['ask', 'record'] as const) {
    site.get<ById>(`${ROOT}/:id/${way}`, page, async (request, reply) => {
      const { medium, person } = await subjectOf(tools, request);
      const scope = medium.origin ? 'project' : 'medium';
      return showTerms(tools, request, reply, { medium, person, way, values: { scope, purposes: ['promo', 'social'] } });
    });
    site.post<ById>(`${ROOT}/:id/${way}`, page, (request, reply) => sendTerms(tools, request, reply, way));
  }
  registerOwnConsents(site, tools);
  registerHouseConsents(site, tools);
  registerLetterPages(site, tools);
}

async function subjectOf(tools: LibraryPageTools, request: FastifyRequest): Promise<{ medium: Medium; person: Person }> {
  const viewer = requireViewer(request);
  const medium = await requireOwn(tools.db, viewer, idOf(request));
  const id = asked(request, 'person');
  const person = isId(id) ? await store.findPerson(tools.db, Number(id)) : null;
  if (!person || !mayAsk(viewer, person)) throw failure.notFound(m.noMedium);
  return { medium, person };
}

interface Shown {
  readonly medium: Medium;
  readonly person: Person;
  readonly way: 'ask' | 'record';
  readonly values: FormValues;
  readonly refusal?: Failure;
}

async function showTerms(tools: LibraryPageTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { medium, person, way, values, refusal } = shown;
  const madeFor = medium.origin ? ((await originOf(tools, medium.origin))?.title ?? null) : null;
  const errors: FieldErrors = refusal?.fields ?? {};
  const text = refusal && Object.keys(errors).length === 0 ? say(refusal.text, request.language, refusal.params) : null;
  const body = <TermsPage {...{ medium, person, way, madeFor, values, errors }} refusal={text} />;
  const title = say(way === 'ask' ? words.askTitle : words.record, request.language, { person: person.name });
  return tools.pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}

function termsOf(request: FastifyRequest, medium: Medium): Terms {
  const scope = fieldOf(request, 'scope');
  return {
    mediumId: scope === 'medium' ? medium.id : null,
    origin: scope === 'project' ? medium.origin : null,
    purposes: fieldsOf(request, 'purposes'),
    platforms: fieldsOf(request, 'platforms'),
    territory: fieldOf(request, 'territory'),
    until: fieldOf(request, 'until'),
  };
}

async function sendTerms(tools: LibraryPageTools, request: FastifyRequest, reply: FastifyReply, way: Shown['way']): Promise<FastifyReply> {
  const { medium, person } = await subjectOf(tools, request);
  const viewer = requireViewer(request);
  const terms = termsOf(request, medium);
  try {
    if (way === 'ask') await askFor(tools, viewer, { person, terms, email: fieldOf(request, 'email'), language: request.language });
    else await record(tools, viewer, { person, terms, document: await documentOf(request) });
    return done(request, reply, addressOf(medium), way === 'ask' ? words.asked : words.recorded, { person: person.name });
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'conflict', 'too-large', 'unsupported-type', 'rate-limited'].includes(error.kind))
      throw error;
    const { scope, until, territory, email, on_paper } = Object.fromEntries(
      ['scope', 'until', 'territory', 'email', 'on_paper'].map((name) => [name, fieldOf(request, name)]),
    );
    const values = { scope, until, territory, email, on_paper, purposes: terms.purposes, platforms: terms.platforms };
    return showTerms(tools, request, reply, { medium, person, way, values, refusal: error });
  }
}

/** Null where the paper stays at the studio. Judged by its content, as every file of a person. */
async function documentOf(request: FastifyRequest): Promise<{ content: Buffer; mediaType: string; extension: string } | null> {
  const file = request.formFiles['document'];
  if (!file || file.content.length === 0) {
    if (fieldOf(request, 'on_paper') === '1') return null;
    throw failure.field('document', m.documentMissing, {}, 'required');
  }
  return isPdf(file) ? prepareDocument(file.content, file.originalName, 'document') : preparePhoto(file.content, 'document');
}
const isPdf = ({ content }: FormFile): boolean => content.subarray(0, 1024).includes('%PDF-');

/** What the person who is signed in agreed to. */
function registerOwnConsents(site: Door, tools: LibraryPageTools): void {
  site.get(`${ROOT}/mine`, page, async (request, reply) => {
    const { accountId } = requireViewer(request);
    const keys = (await Promise.all(tools.directories.map((directory) => directory.keysOf(tools.db, accountId)))).flat();
    const own = await findConsentsByKeys(tools.db, keys);
    const consents = own.map((consent) => ({ consent, href: `/consent/${linkOf(tools, consent.id).token}` }));
    const body = <MinePage consents={consents} now={tools.clock.now()} />;
    return tools.pages.send(request, reply, { title: say(words.mine, request.language), body });
  });
}

/** What the house does with consents it asked for: reads the proof, notes a withdrawal that was said by voice. */
function registerHouseConsents(site: Door, tools: LibraryPageTools): void {
  const own = async (request: FastifyRequest): Promise<Consent> => {
    const consent = await findConsent(tools.db, idOf(request));
    if (!consent || !mayAsk(requireViewer(request), consent.person)) throw failure.notFound(m.noConsent);
    return consent;
  };
  site.get<ById>(`${ROOT}/consents/:id/document`, page, async (request, reply) => {
    const { id } = await own(request);
    const document = await openDocument(tools, id);
    if (!document) throw failure.notFound(m.noConsent);
    const extension = document.mediaType.split('/').at(-1) ?? 'bin';
    reply.headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="consent-${id}.${extension}"` });
    return reply.type(document.mediaType).send(document.content);
  });
  site.get<ById>(`${ROOT}/consents/:id/withdraw`, page, async (request, reply) => {
    const { id, person } = await own(request);
    const confirm = { action: `${ROOT}/consents/${id}/withdraw`, name: person.name, cancelHref: `${ROOT}?person=${person.id}` };
    return showWithdrawal(tools, request, reply, confirm);
  });
  site.post<ById>(`${ROOT}/consents/:id/withdraw`, page, async (request, reply) => {
    const { id, person } = await own(request);
    const by = { viewer: requireViewer(request) };
    const { stopped } = await withdraw(tools, id, by, fieldOf(request, 'why'), request.language);
    return done(request, reply, `${ROOT}?person=${person.id}`, words.withdrawn, { count: stopped.length });
  });
}

function showWithdrawal(
  tools: LibraryPageTools,
  request: FastifyRequest,
  reply: FastifyReply,
  confirm: { readonly action: string; readonly name: string; readonly cancelHref: string },
  frame?: 'public',
): FastifyReply {
  const title = say(words.withdrawTitle, request.language);
  const body = (
    <Confirm
      {...confirm}
      title={words.withdrawTitle}
      submit={words.withdraw}
      danger
      fields={<TextInput name="why" label={words.why} maxLength={500} />}
    >
      <p>{say(words.withdrawText, request.language)}</p>
    </Confirm>
  );
  return tools.pages.send(request, reply, { title, body, ...(frame ? { frame } : {}), head: NO_INDEX });
}
const NO_INDEX = <meta name="robots" content="noindex, nofollow" />;

/** The page of the letter: no account is needed, the address is the proof. */
function registerLetterPages(site: Door, tools: LibraryPageTools): void {
  const files = createFileAnswers(tools);
  const opened = async (request: FastifyRequest<ByToken>): Promise<Consent> => {
    await tools.limits.admit(OPENINGS, request.ip);
    return consentOfToken(tools, request.params.token);
  };
  site.get<ByToken>('/consent/:token', letterPage, async (request, reply) => {
    const consent = await opened(request);
    const paragraphs = await wordsOf(tools, tools.db, consent, request.language);
    const picture = await pictureOf(tools, consent);
    const body = <LetterPage {...{ consent, paragraphs, picture }} at={`/consent/${request.params.token}`} now={tools.clock.now()} />;
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    return tools.pages.send(request, reply, { title: say(words.publicTitle, request.language), body, frame: 'public', head: NO_INDEX });
  });
  site.post<ByToken>('/consent/:token', letterPage, async (request, reply) => {
    const { id } = await opened(request);
    const state = fieldOf(request, 'answer') === 'given' ? 'given' : 'refused';
    const userAgent = String(request.headers['user-agent'] ?? '').slice(0, 300);
    await answer(tools, id, state, { language: request.language, ip: request.ip, userAgent });
    return done(request, reply, `/consent/${request.params.token}`, state === 'given' ? words.thanksGiven : words.thanksRefused);
  });
  site.get<ByToken>('/consent/:token/withdraw', letterPage, async (request, reply) => {
    const { person } = await opened(request);
    const at = `/consent/${request.params.token}`;
    return showWithdrawal(tools, request, reply, { action: `${at}/withdraw`, name: person.name, cancelHref: at }, 'public');
  });
  site.post<ByToken>('/consent/:token/withdraw', letterPage, async (request, reply) => {
    const { id } = await opened(request);
    const { stopped } = await withdraw(tools, id, 'person', fieldOf(request, 'why'), request.language);
    return done(request, reply, `/consent/${request.params.token}`, words.withdrawn, { count: stopped.length });
  });
  const config = { access: access.public, internal: true } as const;
  site.get<ByToken>('/consent/:token/picture', { config }, async (request, reply) => {
    const picture = await pictureOf(tools, await opened(request));
    if (!picture) throw failure.notFound(m.noMedium);
    return files.photo(request, reply.header('cache-control', 'private, no-store'), picture.file);
  });
}

/** The one it is about, else a portrait of the person. */
async function pictureOf({ db }: LibraryPageTools, consent: Consent): Promise<{ readonly title: string; readonly file: string } | null> {
  const [medium] =
    consent.mediumId === null ? await store.findPortraits(db, consent.personId, 1) : await store.findMedia(db, [consent.mediumId]);
  return medium?.file ? { title: medium.title, file: medium.file } : null;
}
