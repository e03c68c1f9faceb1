/** `/films/:id/settings` and `/films/:id/delete`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import { say } from '#kernel/message.ts';
import { Alert } from '#kernel/page/components.tsx';
import { Confirm } from '#kernel/page/confirm.tsx';
import type { FormValues } from '#kernel/page/forms.tsx';
import { done, fieldOf } from '#kernel/page/requests.ts';
import { AT_WORK, type Project } from '../projects/projects.ts';
import type { FilmTools } from '../rooms.ts';
import { isMaking } from './board-parts.tsx';
import { FilmFrame } from './film-page.tsx';
import { acts } from './labels.ts';
import { AT, addressOf, filmPage, type OfFilm, ownFilm, ROOT } from './requests.ts';
import { settings as m } from './settings-messages.ts';
import { SettingsPage } from './settings-view.tsx';
import { voicesOf } from './voices.ts';
import { configOf, fieldsOf, filled } from './wizard-form.ts';
import { errorsOf } from './wizard-routes.tsx';

export function registerSettings(site: Door, tools: FilmTools): void {
  site.get<OfFilm>(`${AT}/settings`, filmPage, async (request, reply) =>
    show(tools, request, reply, { project: await ownFilm(tools, request) }),
  );
  site.post<OfFilm>(`${AT}/settings`, filmPage, async (request, reply) => {
    const project = await ownFilm(tools, request);
    const form = (request.body ?? {}) as FormBody;
    const fields = filled(form);
    try {
      const changes = { title: fields.title, prompt: fields.prompt, description: fieldOf(request, 'description') };
      await tools.projects.change(project.accountId, project.id, { ...changes, config: configOf(fields, project.config) });
      return done(request, reply, addressOf(project.id), m.saved);
    } catch (refusal) {
      if (!(refusal instanceof Failure) || !['invalid', 'conflict'].includes(refusal.kind)) throw refusal;
      return show(tools, request, reply, { project, values: { ...fields, description: fieldOf(request, 'description') }, refusal });
    }
  });
  site.get<OfFilm>(`${AT}/delete`, filmPage, async (request, reply) => confirm(tools, request, reply, await ownFilm(tools, request)));
  site.post<OfFilm>(`${AT}/delete`, filmPage, async (request, reply) => {
    const project = await ownFilm(tools, request);
    try {
      await tools.projects.remove(project.accountId, project.id);
      return done(request, reply, ROOT, m.deleted);
    } catch (refusal) {
      if (!(refusal instanceof Failure) || refusal.kind !== 'conflict') throw refusal;
      return confirm(tools, request, reply, project, refusal);
    }
  });
}

interface Shown {
  readonly project: Project;
  readonly values?: FormValues;
  readonly refusal?: Failure;
}

async function show(
  tools: FilmTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { project, values, refusal }: Shown,
): Promise<FastifyReply> {
  const [{ voices }, run] = await Promise.all([voicesOf(tools), tools.pipeline.state(project.accountId, project.id)]);
  const { title, description, prompt } = project;
  const errors = errorsOf(refusal);
  const whole = refusal && Object.keys(errors).length === 0 ? say(refusal.text, request.language, refusal.params) : null;
  const stored = { ...fieldsOf(project), title, description, prompt };
  const body = (
    <FilmFrame {...{ project, part: 'settings', hasRun: isMaking(run) }}>
      <SettingsPage {...{ project, voices, errors }} values={values ?? stored} refusal={whole} isBusy={AT_WORK.includes(project.status)} />
    </FilmFrame>
  );
  return tools.pages.send(request, reply, { title: say(m.title, request.language), body, status: refusal ? statusOf(refusal) : 200 });
}

function confirm({ pages }: FilmTools, request: FastifyRequest, reply: FastifyReply, project: Project, refusal?: Failure): FastifyReply {
  const { language } = request;
  const title = say(m.deleteTitle, language);
  const at = addressOf(project.id);
  const body = (
    <>
      {refusal && <Alert tone="danger" title={say(refusal.text, language, refusal.params)} />}
      <Confirm title={title} name={project.title} action={`${at}/delete`} submit={acts.delete} cancelHref={at} danger>
        <p>{say(m.deleteText, language)}</p>
      </Confirm>
    </>
  );
  return pages.send(request, reply, { title, body, status: refusal ? statusOf(refusal) : 200 });
}
