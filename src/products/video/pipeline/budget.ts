/** What may still be spent: asked before each promise, from what was paid and what is under way. */
import type { Asset, AssetOrder, Assets } from '../assets/assets.ts';
import type { Project } from '../projects/projects.ts';
import type { RunOptions } from './options.ts';
import type { Round } from './round.ts';

export interface Purse {
  /** Takes what this order may cost at most; false when that is more than is left. */
  takes(order: AssetOrder): Promise<boolean>;
}

/** The lower of the project's bound and the start's; null for none. */
export function boundOf({ config }: Pick<Project, 'config'>, { budgetUsd }: Pick<RunOptions, 'budgetUsd'>): number | null {
  const bounds = [config.budgetUsd, budgetUsd].filter((bound) => bound !== null);
  return bounds.length === 0 ? null : Math.min(...bounds);
}

export async function openPurse(assets: Assets, { project, run, assets: known }: Round): Promise<Purse> {
  const bound = boundOf(project, run.options);
  if (bound === null) return { takes: async () => true };
  let spent = await spentOn(assets, project, known);
  return {
    async takes(order) {
      const { mostUsd } = await assets.offerFor(order);
      // What nobody knows the price of is taken as long as the bound is not reached.
      const fits = mostUsd === 0 || (mostUsd === null ? spent < bound : spent + mostUsd <= bound + DUST);
      if (fits) spent += mostUsd ?? 0;
      return fits;
    },
  };
}

/** Sums of hundredths are never quite whole. */
const DUST = 1e-9;

/** Paid, and what is under way at its highest price. Of the run's own items as its transaction sees them. */
async function spentOn(assets: Assets, project: Project, known: ReadonlyMap<string, Asset>): Promise<number> {
  const all = new Map([...(await allOf(assets, project)).map((asset) => [asset.id, asset] as const), ...known]);
  let spent = 0;
  for (const asset of all.values()) spent += asset.projectId === project.id ? await costOf(assets, asset) : 0;
  return spent;
}

async function costOf(assets: Assets, { status, costUsd, order }: Asset): Promise<number> {
  if (costUsd !== null) return costUsd;
  if ((status !== 'pending' && status !== 'processing') || !order) return 0;
  return (await assets.offerFor(order)).mostUsd ?? 0;
}

const PAGE = 500;

/** Every asset of a project. */
export async function allOf(assets: Assets, { accountId, id }: Pick<Project, 'accountId' | 'id'>): Promise<readonly Asset[]> {
  const found: Asset[] = [];
  for (let page = 1; ; page += 1) {
    const { rows } = await assets.list(accountId, { projectId: id }, { page, size: PAGE, offset: (page - 1) * PAGE });
    found.push(...rows);
    if (rows.length < PAGE) return found;
  }
}
