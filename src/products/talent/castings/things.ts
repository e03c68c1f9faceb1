/** A call as search engines read it (schema.org). Only what the page says: no contact, nobody's name. */
import type { Language } from '#kernel/message.ts';
import { breadcrumbs, type Thing } from '#kernel/page/metadata.tsx';
import type { Snapshot } from '../catalogue/catalogue.ts';
import { organizationThing } from '../productions/productions.ts';
import { type Call, type Pay, pathOfCall, spoken } from './call.ts';
import { m } from './messages.ts';

const EMPLOYMENT: Readonly<Record<Pay, string>> = { paid: 'TEMPORARY', expenses: 'VOLUNTEER', unpaid: 'VOLUNTEER' };

export interface CallFacts {
  readonly call: Call;
  readonly origin: string;
  readonly siteName: string;
  readonly catalogue: Snapshot;
  readonly language: Language;
  readonly description: string;
}

export function thingsOf({ call, origin, siteName, catalogue, language, description }: CallFacts): readonly Thing[] {
  const title = spoken(call.titles, language).text;
  const path = pathOfCall(call);
  const country = catalogue.country(call.countryId ?? 0);
  const city = catalogue.city(call.cityId ?? 0);
  const posting: Thing = {
    '@type': 'JobPosting',
    '@id': `${origin}${path}#call`,
    title,
    description: spoken(call.texts, language).text || description,
    inLanguage: spoken(call.texts, language).language,
    url: origin + path,
    datePosted: call.publishedAt?.toISOString(),
    validThrough: `${call.closesOn}T23:59:59Z`,
    employmentType: EMPLOYMENT[call.pay],
    directApply: true,
    totalJobOpenings: call.parts.reduce((sum, part) => sum + part.people, 0),
    industry: call.project.type,
    identifier: { '@type': 'PropertyValue', name: siteName, value: `casting-${call.id}` },
    hiringOrganization: call.production
      ? organizationThing(call.production, origin)
      : { '@type': 'Organization', name: siteName, url: origin },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        ...(city ? { addressLocality: city.name } : call.place ? { addressLocality: call.place } : {}),
        ...(country ? { addressCountry: country.code } : {}),
      },
    },
    ...(call.startsOn ? { jobStartDate: call.startsOn } : {}),
  };
  const trail = [
    { name: m.castings[language], path: '/castings' },
    { name: title, path },
  ];
  return [posting, breadcrumbs(origin, trail)];
}
