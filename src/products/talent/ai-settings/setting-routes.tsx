/** `/admin/settings/ai`: the page, who answers, which models. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { textSettings } from '#capabilities/generation/generation.ts';
import { Failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { pageCount, readPage } from '#kernel/http/pagination.ts';
import { say } from '#kernel/message.ts';
import { setFlash } from '#kernel/page/flash.ts';
import { AI_MATCH_AUTO_EMAIL, AI_RERANK } from '../matching/matching.ts';
import { type Answers, answersOf } from '../profile-form/profile-form.tsx';
import type { AiSettingsTools } from './ai-settings.ts';
import { type Change, change, saveChanges } from './changes.ts';
import { CHOICE_FIELDS, OPENAI_FIELDS, OPENROUTER_FIELDS, readChoices, readOpenaiModel, readOpenrouterModels } from './fields.ts';
import { m } from './messages.ts';
import type { RefusedForm } from './refused-form.ts';
import { SettingsPage } from './settings-page.tsx';

export const AI_SETTINGS = '/admin/settings/ai';
export const adminPage = { config: { access: access.admin, kind: 'page' } } as const;
const CALLS_SHOWN = 50;

export function registerSettingRoutes(door: Door, tools: AiSettingsTools): void {
  door.get(AI_SETTINGS, adminPage, async (request, reply) => showSettings(tools, request, reply));

  door.post(AI_SETTINGS, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => {
      const { provider, budget, mayBeKept, rerank, autoEmail } = readChoices(typed);
      return [
        change(textSettings.provider, provider),
        change(textSettings.monthlyBudget, budget),
        change(textSettings.mayBeKept, mayBeKept),
        change(AI_RERANK, rerank),
        change(AI_MATCH_AUTO_EMAIL, autoEmail),
      ];
    };
    return save(tools, request, reply, { form: 'choices', fields: CHOICE_FIELDS, read });
  });

  door.post(`${AI_SETTINGS}/openrouter/models`, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => [change(textSettings.openrouterModels, readOpenrouterModels(typed))];
    return save(tools, request, reply, { form: 'openrouter', fields: OPENROUTER_FIELDS, read });
  });

  door.post(`${AI_SETTINGS}/openai/models`, adminPage, async (request, reply) => {
    const read = (typed: Answers): readonly Change[] => [change(textSettings.openaiModel, readOpenaiModel(typed))];
    return save(tools, request, reply, { form: 'openai', fields: OPENAI_FIELDS, read });
  });
}

interface Saving {
  readonly form: RefusedForm['form'];
  readonly fields: readonly string[];
  read(typed: Answers): readonly Change[];
}

async function save(
  tools: AiSettingsTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, fields, read }: Saving,
): Promise<FastifyReply> {
  const typed = answersOf(request.body, fields);
  try {
    await saveChanges(tools, request, read(typed));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'invalid') throw error;
    return showSettings(tools, request, reply, { form, typed, refusal: error });
  }
  setFlash(reply, { kind: 'success', text: say(m.saved, request.language) });
  return reply.redirect(AI_SETTINGS, 303);
}

/** Shows the page, with a refused form in it. */
export async function showSettings(
  { generation, pages, settings }: AiSettingsTools,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedForm | null = null,
): Promise<FastifyReply> {
  const asked = readPage(request.query as Record<string, unknown>, { sizeNames: [], defaultSize: CALLS_SHOWN });
  const { desk } = generation;
  const [state, figures, latest, rerank, autoEmail] = await Promise.all([
    ...([desk.state(), desk.figures(), desk.calls(asked), settings.get(AI_RERANK), settings.get(AI_MATCH_AUTO_EMAIL)] as const),
  ]);
  const shown = { ...latest, page: asked.page, pages: pageCount(latest.total, asked.size), size: asked.size };
  const body = <SettingsPage matching={{ rerank, autoEmail }} state={state} figures={figures} latest={shown} refused={refused} />;
  const status = refused ? statusOf(refused.refusal) : 200;
  return pages.send(request, reply, { title: say(m.title, request.language), body, status });
}
