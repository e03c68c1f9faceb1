/** The parts of a CV, by their headings in French, English and Arabic. */
import { fold } from '#kernel/text.ts';

export type SectionKind =
  | 'head' // what stands before the first heading: name, trade, contacts
  | 'profile'
  | 'experience'
  | 'education'
  | 'certifications'
  | 'skills'
  | 'languages'
  | 'achievements'
  | 'interests'
  | 'contact';

export interface Section {
  readonly kind: SectionKind;
  /** Without the heading, without empty lines. */
  readonly lines: readonly string[];
}

/** A heading is made of these words alone: the first that names a part decides. */
const NAMES: Readonly<Partial<Record<SectionKind, string>>> = {
  profile:
    'profil propos présentation résumé objectif objectifs accroche about profile summary objective statement نبذة ملخص الهدف هدف تعريف الملف',
  experience:
    'expérience expériences parcours emploi emplois carrière stages filmographie projets références experience employment career filmography credits projects work الخبرة الخبرات خبرات التجربة التجارب المسار أعمال المشاريع',
  education:
    'formation formations éducation études diplômes diplôme cursus scolarité education academic qualifications training التكوين التعليم الدراسة المؤهلات الدراسات',
  certifications: 'certifications certificats certification certificates licences habilitations الشهادات شهادات',
  skills:
    'compétences compétence aptitudes outils logiciels technologies informatique atouts skills competencies abilities tools software technologies المهارات مهارات الكفاءات القدرات',
  languages: 'langues langue languages language اللغات لغات',
  achievements: 'réalisations réalisation prix distinctions récompenses awards achievements accomplishments الجوائز الإنجازات',
  interests: 'intérêt intérêts loisirs hobbies interests divers bénévolat volunteering الهوايات هوايات الاهتمامات',
  contact: 'contact contacts coordonnées contacter للتواصل التواصل الاتصال',
};
/** Words that may stand beside them; `personal information` names the contacts. */
const BESIDE =
  'professionnel professionnelle professionnels professionnelles académique académiques artistique artistiques technique techniques clé clés principal principale principales principaux personnel personnelle personnels personnelles linguistique linguistiques informatiques scolaire scolaires universitaire universitaires initiale continue complémentaire complémentaires récente récentes autre autres savoir faire parlées métier travail de des et du d la le les à mes mon ma moi me centres centre etc professional personal technical key core main relevant history background details information informations my and the of spoken work other training المهنية المهني العلمية الأكاديمية التقنية الشخصية الشخصي عني معلومات المعلومات بيانات اللغوية و في';
const PERSONAL = [
  'informations personnelles',
  'personal information',
  'personal details',
  'état civil',
  'معلومات شخصية',
  'المعلومات الشخصية',
  'معلومات الاتصال',
  'البيانات الشخصية',
];

const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean);
const kindByWord = new Map<string, SectionKind>(
  (Object.entries(NAMES) as [SectionKind, string][]).flatMap(([kind, names]) => wordsOf(names).map((word) => [word, kind] as const)),
);
const besides = new Set(wordsOf(BESIDE));
const personal = new Set(PERSONAL.map(fold));

const MOST_WORDS = 6;

/** What kind of part a heading opens; null when the words are no heading. */
export function headingOf(text: string): SectionKind | null {
  const plain = fold(text.replace(/[^\p{L}\p{N}\s'’-]/gu, ' '))
    .replace(/\s+/g, ' ')
    .trim();
  if (personal.has(plain)) return 'contact';
  const words = plain.split(' ').filter(Boolean);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (!words.every((word) => kindByWord.has(word) || besides.has(word))) return null;
  // « Expérience » beside « travail » is still experience: names count before the words beside them.
  const named = words.find((word) => kindByWord.has(word) && !besides.has(word)) ?? words.find((word) => kindByWord.has(word));
  return kindByWord.get(named ?? '') ?? null;
}

/** In the order of the text. A part that comes twice is there twice. */
export function sectionsOf(text: string): readonly Section[] {
  const sections: { kind: SectionKind; lines: string[] }[] = [{ kind: 'head', lines: [] }];
  for (const line of text.split('\n')) {
    const words = line.trim();
    if (!words) continue;
    // « Langues : français, anglais » opens a part and begins it.
    const [, title = words, rest = ''] = /^([^:\t]{2,60})\s*[:\t]\s*(.*)$/u.exec(words) ?? [];
    const kind = /^•/.test(words) ? null : headingOf(title);
    if (kind) sections.push({ kind, lines: rest ? [rest] : [] });
    else sections.at(-1)?.lines.push(words);
  }
  return sections.filter(({ kind, lines }) => kind === 'head' || lines.length > 0);
}

export const linesIn = (sections: readonly Section[], ...kinds: readonly SectionKind[]): readonly string[] =>
  sections.filter(({ kind }) => kinds.includes(kind)).flatMap(({ lines }) => lines);

export const has = (sections: readonly Section[], kind: SectionKind): boolean => sections.some((section) => section.kind === kind);
