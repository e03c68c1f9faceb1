/**
 * Nationalities as people say them. Stored, sent and printed on the wire in French (« Marocaine », or « Marocain » for a man); read in the language
 * of the reader, and understood in all three.
 */
import { type Language, type Message, say } from '#kernel/message.ts';
import { fold } from '#kernel/text.ts';
import type { Country, Snapshot } from './snapshot.ts';

/** By country: English, then Arabic as it agrees with « الجنسية ». */
const NAMES: Readonly<Record<string, readonly [en: string, ar: string]>> = {
  MA: ['Moroccan', 'مغربية'],
  SN: ['Senegalese', 'سنغالية'],
  ZA: ['South African', 'جنوب أفريقية'],
  DZ: ['Algerian', 'جزائرية'],
  AO: ['Angolan', 'أنغولية'],
  BJ: ['Beninese', 'بنينية'],
  BW: ['Botswanan', 'بوتسوانية'],
  BF: ['Burkinabè', 'بوركينية'],
  BI: ['Burundian', 'بوروندية'],
  CM: ['Cameroonian', 'كاميرونية'],
  CV: ['Cape Verdean', 'رأس أخضرية'],
  KM: ['Comorian', 'قمرية'],
  CG: ['Congolese', 'كونغولية'],
  CD: ['Congolese (DRC)', 'كونغولية (الكونغو الديمقراطية)'],
  CI: ['Ivorian', 'إيفوارية'],
  DJ: ['Djiboutian', 'جيبوتية'],
  EG: ['Egyptian', 'مصرية'],
  ER: ['Eritrean', 'إريترية'],
  SZ: ['Swazi', 'إسواتينية'],
  ET: ['Ethiopian', 'إثيوبية'],
  GA: ['Gabonese', 'غابونية'],
  GM: ['Gambian', 'غامبية'],
  GH: ['Ghanaian', 'غانية'],
  GN: ['Guinean', 'غينية'],
  GW: ['Bissau-Guinean', 'غينية بيساوية'],
  GQ: ['Equatorial Guinean', 'غينية استوائية'],
  KE: ['Kenyan', 'كينية'],
  LS: ['Basotho', 'ليسوتية'],
  LR: ['Liberian', 'ليبيرية'],
  LY: ['Libyan', 'ليبية'],
  MG: ['Malagasy', 'مدغشقرية'],
  MW: ['Malawian', 'مالاوية'],
  ML: ['Malian', 'مالية'],
  MU: ['Mauritian', 'موريشيوسية'],
  MR: ['Mauritanian', 'موريتانية'],
  MZ: ['Mozambican', 'موزمبيقية'],
  NA: ['Namibian', 'ناميبية'],
  NE: ['Nigerien', 'نيجرية'],
  NG: ['Nigerian', 'نيجيرية'],
  UG: ['Ugandan', 'أوغندية'],
  CF: ['Central African', 'أفريقية وسطى'],
  RW: ['Rwandan', 'رواندية'],
  ST: ['São Toméan', 'ساوتومية'],
  SC: ['Seychellois', 'سيشلية'],
  SL: ['Sierra Leonean', 'سيراليونية'],
  SO: ['Somali', 'صومالية'],
  SD: ['Sudanese', 'سودانية'],
  SS: ['South Sudanese', 'جنوب سودانية'],
  TZ: ['Tanzanian', 'تنزانية'],
  TD: ['Chadian', 'تشادية'],
  TG: ['Togolese', 'توغولية'],
  TN: ['Tunisian', 'تونسية'],
  ZM: ['Zambian', 'زامبية'],
  ZW: ['Zimbabwean', 'زيمبابوية'],
};

const frenchOf = ({ nationality, nationalityMasculine }: Country): readonly string[] => [...new Set([nationality, nationalityMasculine])];
const namesOf = (country: Country): readonly string[] => [...frenchOf(country), ...(NAMES[country.code] ?? [])];

const known = new WeakMap<Snapshot, ReadonlyMap<string, Country>>();
function countryOf(catalogue: Snapshot, nationality: string): Country | undefined {
  const names =
    known.get(catalogue) ??
    new Map(catalogue.countries.flatMap((country) => namesOf(country).map((name) => [fold(name), country] as const)));
  known.set(catalogue, names);
  return names.get(fold(nationality));
}

const messageOf = ({ code, nationality }: Country): Message => {
  const [en = nationality, ar = nationality] = NAMES[code] ?? [];
  return { fr: nationality, en, ar };
};

/** As the reader says it; what is none of the list stands as it was typed. French keeps the gender that was typed. */
export function nationalityName(catalogue: Snapshot, language: Language, stored: string | null): string | null {
  const country = stored === null ? undefined : countryOf(catalogue, stored);
  if (!country || stored === null) return stored;
  const message = messageOf(country);
  return say(language === 'fr' ? { ...message, fr: stored } : message, language);
}

/** As it is stored, whatever language it was typed in. */
export function storedNationality(catalogue: Snapshot, typed: string): string {
  const country = countryOf(catalogue, typed);
  if (!country) return typed;
  return frenchOf(country).find((name) => fold(name) === fold(typed)) ?? country.nationality;
}

/** What a form suggests. */
export const nationalitiesOf = (country: Country, language: Language): readonly string[] => {
  const message = messageOf(country);
  const names = language === 'fr' ? frenchOf(country).map((fr) => ({ ...message, fr })) : [message];
  return names.map((name) => say(name, language));
};
