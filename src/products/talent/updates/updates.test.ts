import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Registered, registerPerson } from '#test/members.ts';
import { type Atelier, afterFile, startAtelier } from '#test/support.ts';
import { visit, wordsOf } from '#test/visitor.ts';

const PASSWORD = 'une phrase assez longue';
let folder: string;
let checkout: string;
let maker: string;
let atelier: Atelier;
let admin: Registered;

const git = (cwd: string, ...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Maker', '-c', 'user.email=maker@example.test', '-c', 'init.defaultBranch=main', ...words], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** A program of three files whose installation leaves a mark, or fails. */
function release(version: string, migrations: readonly string[], script: string): void {
  mkdirSync(join(maker, 'migrations'), { recursive: true });
  for (const name of migrations) writeFileSync(join(maker, 'migrations', name), 'select 1;\n');
  writeFileSync(join(maker, 'package.json'), JSON.stringify({ name: 'program', version, scripts: { 'db:migrate': script } }));
  const before = existsSync(join(maker, 'CHANGELOG.md'))
    ? readFileSync(join(maker, 'CHANGELOG.md'), 'utf8').replace('# Changelog\n', '')
    : '';
  writeFileSync(join(maker, 'CHANGELOG.md'), `# Changelog\n\n## ${version}\n- Nouveau dans ${version}\n${before}`);
  git(maker, 'add', '-A');
  git(maker, 'commit', '-qm', version);
  git(maker, 'tag', `v${version}`);
  git(maker, 'push', '-q', '--tags', 'origin', 'HEAD:main');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-updates-'));
  afterFile(async () => rmSync(folder, { recursive: true, force: true }));
  [maker, checkout] = [join(folder, 'maker'), join(folder, 'checkout')];
  git(folder, 'init', '-q', '--bare', 'remote');
  git(folder, 'clone', '-q', 'remote', 'maker');
  release('1.9.0', ['0001-one.sql'], 'node -e 0');
  git(folder, 'clone', '-q', '--branch', 'v1.9.0', 'remote', 'checkout');
  atelier = await startAtelier({ environment: { ATELIER_CHECKOUT: checkout, ATELIER_ALLOW_UPDATE: '1' } });
  admin = await registerPerson(atelier, { first_name: 'Adama' }, 'admin');
}, 120_000);

const main = (body: string): string => wordsOf(body.slice(body.indexOf('<main'), body.indexOf('</main>')));
const check = async (): Promise<string> => {
  await admin.visitor.open('/admin/update');
  return main((await admin.visitor.send('/admin/update', { act: 'check' })).body);
};
const history = () =>
  JSON.parse(readFileSync(join(atelier.config.dataFolder, 'logs/update_history.json'), 'utf8')) as Record<string, unknown>[];

describe('updates', () => {
  it('T-822 T-470 show the version that runs, to administrators, and ask git for newer tags', async () => {
    const other = await registerPerson(atelier);
    expect((await other.visitor.open('/admin/update')).statusCode).toBe(403);
    expect((await visit(atelier.doors.site).open('/admin/update')).headers['location']).toContain('/auth/login');
    expect(main((await admin.visitor.open('/admin/update')).body)).toContain('1.9.0');
    expect(await check()).toContain('Rien de plus récent');
    release('1.10.0', ['0002-two.sql'], `node -e "require('fs').writeFileSync('mark', 'ten')"`);
    const page = await check();
    for (const words of ['v1.10.0', '0002-two.sql', 'Nouveau dans 1.10.0']) expect(page).toContain(words);
    expect(page).not.toContain('Nouveau dans 1.9.0');
  });

  it('T-823 T-471 T-472 T-064 T-065 T-547 are applied after a backup, and written into logs/update_history.json', async () => {
    await check();
    const refused = await admin.visitor.send('/admin/update', { act: 'apply', password: 'court' });
    expect([refused.statusCode, main(refused.body)]).toEqual([400, expect.stringContaining('Au moins 12 caractères')]);
    expect(existsSync(join(checkout, 'mark'))).toBe(false);
    const heard = new Promise<void>((resolve) => void atelier.onUpdated(resolve));
    await admin.visitor.send('/admin/update', { act: 'apply', password: PASSWORD });
    expect(main((await admin.visitor.next()).body)).toContain('Version v1.10.0 installée');
    await heard;
    expect(readFileSync(join(checkout, 'mark'), 'utf8')).toBe('ten');
    const [backup] = await atelier.backups.list();
    expect(history()[0]).toMatchObject({ from: '1.9.0', to: 'v1.10.0', status: 'success', by: admin.email, backup: backup?.name });
    expect(main((await admin.visitor.open('/admin/update')).body)).toContain('1.9.0 → v1.10.0');
  });

  it('T-471 that fail leave the version before, and say where they stopped', async () => {
    release('1.11.0', [], `node -e "console.error('no room on the disk'); process.exit(1)"`);
    await check();
    await admin.visitor.send('/admin/update', { act: 'apply', password: PASSWORD });
    expect(main((await admin.visitor.next()).body)).toContain('no room on the disk');
    expect(JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'))).toMatchObject({ version: '1.10.0' });
    expect(history().map(({ status, failed_step }) => [status, failed_step])).toEqual([
      ['failed', 'install'],
      ['success', null],
      ['failed', 'backup'],
    ]);
    writeFileSync(join(checkout, 'CHANGELOG.md'), 'changed by hand');
    expect((await admin.visitor.send('/admin/update', { act: 'apply', password: PASSWORD })).statusCode).toBe(409);
  });

  it('T-823 need a permission of whoever runs the machine', async () => {
    const careful = await startAtelier({ environment: { ATELIER_CHECKOUT: checkout } });
    const adama = await registerPerson(careful, { first_name: 'Adama' }, 'admin');
    await adama.visitor.open('/admin/update');
    expect(main((await adama.visitor.send('/admin/update', { act: 'check' })).body)).toContain('ATELIER_ALLOW_UPDATE=1');
    expect((await adama.visitor.send('/admin/update', { act: 'apply', password: PASSWORD })).statusCode).toBe(403);
  });
});
