/** The manual through the door of the whole studio, and its files against what they speak of. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Check } from 'typebox/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { routesOf } from '#kernel/http/door.ts';
import { openApiOf } from '#kernel/http/openapi.ts';
import { sayDocument, sentencesOf } from '#kernel/http/openapi-words.ts';
import { packageRoot } from '#kernel/package-root.ts';
import { TOPIC_GROUPS } from '../src/capabilities/manual/help-messages.ts';
import { GUIDES, TOPICS } from '../src/capabilities/manual/library.ts';
import { type ApiDocument, groupsOf, schemaOf } from '../src/capabilities/manual/reference/document.ts';
import { recordingsOf } from '../src/capabilities/manual/reference/examples.ts';
import { VARIABLES } from '../src/variables.ts';
import { HELP_SHOTS } from './help-shots.ts';
import { type Atelier, afterFile, startAtelier } from './support.ts';

const DOCS = join(packageRoot, 'docs');
const read = (...path: readonly string[]): string => readFileSync(join(DOCS, ...path), 'utf8');
const APIS = ['talent', 'images', 'video'] as const;

let atelier: Atelier;
beforeAll(async () => {
  // Demo mode lets webhooks reach this machine.
  atelier = await startAtelier({ environment: { ATELIER_DEMO: '1' } });
}, 600_000);

const doorOf = (api: (typeof APIS)[number]) => atelier.doors[api === 'talent' ? 'site' : api];
const documentOf = (api: (typeof APIS)[number]): ApiDocument => openApiOf(doorOf(api)) as unknown as ApiDocument;
const open = (url: string, language = 'fr') =>
  atelier.doors.site.inject({ url, headers: { cookie: `lang=${language}`, accept: 'text/html' } });

describe('the references', () => {
  it('say every sentence of the three documents in French too, and nothing that nobody says', () => {
    const words = JSON.parse(read('api', 'words.fr.json')) as Record<string, string>;
    const said = new Set(APIS.flatMap((api) => [...sentencesOf(openApiOf(doorOf(api)))]));
    expect([...said].filter((sentence) => !words[sentence]?.trim())).toEqual([]);
    expect(Object.keys(words).filter((sentence) => !said.has(sentence))).toEqual([]);
  });

  it('give every operation a summary in both languages', () => {
    for (const api of APIS) {
      for (const document of [documentOf(api), sayDocument(documentOf(api), 'fr')]) {
        for (const { operation } of groupsOf(document).flatMap(({ entries }) => entries))
          expect(operation.summary, operation.operationId).toMatch(/\p{L}{3}/u);
      }
    }
  });

  it('serve the document in the language that is asked for, and in English else', async () => {
    const summaryOf = async (url: string): Promise<string> =>
      (await atelier.doors.site.inject({ url })).json<{ paths: Record<string, { get: { summary: string } }> }>().paths['/api/v1/users']?.get
        .summary ?? '';
    expect(await summaryOf('/docs/talent.json?lang=fr')).toBe('Personnes, les plus récentes d’abord');
    expect(await summaryOf('/openapi.json?lang=fr')).toBe('Personnes, les plus récentes d’abord');
    expect(await summaryOf('/openapi.json')).toBe('People, newest first');
    expect((await atelier.doors.video.inject({ url: '/openapi.json?lang=fr' })).body).toContain('Un nouveau projet');
  });

  it('have a recorded call for every operation, whose answer still fits its contract', () => {
    const problems: string[] = [];
    for (const api of APIS) {
      const { calls } = recordingsOf(api);
      for (const { operation } of groupsOf(documentOf(api)).flatMap(({ entries }) => entries)) {
        const call = calls[operation.operationId];
        if (!call) problems.push(`${operation.operationId} was never called: npm run docs:record`);
        for (const [status, answer] of Object.entries(call?.answers ?? {})) {
          const schema = schemaOf(operation.responses?.[status]);
          if (schema && answer.body !== undefined && !Check(schema, answer.body))
            problems.push(`${operation.operationId} ${status} has another shape now`);
        }
      }
      const known = new Set(groupsOf(documentOf(api)).flatMap(({ entries }) => entries.map(({ operation }) => operation.operationId)));
      problems.push(
        ...Object.keys(calls)
          .filter((id) => !known.has(id))
          .map((id) => `${id} is gone`),
      );
    }
    expect(problems).toEqual([]);
  });

  it('can be tried on the site: its door has every address of the three', () => {
    const routes = new Set(routesOf(atelier.doors.site).map(({ method, url }) => `${method} ${url.replace(/\/$/, '')}`));
    const missing = APIS.flatMap((api) =>
      groupsOf(documentOf(api)).flatMap(({ entries }) =>
        entries.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
      ),
    ).filter((route) => !routes.has(route));
    expect(missing).toEqual([]);
  });

  it('show each operation with its calls, its answers and a form, without a script', async () => {
    const index = await open('/docs/talent');
    expect(index.body).toContain('href="/docs/talent/users#get_api_v1_users"');
    const page = (await open('/docs/talent/users', 'en')).body;
    const said = page + page.replaceAll(/<[^>]+>/g, '');
    for (const words of [
      'id="get_api_v1_users"',
      'Casting and administration',
      'curl',
      'requests.get(',
      'await fetch(',
      'How this API says errors',
      'In version 2',
    ])
      expect(said.includes(words), words).toBe(true);
    expect((await open('/docs/talent/nothing')).statusCode).toBe(404);
    expect((await open('/docs/nothing')).statusCode).toBe(404);
    for (const url of ['/docs', '/docs/images/images', '/docs/video/projects']) expect((await open(url, 'ar')).statusCode, url).toBe(200);
  });
});

describe('the texts', () => {
  const files = (shelf: 'guides' | 'help', language: string): readonly string[] =>
    readdirSync(join(DOCS, shelf, language))
      .map((name) => name.replace(/\.md$/, ''))
      .sort();

  it('are there in French and in English, and all of them are offered', () => {
    for (const language of ['fr', 'en']) {
      expect(files('guides', language)).toEqual([...GUIDES].sort());
      expect(files('help', language)).toEqual([...TOPICS].sort());
    }
    expect(TOPIC_GROUPS.flatMap(({ slugs }) => slugs).sort()).toEqual([...TOPICS].sort());
  });

  it.each(GUIDES)('guide %s opens in the three languages', async (guide) => {
    for (const language of ['fr', 'en', 'ar']) expect((await open(`/docs/guides/${guide}`, language)).statusCode).toBe(200);
  });

  it.each(TOPICS)('help %s opens in the three languages', async (topic) => {
    for (const language of ['fr', 'en', 'ar']) expect((await open(`/help/${topic}`, language)).statusCode).toBe(200);
  });

  it('say the same code in both languages, but for words inside it', () => {
    const shapes = (language: string, guide: string): readonly string[] =>
      [...read('guides', language, `${guide}.md`).matchAll(/^```(\w*)$/gm)].map(([, name]) => name ?? '');
    for (const guide of GUIDES) expect(shapes('fr', guide), guide).toEqual(shapes('en', guide));
  });

  it('link to places that exist', async () => {
    const routes = routesOf(atelier.doors.site).filter(({ method }) => method === 'GET');
    const patterns = routes.map(({ url }) => new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`));
    const lost: string[] = [];
    for (const [shelf, names] of [
      ['guides', GUIDES],
      ['help', TOPICS],
    ] as const) {
      for (const language of ['fr', 'en']) {
        for (const name of names) {
          for (const [, link = ''] of read(shelf, language, `${name}.md`).matchAll(/\]\((\/[^)#?]*)[^)]*\)/g)) {
            if (!patterns.some((pattern) => pattern.test(link))) lost.push(`${language}/${name}: ${link}`);
            else if (/^\/(docs|help)/.test(link) && (await open(link)).statusCode >= 400) lost.push(`${language}/${name}: ${link}`);
          }
        }
      }
    }
    expect(lost).toEqual([]);
  });

  it('T-035 name every variable of the configuration, in both languages', () => {
    const listed = (language: string) =>
      [...read('guides', language, 'operate.md').matchAll(/^\| `([A-Z][A-Z_]+)` \| (.+) \|$/gm)].map(
        ([, name, meaning]) => [name, meaning?.replaceAll('\\|', '|')] as const,
      );
    expect(listed('en')).toEqual(Object.entries(VARIABLES));
    expect(listed('fr').map(([name]) => name)).toEqual(Object.keys(VARIABLES));
    for (const [name, meaning] of listed('fr')) expect(meaning, name).not.toBe(VARIABLES[name ?? '']);
  });
});

describe('the pictures of the help', () => {
  const named = (language: string) =>
    TOPICS.flatMap((topic) =>
      [...read('help', language, `${topic}.md`).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', name = '']) => ({
        topic,
        alt,
        name,
      })),
    );
  const sizes = JSON.parse(read('help', 'pictures', 'sizes.json')) as Record<string, readonly [number, number]>;

  it.each(['fr', 'en'])('are there, small, with words for who cannot see them: %s', (language) => {
    for (const { topic, alt, name } of named(language)) {
      expect(alt.length, `${topic}: ${name}`).toBeGreaterThan(12);
      const file = join(DOCS, 'help/pictures', language, `${name}.webp`);
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file).length, file).toBeLessThan(90_000);
      expect(sizes[`${language}/${name}`], name).toBeDefined();
    }
  });

  it('are all taken from somewhere, and all used', () => {
    const used = new Set(named('fr').map(({ name }) => name));
    expect([...used].sort()).toEqual(HELP_SHOTS.map(({ name }) => name).sort());
    expect(new Set(named('en').map(({ name }) => name))).toEqual(used);
  });

  it('travel as files that browsers keep for a day, and nothing else does', async () => {
    const picture = await atelier.doors.site.inject({ url: `/help/pictures/fr/${HELP_SHOTS[0]?.name}.webp` });
    expect(picture.statusCode).toBe(200);
    expect(picture.headers['content-type']).toBe('image/webp');
    for (const url of ['/help/pictures/fr/..%2Fsizes.json', '/help/pictures/xx/a.webp', '/help/pictures/fr/none.webp'])
      expect((await atelier.doors.site.inject({ url })).statusCode, url).toBe(404);
  });
});

describe('the signature checks of the guide', () => {
  interface Heard {
    readonly body: string;
    readonly headers: IncomingHttpHeaders;
  }
  const blockOf = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(read('guides/en/webhooks.md'))?.[1] ?? '';
  let folder: string;
  let heard: Heard;
  let secret: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'atelier-guide-'));
    afterFile(async () => rmSync(folder, { recursive: true, force: true }));
    ({ heard, secret } = await hear());
  });

  /** A delivery that the studio really signed and sent. */
  async function hear(): Promise<{ heard: Heard; secret: string }> {
    const arrived: Heard[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        arrived.push({ body, headers: request.headers });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const person = await atelier.as('user');
    const payload = { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, events: ['project.completed'] };
    const endpoint = (await person.inject({ method: 'POST', url: '/api/v1/webhooks', payload })).json<{ id: string; secret: string }>();
    const sent = await person.inject({ method: 'POST', url: `/api/v1/webhooks/${endpoint.id}/test` });
    server.close();
    const [first] = arrived;
    if (!first) throw new Error(`nothing arrived: ${sent.body}`);
    return { heard: first, secret: endpoint.secret };
  }

  const cases = (): readonly (readonly [what: string, heard: Heard, secret: string, verdict: boolean])[] => [
    ['as it came', heard, secret, true],
    ['with another body', { ...heard, body: heard.body.replace('"event"', '"evint"') }, secret, false],
    ['with another secret', heard, `whsec_${Buffer.from('somebody else').toString('base64')}`, false],
    [
      'ten minutes old',
      { ...heard, headers: { ...heard.headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 600) } },
      secret,
      false,
    ],
  ];

  it('hold in TypeScript', async () => {
    const file = join(folder, 'check.ts');
    writeFileSync(file, blockOf('ts'));
    const { isFromAtelier } = (await import(/* @vite-ignore */ file)) as {
      isFromAtelier(body: string, headers: IncomingHttpHeaders, secret: string): boolean;
    };
    for (const [what, { body, headers }, key, verdict] of cases()) expect(isFromAtelier(body, headers, key), what).toBe(verdict);
  });

  it('hold in Python', async () => {
    const caller =
      '\nimport json, sys\nbody, headers, secret = json.loads(sys.argv[1])\nprint(is_from_atelier(body.encode(), headers, secret))\n';
    writeFileSync(join(folder, 'check.py'), blockOf('python') + caller);
    for (const [what, { body, headers }, key, verdict] of cases()) {
      const { stdout } = await promisify(execFile)('python3', [join(folder, 'check.py'), JSON.stringify([body, headers, key])]);
      expect(stdout.trim(), what).toBe(verdict ? 'True' : 'False');
    }
  });
});
