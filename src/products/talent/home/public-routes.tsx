/** `/welcome` and `/about`: for strangers, and for the engines that lead them here. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import type { Clock } from '#kernel/clock.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Language, say } from '#kernel/message.ts';
import { packageRoot } from '#kernel/package-root.ts';
import type { Metadata, Thing } from '#kernel/page/metadata.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import { nameOf, type SiteName } from '#kernel/site-face.ts';
import { CallCard, type Castings, placeOfCall } from '../castings/castings.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { sendLegalPage } from '../legal/legal.ts';
import type { Productions } from '../productions/productions.ts';
import { cardRoute, type SocialCards } from '../social-cards.ts';
import { landing } from './landing-messages.ts';
import { about } from './messages.ts';
import { AboutPage, LandingPage, type WelcomeFigures } from './public-pages.tsx';

export interface WelcomeTools {
  readonly clock: Clock;
  readonly pages: Pages;
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly castings: Castings;
  readonly productions: Pick<Productions, 'list'>;
  readonly cards: SocialCards;
  readonly publicUrl: string;
  readonly siteName: SiteName;
}

const TEASED = 3;
const KEPT_MS = 5 * 60_000;
const PICTURES = join(packageRoot, 'src', 'products', 'talent', 'home', 'pictures');
const PICTURE_SIZE = { width: 1280, height: 800 } as const;
const NARROW = 640;

export function registerWelcome(door: Door, tools: WelcomeTools): void {
  const { pages, catalogue, cards } = tools;
  const open = { config: { access: access.public, kind: 'page' } } as const;
  const figures = countedFor(tools);
  door.get('/welcome', open, async (request, reply) => {
    if (request.viewer) return reply.redirect('/', 303);
    const { language } = request;
    const view = {
      figures: await figures(),
      calls: await nextCalls(tools, language),
      pictures: (name: string) => pictureOf(name, language),
    };
    const metadata = {
      ...described(say(landing.description, language)),
      things: siteThings(tools, await nameOf(tools.siteName), language),
    };
    return pages.send(request, reply, { title: say(landing.pageTitle, language), body: <LandingPage {...view} />, metadata });
  });
  door.get('/welcome/card.png', cardRoute, async (request, reply) =>
    cards.send(request, reply, {
      eyebrow: say(landing.eyebrow, request.language),
      title: say(landing.title, request.language),
      lines: [say(landing.free, request.language)],
    }),
  );
  const file = { config: { access: access.public, internal: true, anonymous: true } } as const;
  door.get<{ Params: { file: string } }>('/welcome/pictures/:file', file, async (request, reply) => {
    if (!pictureFiles.has(request.params.file)) throw failure.notFound();
    return reply.header('x-content-type-options', 'nosniff').sendFile(request.params.file, PICTURES, { maxAge: '7d' });
  });
  door.get('/about', open, async (request, reply) => {
    const { countries, cities, talents } = await catalogue.snapshot();
    const shown = { countries: countries.length, cities: cities.filter((city) => city.isListed).length, talents: talents.length };
    const { language } = request;
    const metadata = described(say(about.lead, language, { site: await nameOf(tools.siteName) }));
    const shipped = { title: say(about.title, language), body: <AboutPage figures={shown} />, metadata };
    return sendLegalPage(tools, request, reply, 'about', shipped);
  });
}

const described = (description: string): Metadata => ({ description, card: { path: '/welcome/card.png' } });

/** Counted in the database, and kept a few minutes: a figure that is five minutes old is still true. */
function countedFor({ catalogue, castings, clock, productions }: WelcomeTools): () => Promise<WelcomeFigures> {
  let kept: { readonly until: number; readonly figures: Promise<WelcomeFigures> } | null = null;
  const one = { page: 1, size: 1, offset: 0 };
  const count = async (): Promise<WelcomeFigures> => {
    const [snapshot, members, cinema, companies, calls] = await Promise.all([
      catalogue.snapshot(),
      catalogue.counts(),
      catalogue.cinemaCounts(),
      productions.list({ isActive: true, isVerified: true }, one),
      castings.listOpen({}, one),
    ]);
    const sum = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((all, each) => all + each, 0);
    return {
      people: sum(members.byCountry) + sum(cinema),
      companies: companies.total,
      calls: calls.total,
      cities: snapshot.cities.filter(({ isListed }) => isListed).length,
    };
  };
  return () => {
    const now = clock.now().getTime();
    if (!kept || kept.until <= now) {
      const figures = count();
      kept = { until: now + KEPT_MS, figures };
      figures.catch(() => {
        kept = null;
      });
    }
    return kept.figures;
  };
}

async function nextCalls(
  { castings, catalogue }: WelcomeTools,
  language: Language,
): Promise<readonly { id: number; card: ReactElement }[]> {
  const [{ rows }, snapshot] = await Promise.all([castings.listOpen({}, { page: 1, size: TEASED, offset: 0 }), catalogue.snapshot()]);
  return rows.map((call) => ({ id: call.id, card: <CallCard call={call} place={placeOfCall(call, snapshot, language)} level={3} /> }));
}

/** The studio itself, and how it is searched. */
function siteThings({ publicUrl }: WelcomeTools, siteName: string, language: Language): readonly Thing[] {
  const target = { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/castings?q={search_term_string}` };
  return [
    {
      '@type': 'WebSite',
      '@id': `${publicUrl}/#site`,
      name: siteName,
      url: `${publicUrl}/welcome`,
      inLanguage: language,
      description: say(landing.description, language),
      potentialAction: { '@type': 'SearchAction', target, 'query-input': 'required name=search_term_string' },
    },
    {
      '@type': 'Organization',
      '@id': `${publicUrl}/#organization`,
      name: siteName,
      url: `${publicUrl}/welcome`,
      logo: `${publicUrl}/assets/icon-512.png`,
    },
  ];
}

/** Screens of the product, taken of the demonstration by test/showcase.ts: one for each language and width. */
const pictureFiles: ReadonlySet<string> = new Set(
  existsSync(PICTURES) ? readdirSync(PICTURES).filter((name) => name.endsWith('.webp')) : [],
);

function pictureOf(name: string, language: Language): ReactElement | null {
  const nameAt = (spoken: Language, width: number): string => `${name}-${spoken}-${width}.webp`;
  // A screen in French says more than none.
  const spoken = ([language, 'fr'] as const).find((each) => pictureFiles.has(nameAt(each, PICTURE_SIZE.width)));
  if (!spoken) return null;
  const at = (width: number): string => `/welcome/pictures/${nameAt(spoken, width)}`;
  return (
    <img
      src={at(PICTURE_SIZE.width)}
      srcSet={`${at(NARROW)} ${NARROW}w, ${at(PICTURE_SIZE.width)} ${PICTURE_SIZE.width}w`}
      sizes="(min-width: 64rem) 38rem, 92vw"
      alt={say(PICTURE_WORDS[name] ?? landing.pageTitle, language)}
      {...PICTURE_SIZE}
      loading="lazy"
      decoding="async"
    />
  );
}
const PICTURE_WORDS: Readonly<Record<string, (typeof landing)['pageTitle']>> = {
  profile: landing.pictureProfile,
  casting: landing.pictureCasting,
};
