/**
 * The CINEMA half of the talent door: from the open call to the wrap. Which slices it is made of and what each is given.
 */
import type { Door } from '#kernel/http/door.ts';
import type { PublicPlaces } from '#kernel/page/crawlers.ts';
import { createBadges, registerBadges } from './badges/badges.ts';
import { registerCasting } from './casting/casting.ts';
import { type Castings, createCastings, openCallsOf, registerCastings } from './castings/castings.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { createCinema } from './cinema/cinema.ts';
import { registerCinemaRoutes } from './cinema/routes.ts';
import { registerCinemaRegistration } from './cinema-registration/cinema-registration.ts';
import { createCinemaSearch } from './cinema-search/cinema-search.ts';
import { type CinemaDemo, createCinemaDemo } from './demo/demo.ts';
import type { TalentTools } from './door.ts';
import { registerExports } from './exports/exports.ts';
import { type FlaskImportOrder, type ImportReport, importFlask } from './flask-import/flask-import.ts';
import { registerMatching } from './matching/matching.ts';
import type { Members } from './members/members.ts';
import { registerNames } from './names/names.ts';
import type { PeopleNews } from './people-news.ts';
import { createPresence, registerPresence } from './presence/presence.ts';
import { registerScanPage } from './presence/scan-page.tsx';
import { type Privacy, registerPrivacy } from './privacy/privacy.ts';
import { createProductions, type Productions, registerProductions, registerPublicProductions } from './productions/productions.ts';
import { createProjects, type ProjectPanel, registerProjects } from './projects/projects.ts';
import { type PromoPorts, registerPromo, talentDirectory, talentMedia } from './promo/promo.ts';
import { createRankingIndex } from './ranking/ranking.ts';
import { createSocialCards, type SocialCards } from './social-cards.ts';
import { registerStats } from './stats/stats.ts';

export interface CinemaModule {
  readonly demo: CinemaDemo;
  /** The promotion of projects, once the products that make films and posts are there. */
  openPromo(ports: PromoPorts): void;
  /** Deletes registrations that were never finished; answers how many. */
  sweepDrafts(): Promise<number>;
  /** Forgets changes that every process has followed; answers how many. */
  sweepSearch(): Promise<number>;
  /** Reads the people into memory ahead of the first search, where there are many. */
  warm(): Promise<boolean>;
  /** Brings everything of an installation of the former application. */
  importFlask(order: FlaskImportOrder): Promise<ImportReport>;
  readonly privacy: Privacy;
  readonly castings: Castings;
  readonly productions: Productions;
  readonly cards: SocialCards;
  /** What everybody may read, for `/sitemap.xml`. */
  readonly publicPlaces: readonly PublicPlaces[];
  close(): Promise<void>;
}

type CinemaDoorTools = TalentTools & { readonly catalogue: Catalogue; readonly members: Members; readonly news: PeopleNews };

export function openCinema(door: Door, given: CinemaDoorTools): CinemaModule {
  const { config } = given;
  const tools = { ...given, publicUrl: config.publicUrl.site };
  const search = createCinemaSearch(tools);
  const cinema = createCinema({ ...tools, search });
  const productions = createProductions(tools);
  const badges = createBadges(tools);
  const projects = createProjects({ ...tools, badges, cinema });
  const presence = createPresence({ ...tools, badges, projects });
  const cards = createSocialCards(tools);
  const castings = createCastings({ ...tools, cinema });
  const panels: ProjectPanel[] = [];
  const rooms = { ...tools, search, cinema, productions, badges, projects, presence, cards, castings };

  registerCinemaRoutes(door, rooms);
  const registration = registerCinemaRegistration(door, rooms);
  registerCasting(door, rooms);
  registerCastings(door, { ...rooms, registration });
  registerProductions(door, rooms);
  registerPublicProductions(door, { ...rooms, openCalls: (request, id) => openCallsOf(rooms, request, id) });
  registerProjects(door, { ...rooms, panels });
  registerBadges(door, rooms);
  registerPresence(door, rooms);
  registerScanPage(door, rooms);
  registerStats(door, rooms);
  registerExports(door, { ...rooms, rateLimitScale: config.rateLimitScale });
  registerNames(door, rooms);
  const privacy = registerPrivacy(door, rooms);
  const ranking = createRankingIndex(tools);
  registerMatching(door, { ...rooms, ranking, rateLimitScale: config.rateLimitScale });
  tools.library.serves(talentMedia);
  tools.library.knows(talentDirectory(rooms));
  return {
    openPromo: (ports) => registerPromo(door, { ...rooms, ...ports }, panels),
    demo: createCinemaDemo(rooms),
    importFlask: (order) => importFlask(rooms, order),
    sweepDrafts: registration.sweep,
    sweepSearch: search.sweep,
    warm: search.warm,
    ...{ castings, productions, cards, privacy },
    publicPlaces: [castings.places, productions.places, cinema.places],
    close: async () => {
      await search.close();
      await ranking.close();
    },
  };
}
