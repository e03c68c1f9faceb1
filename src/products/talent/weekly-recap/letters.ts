/** The two letters of the week (templates `weekly_recap_talents` and `weekly_recap_cinema`): who joined, with a way to each profile. */
import { type Cell, type LetterBlock, type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { localeOf, type Message, messages, type Params, say } from '#kernel/message.ts';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { type Mailbox, STUDIO_ZONE } from '../email-notifications/email-notifications.ts';
import type { Newcomer, Newcomers } from './store.ts';
import type { Span } from './weeks.ts';

const m = messages({
  talentsTitle: { fr: 'Nouveaux talents de la semaine', en: 'New talents of the week', ar: 'المواهب الجديدة هذا الأسبوع' },
  cinemaTitle: {
    fr: 'Nouveaux talents cinéma de la semaine',
    en: 'New CINEMA talents of the week',
    ar: 'مواهب السينما الجديدة هذا الأسبوع',
  },
  talentsSubject: {
    fr: 'Récapitulatif hebdomadaire : {count, plural, =0 {aucun nouveau talent} one {# nouveau talent} other {# nouveaux talents}}',
    en: 'Weekly recap: {count, plural, =0 {no new talents} one {# new talent} other {# new talents}}',
    ar: 'الملخص الأسبوعي: {count, plural, =0 {لا مواهب جديدة} one {موهبة جديدة واحدة} two {موهبتان جديدتان} few {# مواهب جديدة} many {# موهبة جديدة} other {# موهبة جديدة}}',
  },
  cinemaSubject: {
    fr: 'Récapitulatif hebdomadaire CINEMA : {count, plural, =0 {aucun nouveau talent} one {# nouveau talent} other {# nouveaux talents}}',
    en: 'Weekly CINEMA recap: {count, plural, =0 {no new talents} one {# new talent} other {# new talents}}',
    ar: 'الملخص الأسبوعي للسينما: {count, plural, =0 {لا مواهب جديدة} one {موهبة جديدة واحدة} two {موهبتان جديدتان} few {# مواهب جديدة} many {# موهبة جديدة} other {# موهبة جديدة}}',
  },
  joined: {
    fr: '{count, plural, =0 {Personne ne s’est inscrit} one {Une personne s’est inscrite} other {# personnes se sont inscrites}} entre le {from} et le {until}.',
    en: '{count, plural, =0 {Nobody joined} one {One person joined} other {# people joined}} between {from} and {until}.',
    ar: '{count, plural, =0 {لم ينضم أحد} one {انضم شخص واحد} two {انضم شخصان} few {انضم # أشخاص} many {انضم # شخصًا} other {انضم # شخص}} بين {from} و{until}.',
  },
  count: { fr: 'Nouvelles inscriptions', en: 'New registrations', ar: 'التسجيلات الجديدة' },
  name: { fr: 'Nom', en: 'Name', ar: 'الاسم' },
  code: { fr: 'Code', en: 'Code', ar: 'الرمز' },
  city: { fr: 'Ville', en: 'City', ar: 'المدينة' },
  country: { fr: 'Pays', en: 'Country', ar: 'البلد' },
  date: { fr: 'Date', en: 'Date', ar: 'التاريخ' },
  more: {
    fr: '{count, plural, one {Et une autre personne.} other {Et # autres personnes.}}',
    en: '{count, plural, one {And one more person.} other {And # more people.}}',
    ar: '{count, plural, zero {و# شخص آخر.} one {وشخص آخر.} two {وشخصان آخران.} few {و# أشخاص آخرين.} many {و# شخصًا آخر.} other {و# شخص آخر.}}',
  },
  seeAll: { fr: 'Voir la liste', en: 'See the list', ar: 'عرض القائمة' },
});

export interface RecapFacts {
  readonly to: Mailbox;
  readonly span: Span;
  readonly newcomers: Newcomers;
  readonly catalogue: Pick<Snapshot, 'city' | 'country'>;
  readonly look: LetterLook;
  /** Origin. */
  readonly site: string;
  readonly askedBy: number | null;
}

const KINDS = {
  talents: {
    template: 'weekly_recap_talents',
    theme: 'studio',
    title: m.talentsTitle,
    subject: m.talentsSubject,
    profile: '/profile/view/',
    list: '/admin/users?sort=-created',
  },
  cinema: {
    template: 'weekly_recap_cinema',
    theme: 'cinema',
    title: m.cinemaTitle,
    subject: m.cinemaSubject,
    profile: '/cinema/profile/',
    list: '/cinema/talents?sort=newest',
  },
} as const;

export function recapLetter(kind: keyof typeof KINDS, facts: RecapFacts): Letter {
  const { to, newcomers, look, askedBy } = facts;
  const { template, theme, title, subject, profile, list } = KINDS[kind];
  const t = (message: Message, params?: Params): string => say(message, to.language, params);
  const { html, text } = renderLetter({
    ...look,
    ...{ language: to.language, theme, dotted: true, title: t(title), preview: t(subject, { count: newcomers.total }) },
    blocks: [
      ...summary(facts, t),
      ...table(facts, facts.site + profile, t),
      { kind: 'button', label: t(m.seeAll), url: facts.site + list },
    ],
  });
  return {
    ...{ to: to.email, subject: t(subject, { count: newcomers.total }), html, text, template },
    ...(to.name === null ? {} : { toName: to.name }),
    ...(askedBy === null ? {} : { sentBy: askedBy }),
  };
}

type Say = (message: Message, params?: Params) => string;

function summary({ to, span, newcomers }: RecapFacts, t: Say): readonly LetterBlock[] {
  const format = new Intl.DateTimeFormat(localeOf(to.language), { dateStyle: 'full', timeStyle: 'short', timeZone: STUDIO_ZONE });
  const days = { from: format.format(span.from), until: format.format(span.until) };
  return [
    { kind: 'badge', label: t(m.count), value: String(newcomers.total), tone: newcomers.total > 0 ? 'success' : 'info' },
    { kind: 'text', text: t(m.joined, { count: newcomers.total, ...days }) },
  ];
}

function table({ to, newcomers, catalogue }: RecapFacts, profile: string, t: Say): readonly LetterBlock[] {
  const { total, people } = newcomers;
  if (people.length === 0) return [];
  const date = new Intl.DateTimeFormat(localeOf(to.language), { dateStyle: 'medium', timeZone: STUDIO_ZONE });
  const row = ({ name, code, cityId, countryId, joinedAt }: Newcomer): readonly Cell[] => {
    const city = catalogue.city(cityId ?? 0);
    const country = catalogue.country(city?.countryId ?? countryId ?? 0);
    return [{ text: name, url: profile + code }, code, city ? t(city.label) : '—', country ? t(country.name) : '—', date.format(joinedAt)];
  };
  const rest = total - people.length;
  return [
    { kind: 'table', head: [t(m.name), t(m.code), t(m.city), t(m.country), t(m.date)], rows: people.map(row) },
    ...(rest > 0 ? [{ kind: 'text', text: t(m.more, { count: rest }) } as const] : []),
  ];
}
