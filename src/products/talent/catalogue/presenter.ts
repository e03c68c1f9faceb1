/** Talents as the wire shows them. */
import type { PeopleCounts, Talent } from './catalogue.ts';
import type { WireTalent } from './contract.ts';

/** Both names of the counter go out in both dialects (DECISIONS, "Counters"). */
export function presentTalent({ id, name, emoji, category, tag, isActive }: Talent, { byTalent }: PeopleCounts): WireTalent {
  const people = byTalent.get(id) ?? 0;
  return { id, name, emoji, category, tag, is_active: isActive, user_count: people, users_count: people };
}

/** How many talents each category has. */
export const presentCategories = (talents: readonly Talent[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(talents, (talent) => talent.category)].map(([category, list]) => [category, list.length]));
