/**
 * What an attack is: a number of cases tried, and what was found. Every attack is a test: in the suite in its short form, by `npm run
 * attack` as deep as asked for, with one line a piece in its table.
 */
import { appendFileSync } from 'node:fs';
import { expect, it } from 'vitest';

export interface Attempt {
  /** The same seed tries the same. */
  readonly seed: number;
  /** 1 in the short form; how many times as much in the long one. */
  readonly depth: number;
  /** Counts what was tried. */
  tried(cases?: number): void;
  /** Something that must not be: one line that says how to see it again. */
  found(finding: string): void;
  /** Counts one case, and finds `finding` unless it is as it must be. */
  demand(isSo: boolean, finding: string | (() => string)): void;
}

const SEED = Number(process.env['ATTACK_SEED'] ?? 20_261_122);
const DEPTH = Number(process.env['ATTACK_DEPTH'] ?? 1);
const REPORT = process.env['ATTACK_REPORT'];
/** More than these of one attack say nothing new. */
const MOST_TOLD = 40;

/** A test named after the attack; it fails with what was found, or when nothing was tried. */
export function attack(name: string, run: (attempt: Attempt) => Promise<void>): void {
  it(name, { timeout: 300_000 * DEPTH }, async () => {
    let cases = 0;
    const findings: string[] = [];
    const found = (finding: string): void => {
      if (findings.length < MOST_TOLD) findings.push(finding);
    };
    const attempt: Attempt = {
      seed: SEED,
      depth: DEPTH,
      tried(more = 1) {
        cases += more;
      },
      found,
      demand(isSo, finding) {
        cases += 1;
        if (!isSo) found(typeof finding === 'string' ? finding : finding());
      },
    };
    const start = performance.now();
    try {
      await run(attempt);
    } catch (error) {
      found(`the attack itself broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    if (cases === 0) found('nothing was tried');
    const seconds = (performance.now() - start) / 1000;
    if (REPORT) appendFileSync(REPORT, `${JSON.stringify({ name, cases, seconds, findings })}\n`);
    expect(findings).toEqual([]);
  });
}
