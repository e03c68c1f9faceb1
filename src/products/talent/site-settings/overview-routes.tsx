/** `/admin/settings`: the name of the site and the OMDb key, and where everything else is set. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { textSettings } from '#capabilities/generation/generation.ts';
import { type FieldError, failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { mailSettings } from '#kernel/mail/mail-settings.ts';
import { say } from '#kernel/message.ts';
import { SITE_NAME_LENGTH, siteSettings } from '#kernel/site-face.ts';
import { OMDB_API_KEY } from '../movies/movies.ts';
import { type Answers, isTicked, textOf } from '../profile-form/profile-form.tsx';
import { bad, good, type Read, readText } from '../readers.ts';
import { applyChanges, type Change, change } from '../setting-changes.ts';
import { placeNames, SETTINGS } from '../settings-places.ts';
import { adminPage, type RefusedForm, saveForm } from './form-kit.ts';
import { m } from './messages.ts';
import { FORGET_OMDB, type KeyShown, OverviewPage } from './overview-page.tsx';
import { saveLogged } from './saving.ts';
import type { SiteSettingTools } from './site-settings.ts';

const FIELDS = ['site_name', 'omdb_api_key', FORGET_OMDB];

export function registerOverview(door: Door, tools: SiteSettingTools): void {
  door.get(SETTINGS, adminPage, async (request, reply) => showOverview(tools, request, reply, null));

  door.post(SETTINGS, adminPage, async (request, reply) =>
    saveForm(request, reply, {
      ...{ form: 'general', fields: FIELDS, said: m.saved, to: SETTINGS },
      save: async (typed) => {
        const changes = readGeneral(typed);
        await saveLogged(tools, request, (tx, by) => applyChanges(tx, tools.settings, changes, by));
      },
      show: (refused) => showOverview(tools, request, reply, refused),
    }),
  );
}

function readGeneral(typed: Answers): readonly Change[] {
  const name = readText(textOf(typed, 'site_name').replace(/\s+/g, ' '), SITE_NAME_LENGTH);
  const key = readKey(textOf(typed, 'omdb_api_key'));
  const faults: Record<string, FieldError> = {};
  if (!name.ok) faults['site_name'] = name.error;
  if (!key.ok) faults['omdb_api_key'] = key.error;
  if (!name.ok || !key.ok) throw failure.invalid(faults);
  const ofKey = key.value !== null ? [change(OMDB_API_KEY, key.value)] : isTicked(typed, FORGET_OMDB) ? [change(OMDB_API_KEY, '')] : [];
  return [change(siteSettings.name, name.value ?? ''), ...ofKey];
}

const readKey = (typed: string): Read<string | null> => {
  const key = typed.trim();
  if (key === '') return good(null);
  return /^[\w-]{4,100}$/.test(key) ? good(key) : bad({ message: m.badKey, constraint: 'format' });
};

async function showOverview(
  tools: SiteSettingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedForm | null,
): Promise<FastifyReply> {
  const { config, settings, mail, pages, version } = tools;
  const [stored, way] = await Promise.all([
    settings.read({
      ...{ name: siteSettings.name, omdb: OMDB_API_KEY, sendgrid: mailSettings.sendgridApiKey, openrouter: textSettings.openrouterKey },
    }),
    mail.way(),
  ]);
  const body = (
    <OverviewPage
      {...{ refused, version }}
      name={stored.name}
      configuredName={config.siteName}
      sender={way.sender}
      keys={{
        sendgrid: keyShown(stored.sendgrid, config.mail.sendgridApiKey),
        openrouter: keyShown(stored.openrouter, config.generation.openrouterApiKey),
        omdb: keyShown(stored.omdb, config.omdb.apiKey),
      }}
    />
  );
  const status = refused ? statusOf(refused.failure) : 200;
  return pages.send(request, reply, { title: say(placeNames.settings, request.language), body, status });
}

/** What of a short key were shown would tell it. */
const TELLING = 12;
function keyShown(stored: string | null, given: string | null): KeyShown {
  const key = stored || given;
  return { source: stored ? 'setting' : given ? 'environment' : null, ending: key && key.length >= TELLING ? key.slice(-4) : '' };
}
