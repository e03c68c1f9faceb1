import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#kernel/package-root.ts';

/** A tiny house with one sin in it: `from` imports `to`. */
const SINS = [
  { rule: 'kernel-knows-no-trade', from: 'src/kernel/clock.ts', to: 'src/products/talent/members/members.ts' },
  { rule: 'kernel-knows-no-trade', from: 'src/kernel/clock.ts', to: 'src/capabilities/identity/identity.ts' },
  { rule: 'capabilities-know-no-product', from: 'src/capabilities/identity/identity.ts', to: 'src/products/talent/members/members.ts' },
  { rule: 'capability-by-its-front-door', from: 'src/products/talent/members/members.ts', to: 'src/capabilities/identity/store.ts' },
  { rule: 'capability-by-its-front-door', from: 'src/capabilities/printing/printing.ts', to: 'src/capabilities/identity/store.ts' },
  { rule: 'products-do-not-meet', from: 'src/products/talent/members/members.ts', to: 'src/products/images/door.ts' },
  { rule: 'neighbours-by-front-door-or-contract', from: 'src/products/talent/auth/routes.ts', to: 'src/products/talent/members/store.ts' },
  { rule: 'app-enters-by-doors', from: 'src/app.ts', to: 'src/products/talent/members/members.ts' },
  { rule: 'app-enters-by-doors', from: 'src/doors.ts', to: 'src/products/talent/members/members.ts' },
  { rule: 'capability-by-its-front-door', from: 'src/tools.ts', to: 'src/capabilities/identity/store.ts' },
  { rule: 'islands-are-browser-code', from: 'src/islands/uploads/uploads.ts', to: 'src/kernel/vault.ts' },
  { rule: 'server-imports-no-island', from: 'src/kernel/page/page.tsx', to: 'src/islands/uploads/uploads.ts' },
  { rule: 'product-imports-no-test', from: 'src/kernel/clock.ts', to: 'test/support.ts' },
] as const;

const ALLOWED = [
  { from: 'src/products/talent/auth/routes.ts', to: 'src/products/talent/members/members.ts' },
  { from: 'src/products/talent/auth/routes.ts', to: 'src/products/talent/members/contract.ts' },
  { from: 'src/products/talent/auth/routes.ts', to: 'src/products/talent/auth/store.ts' },
  { from: 'src/products/talent/auth/routes.ts', to: 'src/products/talent/dialect.ts' },
  { from: 'src/products/talent/auth/routes.ts', to: 'src/capabilities/identity/identity.ts' },
  { from: 'src/products/talent/auth/routes.ts', to: 'src/kernel/http/door.ts' },
  { from: 'src/app.ts', to: 'src/products/talent/door.ts' },
] as const;

const houses: string[] = [];
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true, force: true });
});

describe('the walls', () => {
  it.each(SINS)('$rule catches $from → $to', async ({ rule, from, to }) => {
    expect(await cruise(from, to)).toContain(rule);
  });

  it('lets through what the table of rooms allows', async () => {
    for (const { from, to } of ALLOWED)
      expect(await cruise(from, to), `${from} → ${to}`).toMatch(/no dependency violations found \(2 modules/);
  });

  it('catches a ring', async () => {
    const house = build({
      'src/kernel/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
      'src/kernel/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    });
    expect(await depcruise(house)).toContain('no-cycles');
  });
});

function cruise(from: string, to: string): Promise<string> {
  const up = '../'.repeat(from.split('/').length - 1);
  return depcruise(
    build({ [from]: `import { thing } from '${up}${to}';\nexport const sin = thing;\n`, [to]: 'export const thing = 1;\n' }),
  );
}

function build(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(tmpdir(), 'atelier-walls-'));
  houses.push(house);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) copyFileSync(join(packageRoot, name), join(house, name));
  symlinkSync(join(packageRoot, 'node_modules'), join(house, 'node_modules'));
  return house;
}

/** Everything it printed, whether it was pleased or not. */
const depcruise = (house: string): Promise<string> =>
  new Promise((resolve) => {
    const program = join(packageRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
    execFile(process.execPath, [program, 'src', '--config', '.dependency-cruiser.cjs'], { cwd: house }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    );
  });
