import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '#config';
import { packageRoot } from '#kernel/package-root.ts';
import { VARIABLES } from '../src/variables.ts';

const keys = { SECRET_KEY: 'x'.repeat(40), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };

describe('configuration', () => {
  it('T-035 lists every variable in .env.example with its meaning, and no other', () => {
    const lines = readFileSync(join(packageRoot, '.env.example'), 'utf8').split('\n');
    const listed = lines.flatMap((line) => /^# ([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(listed).toEqual(Object.keys(VARIABLES));
    for (const [name, meaning] of Object.entries(VARIABLES)) expect(lines).toContain(`# ${name}=  # ${meaning}`);
  });

  it('reads nothing from the environment that is not listed', () => {
    const source = ['config', 'services'].map((name) => readFileSync(join(packageRoot, `src/${name}.ts`), 'utf8')).join('\n');
    const read = new Set([...source.matchAll(/(?:text|integer|oneOf|url|port)\('([A-Z_]+)'/g)].map(([, name]) => name));
    expect([...read].sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  it('names every wrong value at once, and never repeats a password', () => {
    const attempt = (): unknown =>
      loadConfig({ PORT: 'abc', DATABASE_URL: 'mysql://root:hunter2@db', SECRET_KEY: 'short', LOG_LEVEL: 'loud' });
    expect(attempt).toThrow(ConfigError);
    try {
      attempt();
    } catch (error) {
      const { message } = error as ConfigError;
      for (const name of ['PORT', 'DATABASE_URL', 'SECRET_KEY', 'LOG_LEVEL']) expect(message).toContain(name);
      expect(message).not.toContain('hunter2');
    }
  });

  it('refuses production without its secrets, and demo mode in production', () => {
    expect(() => loadConfig({ NODE_ENV: 'production' })).toThrow(/SECRET_KEY[\s\S]*DATABASE_URL[\s\S]*ENCRYPTION_KEY/);
    expect(() => loadConfig({ NODE_ENV: 'production', ATELIER_DEMO: '1', DATABASE_URL: 'postgres://a@b/c', ...keys })).toThrow(
      /ATELIER_DEMO/,
    );
  });

  it('is a demo on loopback when nothing is configured, and keeps the secrets it made', () => {
    const folder = mkdtempSync(join(tmpdir(), 'atelier-config-'));
    const first = loadConfig({ ATELIER_DATA: folder });
    expect(first).toMatchObject({ demo: true, host: '127.0.0.1', databaseUrl: null });
    expect(loadConfig({ ATELIER_DATA: folder }).secretKey).toBe(first.secretKey);
    expect(loadConfig({ ATELIER_DATA: folder }).encryptionKeys).toEqual(first.encryptionKeys);
    expect(loadConfig({ ...keys, ADMIN_EMAIL: 'a@b.example' })).toMatchObject({ demo: false, host: '0.0.0.0' });
  });

  it('T-045 T-046 T-047 honours the documented fallbacks for the public address, with or without a scheme', () => {
    const site = (env: Record<string, string>): string => loadConfig({ ...keys, ...env }).publicUrl.site;
    expect(site({ APP_DOMAIN: 'taalentio.com' })).toBe('https://taalentio.com');
    expect(site({ REPLIT_DEV_DOMAIN: 'https://your-replit-domain.repl.co' })).toBe('https://your-replit-domain.repl.co');
    expect(site({ REPLIT_DOMAINS: 'one.example,two.example' })).toBe('https://one.example');
    expect(site({ PORT: '5050' })).toBe('http://localhost:5050');
  });
});
