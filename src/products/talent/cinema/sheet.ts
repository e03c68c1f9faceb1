/** The casting sheet of a person: what `talent_MACAS0001F.pdf` says. Shows what it is given: a card has no contacts. */

import { buffer } from 'node:stream/consumers';
import { type SheetSection, talentSheetPdf } from '#capabilities/printing/printing.ts';
import { type Language, type Message, messages, say } from '#kernel/message.ts';
import { nameOf } from '#kernel/site-face.ts';
import { nationalityName, placeName, talentName } from '../catalogue/catalogue.ts';
import { choiceOf, LANGUAGE_LEVELS, languageOf, type OptionName } from '../options/options.ts';
import type { CinemaTalent, PreviousProduction } from './cinema-talent.ts';
import { profileUrl } from './person.ts';
import type { CinemaTools } from './tools.ts';

const m = messages({
  sheet: { fr: 'Fiche casting', en: 'Casting sheet', ar: 'بطاقة اختيار الممثلين' },
  age: {
    fr: '{age, plural, one {# an} other {# ans}}',
    en: '{age, plural, one {# year old} other {# years old}}',
    ar: '{age, plural, zero {# سنة} one {سنة واحدة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  },
  height: { fr: 'Taille', en: 'Height', ar: 'الطول' },
  centimetres: { fr: '{height} cm', en: '{height} cm', ar: '{height} سم' },
  weight: { fr: 'Poids', en: 'Weight', ar: 'الوزن' },
  kilograms: { fr: '{weight} kg', en: '{weight} kg', ar: '{weight} كغ' },
  eyes: { fr: 'Yeux', en: 'Eyes', ar: 'العينان' },
  hair: { fr: 'Cheveux', en: 'Hair', ar: 'الشعر' },
  skin: { fr: 'Teint', en: 'Skin tone', ar: 'لون البشرة' },
  build: { fr: 'Corpulence', en: 'Build', ar: 'البنية' },
  nationality: { fr: 'Nationalité', en: 'Nationality', ar: 'الجنسية' },
  experience: { fr: 'Expérience', en: 'Experience', ar: 'الخبرة' },
  years: {
    fr: '{years, plural, =0 {Débutant} one {# an} other {# ans}}',
    en: '{years, plural, =0 {Beginner} one {# year} other {# years}}',
    ar: '{years, plural, =0 {مبتدئ} one {سنة واحدة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
  },
  skills: { fr: 'Compétences', en: 'Skills', ar: 'المهارات' },
  languages: { fr: 'Langues', en: 'Languages', ar: 'اللغات' },
  credits: { fr: 'Productions', en: 'Credits', ar: 'الأعمال' },
  about: { fr: 'À propos', en: 'About', ar: 'نبذة' },
});

/** More photos than the sheet shows would only be opened for nothing. */
const PHOTOS_SHOWN = 4;

export async function talentPdf(tools: CinemaTools, language: Language, talent: CinemaTalent): Promise<Buffer> {
  const { clock, publicUrl, siteName } = tools;
  const t = (message: Message, params: Readonly<Record<string, number>> = {}): string => say(message, language, params);
  const gallery = await Promise.all(talent.galleryFiles.slice(0, PHOTOS_SHOWN).map((file) => contentOf(tools, file)));
  const snapshot = await tools.catalogue.snapshot();
  const place = placeName(snapshot, language, { cityId: talent.city?.id, countryId: talent.country?.id });
  const sections: readonly SheetSection[] = [
    { heading: t(m.languages), chips: talent.languages.map((code) => spoken(code, talent, language)) },
    { heading: t(m.skills), chips: talent.otherTalents.map((name) => talentName(snapshot, language, name)) },
    { heading: t(m.about), ...(talent.bio ? { text: talent.bio } : {}) },
    { heading: t(m.credits), lines: talent.previousProductions.map((production) => creditLine(production, language)) },
  ];
  return talentSheetPdf({
    ...{
      language,
      siteName: await nameOf(siteName),
      kind: t(m.sheet),
      code: talent.code,
      firstName: talent.firstName,
      lastName: talent.lastName,
    },
    subtitle: [place, t(m.age, { age: talent.age })].filter(Boolean).join(' · '),
    roles: talent.talentTypes.map((type) => word('talent_type', type, language)),
    photo: talent.photoFile ? await contentOf(tools, talent.photoFile) : null,
    gallery: gallery.filter((photo) => photo !== null),
    facts: factsOf({ ...talent, nationality: nationalityName(snapshot, language, talent.nationality) }, language),
    sections: sections.filter(({ chips, text, lines }) => chips?.length || text || lines?.length),
    contacts: [talent.phone, talent.whatsapp === talent.phone ? null : talent.whatsapp, talent.email].filter((line) => line !== null),
    qrUrl: profileUrl(publicUrl, talent.code),
    date: clock.now(),
  });
}

const word = (name: OptionName, value: string, language: Language): string => say(choiceOf(name, value).label, language);

function factsOf(talent: CinemaTalent, language: Language): readonly (readonly [string, string])[] {
  const { height, eyeColor, hairColor, hairType, skinTone, build } = talent.looks;
  const { weight, yearsOfExperience: years } = talent;
  const hair = [hairColor && word('hair_color', hairColor, language), hairType && word('hair_type', hairType, language)];
  const facts: readonly (readonly [Message, string | null])[] = [
    [m.height, height === null ? null : say(m.centimetres, language, { height })],
    [m.weight, weight === null ? null : say(m.kilograms, language, { weight })],
    [m.eyes, eyeColor && word('eye_color', eyeColor, language)],
    [m.hair, hair.filter(Boolean).join(' · ') || null],
    [m.skin, skinTone && word('skin_tone', skinTone, language)],
    [m.build, build && word('build', build, language)],
    [m.nationality, talent.nationality],
    [m.experience, years === null ? null : say(m.years, language, { years })],
  ];
  return facts.flatMap(([label, value]) => (value ? [[say(label, language), value] as const] : []));
}

function spoken(code: string, { languageLevels }: CinemaTalent, language: Language): string {
  const name = say(languageOf(code).label, language);
  const level = languageLevels[code];
  return level ? `${name} · ${say(LANGUAGE_LEVELS[level], language).toLocaleLowerCase()}` : name;
}

const creditLine = ({ title, type, year }: PreviousProduction, language: Language): string =>
  [title, type && word('production_type', type, language), year].filter(Boolean).join(' · ');

/** Null when the file is gone: a sheet without a photo is still a sheet. */
async function contentOf({ db, files }: CinemaTools, name: string): Promise<Buffer | null> {
  const file = await files.find(db, name);
  return file ? buffer(await files.open(file)) : null;
}
