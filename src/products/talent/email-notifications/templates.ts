/**
 * The ten letters of the product: what they are called, and which of them leave (`email_notifications_config`, in exactly the documented
 * form). A switch counts from the next letter that is promised; one that waits already keeps what was decided for it.
 */
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Db } from '#kernel/db/db.ts';
import { inTransaction } from '#kernel/db/transaction.ts';
import type { Message } from '#kernel/message.ts';
import { defineSetting, type Settings } from '#kernel/settings.ts';

export interface Template {
  /** The French words of these two are the documented ones. */
  readonly name: Message;
  readonly description: Message;
}

export const TEMPLATES = {
  talent_registration: {
    name: { fr: 'Inscription Talent', en: 'Talent registration', ar: 'تسجيل موهبة' },
    description: {
      fr: "Email envoyé après l'inscription d'un nouveau talent",
      en: 'Sent to a new talent after the registration',
      ar: 'رسالة تُرسل بعد تسجيل موهبة جديدة',
    },
  },
  cinema_talent_registration: {
    name: { fr: 'Inscription Talent Cinéma', en: 'CINEMA talent registration', ar: 'تسجيل موهبة سينمائية' },
    description: {
      fr: "Email envoyé après l'inscription d'un nouveau talent cinéma",
      en: 'Sent to a new CINEMA talent after the registration',
      ar: 'رسالة تُرسل بعد تسجيل موهبة سينمائية جديدة',
    },
  },
  ai_talent_match: {
    name: { fr: 'Match IA - Talents', en: 'AI match: talents', ar: 'مطابقة ذكية: المواهب' },
    description: {
      fr: 'Notification envoyée aux talents lorsque leur profil correspond à une recherche IA',
      en: 'Sent to talents whose profile matches an AI search',
      ar: 'إشعار يُرسل إلى المواهب عندما يطابق ملفها بحثًا ذكيًا',
    },
  },
  ai_cinema_match: {
    name: { fr: 'Match IA - Cinéma', en: 'AI match: CINEMA', ar: 'مطابقة ذكية: السينما' },
    description: {
      fr: 'Notification envoyée aux talents cinéma lorsque leur profil correspond à un rôle',
      en: 'Sent to CINEMA talents whose profile matches a role',
      ar: 'إشعار يُرسل إلى مواهب السينما عندما يطابق ملفها دورًا',
    },
  },
  project_selection: {
    name: { fr: 'Sélection Projet', en: 'Project selection', ar: 'الاختيار لمشروع' },
    description: {
      fr: 'Email de confirmation envoyé aux talents sélectionnés pour un projet',
      en: 'Confirms to talents that they were selected for a project',
      ar: 'رسالة تأكيد تُرسل إلى المواهب المختارة لمشروع',
    },
  },
  login_credentials: {
    name: { fr: 'Identifiants de Connexion', en: 'Sign-in details', ar: 'بيانات تسجيل الدخول' },
    description: {
      fr: 'Email contenant les identifiants de connexion',
      en: 'Carries the code and the temporary password',
      ar: 'رسالة تتضمن الرمز وكلمة المرور المؤقتة',
    },
  },
  weekly_recap_talents: {
    name: { fr: 'Récapitulatif Hebdomadaire - Talents', en: 'Weekly recap: talents', ar: 'الملخص الأسبوعي: المواهب' },
    description: {
      fr: 'Email récapitulatif des nouvelles inscriptions de talents envoyé chaque dimanche',
      en: 'New talents of the week, sent every Sunday',
      ar: 'ملخص المواهب المسجلة حديثًا، يُرسل كل يوم أحد',
    },
  },
  weekly_recap_cinema: {
    name: { fr: 'Récapitulatif Hebdomadaire - Talents Cinéma', en: 'Weekly recap: CINEMA talents', ar: 'الملخص الأسبوعي: مواهب السينما' },
    description: {
      fr: 'Email récapitulatif des nouvelles inscriptions de talents cinéma envoyé chaque dimanche',
      en: 'New CINEMA talents of the week, sent every Sunday',
      ar: 'ملخص مواهب السينما المسجلة حديثًا، يُرسل كل يوم أحد',
    },
  },
  name_detection: {
    name: { fr: 'Détection de Nom', en: 'Name detection', ar: 'رصد اسم' },
    description: {
      fr: "Email de notification lors de la détection d'un nom existant dans le système",
      en: 'Sent when a watched name registers',
      ar: 'إشعار يُرسل عند رصد اسم موجود في النظام',
    },
  },
  generic: {
    name: { fr: 'Autres messages', en: 'Other messages', ar: 'رسائل أخرى' },
    description: {
      fr: "Emails qui n'appartiennent à aucun modèle, dont l'e-mail d'essai",
      en: 'Letters that belong to no template, the test letter among them',
      ar: 'رسائل لا تنتمي إلى أي قالب، ومنها رسالة الاختبار',
    },
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];
export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);

/** Read as it comes: an imported installation may hold an older form. */
const CONFIG = defineSetting({ key: 'email_notifications_config', schema: Type.Unknown(), fallback: {} });

interface Entry {
  readonly enabled: boolean;
  readonly name: string;
  readonly description: string;
}

/** Of an older form that knew one recap. */
const FORMER_NAMES: Readonly<Record<string, string>> = { weekly_recap_talents: 'weekly_recap', weekly_recap_cinema: 'weekly_recap' };

const entriesOf = (stored: unknown): Readonly<Record<string, unknown>> =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Record<string, unknown>) : {};

/** An unknown template, and one of which nothing legible is stored, counts as switched on. */
function isOn(stored: unknown, template: string): boolean {
  const entries = entriesOf(stored);
  const entry = entries[template] ?? entries[FORMER_NAMES[template] ?? ''];
  return entriesOf(entry)['enabled'] !== false;
}

/** `from`: the caller's transaction, when there is one. */
export const isTemplateEnabled = async (settings: Pick<Settings, 'get'>, template: string, from?: Db): Promise<boolean> =>
  isOn(await settings.get(CONFIG, from), template);

export async function enabledTemplates(settings: Pick<Settings, 'get'>): Promise<ReadonlySet<TemplateName>> {
  const stored = await settings.get(CONFIG);
  return new Set(TEMPLATE_NAMES.filter((name) => isOn(stored, name)));
}

/** Writes the whole documented form; what an administrator of an older installation wrote as names and descriptions stays. */
export function switchTemplate(db: Db, settings: Settings, template: TemplateName, enabled: boolean, by: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    // Two administrators at once: neither undoes the other's switch.
    await sql`select pg_advisory_xact_lock(hashtext('email_notifications_config'))`.execute(tx);
    const stored = await settings.get(CONFIG, tx);
    const entry = (name: TemplateName): Entry => {
      const { name: title, description } = entriesOf(entriesOf(stored)[name]);
      return {
        enabled: name === template ? enabled : isOn(stored, name),
        name: typeof title === 'string' ? title : TEMPLATES[name].name.fr,
        description: typeof description === 'string' ? description : TEMPLATES[name].description.fr,
      };
    };
    await settings.set(tx, CONFIG, Object.fromEntries(TEMPLATE_NAMES.map((name) => [name, entry(name)])), by);
  });
}
