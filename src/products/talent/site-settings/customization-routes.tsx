/** `/admin/settings/customization` and its forms (talent-technical.md, "Système de Personnalisation du Footer"). */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { failure } from '#kernel/failure.ts';
import { type Door, statusOf } from '#kernel/http/door.ts';
import { say } from '#kernel/message.ts';
import { SOCIAL_NETWORKS, siteSettings } from '#kernel/site-face.ts';
import { readLegalState, SWITCHES, switchPages } from '../legal/legal.ts';
import { applyChanges, change } from '../setting-changes.ts';
import { CUSTOMIZATION, placeNames } from '../settings-places.ts';
import { CustomizationPage, LEGAL_FORM, PICTURES_FORM, SOCIAL_FORM } from './customization-page.tsx';
import { FOOTER_FIELDS, readFooter } from './footer.ts';
import { adminPage, type RefusedForm, saveForm } from './form-kit.ts';
import { m } from './messages.ts';
import { keepPictures, PICTURE_FIELDS, readPictures } from './pictures.ts';
import { saveLogged } from './saving.ts';
import type { SiteSettingTools } from './site-settings.ts';
import { readSocialLinks } from './social.ts';

export function registerCustomization(door: Door, tools: SiteSettingTools): void {
  const { settings } = tools;
  const show = (request: FastifyRequest, reply: FastifyReply) => (refused: RefusedForm) => showPage(tools, request, reply, refused);

  door.get(CUSTOMIZATION, adminPage, async (request, reply) => showPage(tools, request, reply, null));

  door.post(`${CUSTOMIZATION}/save-footer`, adminPage, async (request, reply) =>
    saveForm(request, reply, {
      ...{ form: 'footer', fields: FOOTER_FIELDS, said: m.footerSaved, to: CUSTOMIZATION, show: show(request, reply) },
      save: async (typed) => {
        const changes = readFooter(typed);
        await saveLogged(tools, request, (tx, by) => applyChanges(tx, settings, changes, by));
      },
    }),
  );

  door.post(SOCIAL_FORM, adminPage, async (request, reply) =>
    saveForm(request, reply, {
      ...{ form: 'social', fields: SOCIAL_NETWORKS, said: m.socialSaved, to: `${CUSTOMIZATION}#social`, show: show(request, reply) },
      save: async (typed) => {
        const { links, faults } = readSocialLinks(typed);
        if (Object.keys(faults).length > 0) throw failure.invalid(faults);
        await saveLogged(tools, request, (tx, by) => applyChanges(tx, settings, [change(siteSettings.social, { ...links })], by));
      },
    }),
  );

  door.post(PICTURES_FORM, adminPage, async (request, reply) =>
    saveForm(request, reply, {
      ...{ form: 'pictures', fields: PICTURE_FIELDS, said: m.picturesSaved, to: `${CUSTOMIZATION}#pictures`, show: show(request, reply) },
      save: async (typed) => {
        const wishes = await readPictures(tools, typed, request.formFiles);
        await saveLogged(tools, request, async (tx, by) => applyChanges(tx, settings, await keepPictures(tools, tx, wishes), by));
      },
    }),
  );

  door.post(LEGAL_FORM, adminPage, async (request, reply) =>
    saveForm(request, reply, {
      ...{ form: 'legal', fields: SWITCHES, said: m.legalSaved, to: `${CUSTOMIZATION}#legal`, show: show(request, reply) },
      save: (typed) => saveLogged(tools, request, (tx, by) => switchPages(tx, settings, typed, by)),
    }),
  );
}

async function showPage(
  { settings, pages }: SiteSettingTools,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedForm | null,
): Promise<FastifyReply> {
  const [site, legal] = await Promise.all([settings.read(siteSettings), readLegalState(settings)]);
  const body = <CustomizationPage {...{ site, legal, refused }} />;
  const status = refused ? statusOf(refused.failure) : 200;
  return pages.send(request, reply, { title: say(placeNames.customization, request.language), body, status });
}
