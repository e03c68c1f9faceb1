/** The letter that tells somebody they were chosen (template `project_selection`). */
import { type LetterBlock, type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, localeOf, type Message, messages, type Params, say } from '#kernel/message.ts';
import { choiceOf, PROJECT_STATUSES } from '../options/options.ts';
import { badgeLink } from './badge-link.ts';
import { lastDayOf } from './days.ts';
import type { Assignment, Booking, Project } from './project.ts';

const m = messages({
  subject: {
    fr: 'Vous êtes sélectionné(e) pour « {project} »',
    en: 'You have been selected for “{project}”',
    ar: 'تم اختيارك للمشاركة في «{project}»',
  },
  title: { fr: 'Félicitations {name} !', en: 'Congratulations {name}!', ar: 'تهانينا {name}!' },
  chosen: {
    fr: 'Votre profil a été retenu pour le projet « {project} ». Nous sommes heureux de vous compter dans l’équipe.',
    en: 'Your profile was chosen for the project “{project}”. We are happy to have you on the team.',
    ar: 'تم اختيار ملفك للمشاركة في مشروع «{project}». يسعدنا انضمامك إلى الفريق.',
  },
  project: { fr: 'Projet', en: 'Project', ar: 'المشروع' },
  production: { fr: 'Production', en: 'Production', ar: 'شركة الإنتاج' },
  status: { fr: 'État', en: 'Status', ar: 'الحالة' },
  type: { fr: 'Type', en: 'Type', ar: 'النوع' },
  places: { fr: 'Lieux de tournage', en: 'Locations', ar: 'أماكن التصوير' },
  yourRole: { fr: 'Votre rôle', en: 'Your role', ar: 'دورك' },
  role: { fr: 'Rôle', en: 'Role', ar: 'الدور' },
  details: { fr: 'Description', en: 'Description', ar: 'الوصف' },
  days: { fr: 'Vos jours', en: 'Your days', ar: 'أيامك' },
  pencil: { fr: '{days} (à confirmer)', en: '{days} (to be confirmed)', ar: '{days} (بانتظار التأكيد)' },
  code: { fr: 'Votre code projet', en: 'Your project code', ar: 'رمزك في المشروع' },
  contact: { fr: 'Contact de la production', en: 'Contact of the production', ar: 'التواصل مع شركة الإنتاج' },
  phone: { fr: 'Téléphone', en: 'Phone', ar: 'الهاتف' },
  email: { fr: 'E-mail', en: 'E-mail', ar: 'البريد الإلكتروني' },
  address: { fr: 'Adresse', en: 'Address', ar: 'العنوان' },
  badge: { fr: 'Télécharger mon badge', en: 'Download my badge', ar: 'تنزيل شارتي' },
  badgeNote: {
    fr: 'Gardez ce badge sur votre téléphone ou imprimé : il sera scanné à votre arrivée. Il est personnel, ne le partagez pas.',
    en: 'Keep this badge on your phone or on paper: it is scanned when you arrive. It is personal, do not share it.',
    ar: 'احتفظ بهذه الشارة على هاتفك أو مطبوعة: ستُمسح ضوئيًا عند وصولك. إنها شخصية، فلا تشاركها.',
  },
  profile: { fr: 'Voir mon profil', en: 'See my profile', ar: 'عرض ملفي' },
  free: {
    fr: 'Personne ne doit vous demander d’argent pour participer à un casting ou à un tournage.',
    en: 'Nobody may ask you for money to take part in a casting or a shoot.',
    ar: 'لا يحق لأحد أن يطلب منك مالًا للمشاركة في اختبار أداء أو تصوير.',
  },
});

export interface SelectionFacts {
  readonly to: { readonly email: string; readonly name: string; readonly language: Language };
  readonly project: Project;
  readonly assignment: Assignment;
  readonly contact: { readonly phone: string | null; readonly email: string | null; readonly address: string | null } | null;
  readonly site: string;
  readonly look: LetterLook;
  readonly sentBy: number | null;
}

export function selectionLetter(facts: SelectionFacts): Letter {
  const { to, project, assignment, look, sentBy } = facts;
  const { language } = to;
  const t = (message: Message, params?: Params): string => say(message, language, params);
  const subject = t(m.subject, { project: project.name });
  const title = t(m.title, { name: assignment.firstName });
  const { html, text } = renderLetter({ ...look, language, title, preview: subject, theme: 'cinema', blocks: blocksOf(facts, t) });
  return {
    ...{ to: to.email, toName: to.name, subject, html, text, template: 'project_selection' },
    ...{ relatedTalentCode: assignment.code, relatedProjectId: project.id, relatedCinemaTalentId: assignment.talentId },
    ...(sentBy === null ? {} : { sentBy }),
  };
}

type Say = (message: Message, params?: Params) => string;
type Row = readonly [label: string, value: string];

function blocksOf({ to, project, assignment, contact, site }: SelectionFacts, t: Say): readonly LetterBlock[] {
  const roleName = t(choiceOf('talent_type', assignment.talentType).label);
  const days = assignment.bookings.map((booking) => daysOf(booking, to.language, t)).join('\n');
  const contacts = rowsOf([
    [t(m.phone), contact?.phone],
    [t(m.email), contact?.email],
    [t(m.address), contact?.address],
  ]);
  return [
    { kind: 'text', text: t(m.chosen, { project: project.name }) },
    { kind: 'facts', rows: projectRows(project, t) },
    { kind: 'heading', text: t(m.yourRole) },
    {
      kind: 'facts',
      rows: rowsOf([
        [t(m.role), roleName],
        [t(m.details), assignment.role],
        [t(m.days), days],
      ]),
    },
    { kind: 'code', label: t(m.code), value: assignment.projectCode },
    ...(assignment.badge ? badgeBlocks(site, assignment.badge.seed, t) : []),
    { kind: 'button', label: t(m.profile), url: `${site}/cinema/profile/${assignment.code}` },
    ...(contacts.length > 0
      ? ([
          { kind: 'heading', text: t(m.contact) },
          { kind: 'facts', rows: contacts },
        ] as const)
      : []),
    { kind: 'note', tone: 'warning', text: t(m.free) },
  ];
}

const badgeBlocks = (site: string, seed: string, t: Say): readonly LetterBlock[] => [
  { kind: 'button', label: t(m.badge), url: site + badgeLink(seed) },
  { kind: 'text', text: t(m.badgeNote) },
];

const projectRows = (project: Project, t: Say): readonly Row[] =>
  rowsOf([
    [t(m.project), project.name],
    [t(m.production), project.production?.name],
    [t(m.type), t(choiceOf('production_type', project.productionType).label)],
    [t(m.status), t(PROJECT_STATUSES[project.status])],
    [t(m.places), project.shootingLocations],
  ]);

const rowsOf = (rows: readonly (readonly [string, string | null | undefined])[]): readonly Row[] =>
  rows.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

function daysOf(booking: Booking, language: Language, t: Say): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  const days = format.formatRange(new Date(booking.from), new Date(lastDayOf(booking)));
  return booking.state === 'pencil' ? t(m.pencil, { days }) : days;
}
