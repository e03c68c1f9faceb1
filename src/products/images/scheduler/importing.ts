/** A table of posts: judged line by line, then planned all together or not at all. */
import { type FieldError, failure } from '#kernel/failure.ts';
import { faultsOfLine, readTable } from './csv.ts';
import { type Draft, judge } from './judging.ts';
import type { Faults } from './plan.ts';
import { type PlanningTools, planAll } from './planning.ts';

export async function importTable(tools: PlanningTools, accountId: number, text: string): Promise<number> {
  const lines = readTable(text);
  const all: Record<string, FieldError> = {};
  const drafts: Draft[] = [];
  for (const { line, body } of lines) {
    const faults: Faults = {};
    const draft = await judge(tools, accountId, body, tools.clock.now(), faults);
    if (draft) drafts.push(draft);
    Object.assign(all, faultsOfLine(line, faults));
  }
  if (Object.keys(all).length > 0) throw failure.invalid(all);
  return (await planAll(tools, accountId, drafts)).length;
}
