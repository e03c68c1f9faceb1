/** The promo film of a project: the page that asks, the order, and the requests for consent beside it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure, failure } from '#kernel/failure.ts';
import { access, requireViewer } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { isLanguage, type Language, say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import type { FormValues } from '#kernel/page/forms.tsx';
import { type ById, fieldOf, fieldsOf, idOf } from '#kernel/page/requests.ts';
import { choiceOf } from '../options/options.ts';
import type { Project } from '../projects/projects.ts';
import { type Face, facesOf, isShowable, pictureOf } from './faces.ts';
import { FilmPage, LENGTHS, pathOf, RATIOS } from './film-page.tsx';
import { m } from './messages.ts';
import { type FilmOrder, originOf, type PictureOfOrder, type PromoTools } from './ports.ts';
import { MOST_FACES, promptOf, type ScriptFacts, TONES, writeScript } from './script.ts';

const castingPage = { config: { access: access.casting, kind: 'page' } } as const;
const AT = '/cinema/projects/:id/promo';
const YEAR_MS = 365 * 86_400_000;
const USUAL: FormValues = { ratios: ['16:9'], tone: 'cinematic', seconds: '30', voice: '1', music: '1', logo: '1' };

export function registerFilmPages(site: Door, tools: PromoTools): void {
  site.get<ById>(AT, castingPage, async (request, reply) => show(tools, request, reply, { project: await projectOf(tools, request) }));
  site.post<ById>(AT, castingPage, (request, reply) => order(tools, request, reply));
  site.post<ById>(`${AT}/ask`, castingPage, (request, reply) => ask(tools, request, reply));
}

const projectOf = ({ projects, db }: PromoTools, request: FastifyRequest): Promise<Project> => projects.require(db, idOf(request));

interface Shown {
  readonly project: Project;
  readonly values?: FormValues;
  readonly chosen?: readonly string[];
  readonly refusal?: Failure;
  /** A request for consent that was refused, with the day that was typed. */
  readonly askRefusal?: { readonly error: Failure; readonly until: string };
}

async function show(tools: PromoTools, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { project, refusal, askRefusal, chosen = null } = shown;
  const values = shown.values ?? { ...USUAL, language: request.language };
  const faces = await facesOf(tools, tools.db, project);
  const picked = chosen ? faces.filter(({ talentId }) => chosen.includes(String(talentId))) : faces.filter(isShowable);
  const script = writeScript(factsOf(project, picked.slice(0, MOST_FACES), values));
  const production = project.production && { name: project.production.name, hasLogo: project.production.logoFile !== null };
  const until = askRefusal?.until ?? new Date(tools.clock.now().getTime() + YEAR_MS).toISOString().slice(0, 10);
  const faults = { errors: refusal?.fields ?? {}, askErrors: askRefusal?.error.fields ?? {} };
  const body = <FilmPage {...{ project, faces, production, script, chosen, values, until, ...faults }} />;
  const refused = refusal ?? askRefusal?.error;
  return tools.pages.send(request, reply, { title: say(m.promo, request.language), body, status: refused ? statusOf(refused) : 200 });
}

function factsOf(project: Project, faces: readonly Face[], values: FormValues): ScriptFacts {
  const language: Language = isLanguage(values['language']) ? values['language'] : 'fr';
  return {
    ...{
      project,
      language,
      faces: faces.map(({ name, role, talentType }) => ({ name, role: role ?? say(choiceOf('talent_type', talentType).label, language) })),
    },
    kind: say(choiceOf('production_type', project.productionType).label, language),
    production: project.production?.name ?? null,
    place: project.shootingLocations ?? project.country?.name ?? '',
    tone: TONES.find((tone) => tone === values['tone']) ?? 'cinematic',
    seconds: LENGTHS.find((seconds) => String(seconds) === String(values['seconds'])) ?? 30,
  };
}

async function order(tools: PromoTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const project = await projectOf(tools, request);
  const names = ['tone', 'seconds', 'language', 'voice', 'music', 'logo', 'draft'];
  const values = { ...Object.fromEntries(names.map((name) => [name, fieldOf(request, name)])), ratios: fieldsOf(request, 'ratios') };
  const chosen = fieldsOf(request, 'people');
  const begins = fieldOf(request, 'act') !== 'read';
  try {
    const orders = await ordersOf(tools, requireViewer(request).accountId, project, { values, chosen, begins });
    const ids: string[] = [];
    for (const each of orders) ids.push(await tools.films.make(each));
    setFlash(reply, { kind: 'success', text: say(begins ? m.making : m.written, request.language, { count: ids.length }) });
    const [only] = ids;
    return reply.redirect(ids.length === 1 && only ? `/films/${only}` : `${pathOf(project)}#media`, 303);
  } catch (error) {
    if (!(error instanceof Failure) || !['invalid', 'rate-limited', 'conflict'].includes(error.kind)) throw error;
    if (Object.keys(error.fields).length === 0) setFlash(reply, { kind: 'danger', text: say(error.text, request.language, error.params) });
    return show(tools, request, reply, { project, values, chosen, refusal: error });
  }
}

interface Typed {
  readonly values: FormValues & { readonly ratios: readonly string[] };
  readonly chosen: readonly string[];
  readonly begins: boolean;
}

/** One film for each format: the same pictures, the same words. */
async function ordersOf(
  tools: PromoTools,
  accountId: number,
  project: Project,
  { values, chosen, begins }: Typed,
): Promise<readonly FilmOrder[]> {
  const ratios = RATIOS.filter((ratio) => values.ratios.includes(ratio));
  if (ratios.length === 0) throw failure.field('ratios', m.chooseRatio, {}, 'required');
  const faces = await agreed(tools, project, chosen);
  const facts = factsOf(project, faces, values);
  const portraits = await Promise.all(faces.map((face) => portraitOf(tools, face)));
  const scenes = writeScript(facts).map(({ face, ...scene }) => ({ ...scene, picture: face === null ? null : (portraits[face] ?? null) }));
  const { production } = project;
  const brand = values['logo'] === '1' && production ? await pictureOf(tools, 'logo', production.logoFile, production.name) : null;
  return ratios.map((ratio) => ({
    ...{
      accountId,
      origin: originOf(project),
      prompt: promptOf(facts),
      language: facts.language,
      seconds: facts.seconds,
      ratio,
      scenes,
      brand,
    },
    title: ratios.length === 1 ? project.name : `${project.name} · ${ratio}`,
    ...{
      style: facts.tone,
      hasVoice: values['voice'] === '1',
      hasMusic: values['music'] === '1',
      isDraft: values['draft'] === '1',
      begins,
    },
  }));
}

/** Whoever was chosen agreed; asked again here, for an answer may have changed while the page was open. */
export async function agreed(tools: PromoTools, project: Project, chosen: readonly string[]): Promise<readonly Face[]> {
  const faces = (await facesOf(tools, tools.db, project)).filter(({ talentId }) => chosen.includes(String(talentId)));
  const missing = faces.find((face) => face.standing !== 'given');
  if (missing) throw failure.field('people', m.notAgreed, { person: missing.name }, 'rights');
  if (faces.length > MOST_FACES) throw failure.field('people', m.tooMany, { most: MOST_FACES }, 'items');
  return faces;
}

export async function portraitOf(tools: PromoTools, { photoFile, name }: Face): Promise<PictureOfOrder> {
  const picture = await pictureOf(tools, 'portrait', photoFile, name);
  if (!picture) throw failure.field('people', m.photoGone, { person: name }, 'exists');
  return picture;
}

/** One letter each; whoever cannot be asked is named, the others are. */
async function ask(tools: PromoTools, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const project = await projectOf(tools, request);
  const chosen = fieldsOf(request, 'talent');
  const faces = (await facesOf(tools, tools.db, project)).filter(({ talentId }) => chosen.includes(String(talentId)));
  const terms = {
    mediumId: null,
    origin: originOf(project),
    purposes: ['promo', 'social'],
    platforms: [],
    territory: '',
    until: fieldOf(request, 'until'),
  };
  const refuse = (error: Failure): Promise<FastifyReply> =>
    show(tools, request, reply, { project, askRefusal: { error, until: terms.until } });
  if (faces.length === 0) return refuse(failure.field('talent', m.choosePeople, {}, 'required'));
  let count = 0;
  for (const { key, name, code } of faces) {
    try {
      await tools.library.ask(requireViewer(request), { person: { key, name, code }, terms });
      count += 1;
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'conflict', 'rate-limited'].includes(error.kind)) throw error;
      // A day that is wrong is wrong for everybody.
      if ('until' in error.fields) return refuse(error);
      const [first] = Object.values(error.fields);
      const text = first ? say(first.message, request.language, first.params) : say(error.text, request.language, error.params);
      setFlash(reply, { kind: 'danger', text });
      if (error.kind === 'rate-limited') break;
    }
  }
  if (count > 0) setFlash(reply, { kind: 'success', text: say(m.asked, request.language, { count }) });
  return reply.redirect(`${pathOf(project)}/promo#others`, 303);
}
