/**
 * Production companies: who they are, which of them are verified, what they shoot.
 *
 * Hides the table, the logo files, how lists are typed into a form, and the rules of the seal. Words: a *production* is a company,
 * a *project* what it shoots; the *seal* says that an administrator checked who is behind a company, and its public *check page*
 * (`/verify/<token>`) says so to whoever was contacted in its name.
 */
import type { Db } from '#kernel/db/db.ts';
import { failure } from '#kernel/failure.ts';
import type { Door } from '#kernel/http/door.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { PART_SIZE, type PublicPlaces } from '#kernel/page/crawlers.ts';
import { registerActPages } from './act-routes.tsx';
import type { Asker, TakeLogo } from './changes.ts';
import * as changes from './changes.ts';
import { registerCheckPage } from './check-page.tsx';
import type { ProductionInput } from './fields.ts';
import { type ProductionFilters, readFilters } from './filters.ts';
import { m } from './messages.ts';
import { registerProductionPages } from './page-routes.tsx';
import type { ListedProduction, Production } from './production.ts';
import { pathOfProduction } from './public-page.tsx';
import { registerProductionApi } from './routes.ts';
import {
  findProduction,
  findProductionByToken,
  listChoices,
  listProductions,
  type ProductionSort,
  sealedInPart,
  sealedParts,
} from './store.ts';
import type { ProductionRouteTools, ProductionTools } from './tools.ts';

export { bringProduction } from './bringing.ts';
export type { ProductionFilters } from './filters.ts';
export { isSealed, type ListedProduction, type Production } from './production.ts';
export { type OpenCall, organizationThing, pathOfProduction, registerPublicProductions } from './public-page.tsx';
export { Logo, VerifiedSeal } from './seal.tsx';
export type { ProductionTools } from './tools.ts';

/** A production to choose in a form. */
export interface ProductionChoice {
  readonly id: number;
  readonly name: string;
}

export interface Productions {
  find(db: Db, id: number): Promise<Production | null>;
  /** 404 when there is none. */
  require(db: Db, id: number): Promise<Production>;
  /** Active ones first, then by name. */
  list(filters: ProductionFilters, page: PageAsked, sort?: ProductionSort): Promise<PageOf<ListedProduction>>;
  readFilters(query: Readonly<Record<string, unknown>>): Promise<ProductionFilters>;
  /** The active ones by name, for forms. `keep` is listed even if it is not active: what a project already has. */
  choices(db: Db, keep?: number | null): Promise<readonly ProductionChoice[]>;
  /** Whose seal a token is, withdrawn ones included. */
  ofToken(db: Db, token: string): Promise<Production | null>;

  /** The asker is null for demonstrations: nobody's rights are asked for, nothing is logged. */
  create(asker: Asker, input: ProductionInput, takeLogo?: TakeLogo): Promise<Production>;
  /** Changes the given fields; without a logo the old one stays. */
  update(asker: Asker, id: number, input: ProductionInput, takeLogo?: TakeLogo): Promise<Production>;
  /** Refused while the production has projects. */
  remove(asker: Asker, id: number): Promise<void>;
  /** Gives the seal; refused without an official contact, for the check page could tell people nothing. */
  verify(asker: Asker, id: number): Promise<Production>;
  withdraw(asker: Asker, id: number): Promise<Production>;

  /** The public pages of companies with a seal, for `/sitemap.xml`. */
  readonly places: PublicPlaces;
}

const noLogo: TakeLogo = async () => null;

export function createProductions(tools: ProductionTools): Productions {
  const { db, catalogue } = tools;
  return {
    find: findProduction,
    async require(from, id) {
      const production = await findProduction(from, id);
      if (!production) throw failure.notFound(m.notFound);
      return production;
    },
    list: (filters, page, sort) => listProductions(db, filters, page, sort),
    readFilters: async (query) => readFilters(query, await catalogue.snapshot()),
    choices: (from, keep = null) => listChoices(from, keep),
    ofToken: findProductionByToken,
    create: (asker, input, takeLogo = noLogo) => changes.createProduction(tools, asker, input, takeLogo),
    update: (asker, id, input, takeLogo = noLogo) => changes.updateProduction(tools, asker, id, input, takeLogo),
    remove: (asker, id) => changes.removeProduction(tools, asker, id),
    verify: (asker, id) => changes.giveSeal(tools, asker, id),
    withdraw: (asker, id) => changes.withdrawSeal(tools, asker, id),
    places: {
      name: 'productions',
      parts: () => sealedParts(db, PART_SIZE),
      list: async (part) =>
        (await sealedInPart(db, part, PART_SIZE)).map((row) => ({ path: pathOfProduction(row), changed: row.updatedAt })),
    },
  };
}

export function registerProductions(door: Door, tools: ProductionRouteTools & { readonly productions: Productions }): void {
  registerProductionApi(door, tools);
  registerProductionPages(door, tools);
  registerActPages(door, tools);
  registerCheckPage(door, tools);
}
