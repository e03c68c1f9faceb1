/** One letter of each template, as its own room writes it: for the test that sends all ten, and for looking at them. */
import type { LetterLook } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import type { Language } from '#kernel/message.ts';
import { welcomeLetter as cinemaWelcome } from '../src/products/talent/cinema/letters.ts';
import type { TemplateName } from '../src/products/talent/email-notifications/email-notifications.ts';
import { testLetter } from '../src/products/talent/email-notifications/test-letter.ts';
import { matchLetter } from '../src/products/talent/matching/match-letter.ts';
import { credentialsLetter, welcomeLetter } from '../src/products/talent/members/letters.ts';
import { writeAlert } from '../src/products/talent/names/watch-letter.ts';
import { selectionLetter } from '../src/products/talent/projects/selection-letter.ts';
import { recapLetter } from '../src/products/talent/weekly-recap/letters.ts';

export interface SampleReader {
  readonly email: string;
  readonly language: Language;
  readonly look: LetterLook;
}

export const SITE = 'https://studio.example';
/** Temporary; it must not be found in the log. */
export const TEMPORARY_PASSWORD = 'Zèbre-&-lune<7>';

const NAMES: Readonly<Record<Language, readonly [first: string, last: string]>> = {
  fr: ['Aïcha', 'N’Diaye'],
  en: ['Aisha', "O'Brien-Smith"],
  ar: ['عائشة', 'بن علي'],
};
const CITIES = [
  ['Casablanca', 'الدار البيضاء'],
  ['Ouagadougou', 'واغادوغو'],
  ['Sidi Bel Abbès', 'سيدي بلعباس'],
] as const;
const catalogue = {
  city: (id: number) => {
    const [name = '', ar = ''] = CITIES[id % CITIES.length] ?? [];
    return { id, name, label: { fr: name, en: name, ar }, countryId: 1 };
  },
  country: () => ({ name: { fr: 'Burkina Faso', en: 'Burkina Faso', ar: 'بوركينا فاسو' } }),
};

export const SAMPLES: Readonly<Record<TemplateName, (reader: SampleReader) => Letter | Promise<Letter>>> = {
  talent_registration: (reader) => welcomeLetter(memberReader(reader)),
  login_credentials: (reader) => credentialsLetter(memberReader(reader), TEMPORARY_PASSWORD),
  cinema_talent_registration: ({ email: to, language, look }) => {
    const talent = { id: 7, code: 'MACAS0001F', ...namesIn(language), isPublic: true };
    return cinemaWelcome({ to, language, look, talent, profile: `${SITE}/cinema/profile/MACAS0001F` });
  },
  ai_talent_match: (reader) => match(reader, 'standard', 87),
  ai_cinema_match: (reader) => match(reader, 'cinema', 58),
  project_selection: selection,
  weekly_recap_talents: (reader) => recap(reader, 'talents', 'MAM000'),
  weekly_recap_cinema: (reader) => recap(reader, 'cinema', 'MACAS00'),
  name_detection: detection,
  generic: ({ email, language, look }) => {
    const { firstName, lastName } = namesIn(language);
    const to = { accountId: 1, email, name: `${firstName} ${lastName}` };
    // Tests have no account number 1.
    const { sentBy: _sentBy, ...letter } = testLetter({ to, language, look, now: new Date('2026-03-02T10:00:00Z') });
    return letter;
  },
};

function namesIn(language: Language) {
  const [firstName, lastName] = NAMES[language];
  return { firstName, lastName };
}
const fullName = (language: Language): string => NAMES[language].join(' ');

const memberReader = ({ email: to, language, look }: SampleReader) => {
  const member = { ...namesIn(language), code: 'MAM0002RAB' } as Parameters<typeof welcomeLetter>[0]['member'];
  return { to, language, look, member, site: SITE };
};

function match({ email, language, look }: SampleReader, kind: 'standard' | 'cinema', score: number): Letter {
  const words = {
    fr: ['Comédienne de 25 à 35 ans, arabe et français, pour un long métrage tourné à Ouarzazate.', 'Parle arabe et français'],
    en: ['Actress of 25 to 35, Arabic and French, for a feature shot in Ouarzazate.', 'Speaks Arabic and French'],
    ar: ['ممثلة بين 25 و35 سنة تتحدث العربية والفرنسية لفيلم طويل يُصوَّر في ورزازات.', 'تتحدث العربية والفرنسية'],
  } as const;
  const [opportunity, reason] = words[language];
  const person = { id: 7, code: kind === 'standard' ? 'MAM0002RAB' : 'MACAS0001F', firstName: namesIn(language).firstName };
  const to = { email, name: fullName(language), language };
  const { sentBy: _sentBy, ...letter } = matchLetter({
    ...{ kind, to, person, score, opportunity, site: SITE, look, sentBy: 1 },
    reasons: [reason, `${reason} (2)`],
  });
  return letter;
}

function selection({ email, language, look }: SampleReader): Letter {
  type Facts = Parameters<typeof selectionLetter>[0];
  const project = {
    ...{ id: 3, name: 'Désert Blanc', productionType: 'Film', status: 'en_tournage', shootingLocations: 'Ouarzazate, Errachidia' },
    production: { id: 1, name: 'Atlas Productions', logoFile: null },
  } as Facts['project'];
  const assignment = {
    ...{ id: 5, talentId: 7, code: 'MACAS0001F', ...namesIn(language), talentType: 'Figurant', role: 'Passante au foulard rouge' },
    ...{ projectCode: 'DES-001', badge: { id: 1, seed: 'abcdefghi', issuedAt: new Date(0) } },
    bookings: [
      { from: '2026-03-09', until: '2026-03-14', state: 'booked' },
      { from: '2026-03-20', until: '2026-03-21', state: 'pencil' },
    ],
  } as unknown as Facts['assignment'];
  const contact = { phone: '+212 522 00 00 00', email: 'casting@atlas.example', address: '1 rue des Studios, 20000 Casablanca' };
  return selectionLetter({
    ...{ to: { email, name: fullName(language), language }, project, assignment, contact },
    ...{ site: SITE, look, sentBy: null },
  });
}

function recap({ email, language, look }: SampleReader, kind: 'talents' | 'cinema', prefix: string): Letter {
  const people = Array.from({ length: 6 }, (_, n) => ({
    ...{ code: `${prefix}${n}RAB`, name: `${fullName(language)}${n % 2 ? ' de la Fontaine' : ''}`, cityId: n, countryId: 1 },
    joinedAt: new Date(Date.UTC(2026, 2, 1 + n, 9)),
  }));
  return recapLetter(kind, {
    ...{ to: { email, name: fullName(language), language }, look, site: SITE, askedBy: null },
    span: { from: new Date('2026-03-01T12:59:00Z'), until: new Date('2026-03-08T12:59:00Z') },
    newcomers: { total: 9, people },
    catalogue: catalogue as unknown as Parameters<typeof recapLetter>[1]['catalogue'],
  });
}

/** This one is promised by the room itself: what it hands to the mail room is caught. */
async function detection({ email, language, look }: SampleReader): Promise<Letter> {
  type Given = Parameters<typeof writeAlert>;
  const letters: Letter[] = [];
  const tools = {
    mail: { look: async () => look, send: async (_tx: unknown, letter: Letter) => letters.push(letter) },
    identity: { findByEmail: async () => null },
    catalogue: { snapshot: async () => catalogue },
    members: { mailboxOf: async () => ({ email: 'awa.diop@example.sn' }) },
    publicUrl: SITE,
  } as unknown as Given[0];
  const { firstName, lastName } = namesIn(language);
  const entry = {
    id: 4,
    firstName,
    lastName,
    description: 'Contentieux en cours : prévenir la direction.',
    email,
    language,
    similarity: 0.94,
  };
  const person = { kind: 'standard', id: 9, code: 'MAM0002RAB', firstName, lastName, cityId: 1, countryId: 1 };
  await writeAlert(tools, {} as Given[1], entry as unknown as Given[2], person as unknown as Given[3]);
  const [letter] = letters;
  if (!letter) throw new Error('no letter was written');
  return letter;
}
