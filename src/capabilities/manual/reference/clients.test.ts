import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, CLIENTS } from './clients.ts';

const run = promisify(execFile);
/** Everything that shells and languages stumble over. */
const BODY = {
  "it's": 'l’été, "quoted" and \\ and $HOME `date`\nnew line',
  emoji: '🎬 سوق',
  list: [1, true, null, { deep: 'x'.repeat(90) }],
  'a-b': false,
};

let origin = '';
let heard: { method?: string | undefined; url?: string | undefined; headers: Record<string, unknown>; body: string } | null = null;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => {
    body += part.toString();
  });
  request.on('end', () => {
    heard = { method: request.method, url: request.url, headers: request.headers, body };
    response.setHeader('content-type', 'application/json').end('{"heard":true}');
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => server.close());

const env = { ...process.env, ATELIER_TOKEN: 'atl_secret' };
const RUNNERS: Readonly<Record<string, (code: string) => Promise<{ stdout: string }>>> = {
  curl: (code) => run('bash', ['-c', `${code} -s`], { env }),
  TypeScript: (code) => run(process.execPath, ['--input-type=module-typescript', '--no-warnings', '-e', code], { env }),
  Python: (code) => run('python3', ['-c', `${REQUESTS}\n${code}`], { env }),
};
/** The package may not be there: then the calls of `requests` that the examples make, in the standard library. */
const REQUESTS = `
import importlib.util, sys, types
if importlib.util.find_spec("requests") is None:
    import json, urllib.request
    class Answer:
        def __init__(self, content): self.content = content
        def raise_for_status(self): pass
        def json(self): return json.loads(self.content)
    def call(method):
        def send(url, headers=None, json_=None, timeout=None, **more):
            body = more.get("json")
            data = None if body is None else json.dumps(body).encode()
            request = urllib.request.Request(url, data=data, method=method, headers={**(headers or {}), **({"Content-Type": "application/json"} if data else {})})
            return Answer(urllib.request.urlopen(request).read())
        return send
    sys.modules["requests"] = types.SimpleNamespace(**{name: call(name.upper()) for name in ("get", "post", "put", "patch", "delete")})
`;

describe.each(CLIENTS)('an example in $name', ({ name, write }) => {
  const ask = async (call: Partial<Call>): Promise<NonNullable<typeof heard>> => {
    heard = null;
    const { stdout } = (await (RUNNERS[name] ?? RUNNERS['curl'])?.(
      write({ method: 'GET', url: `${origin}/api/things?search=a%20b&limit=2`, isSignedIn: false, isRepeatable: false, ...call }),
    )) ?? { stdout: '' };
    expect(stdout.toLowerCase()).toContain('heard');
    if (!heard) throw new Error('nothing was asked');
    return heard;
  };

  it('asks for the address as it stands, and sends nothing more', async () => {
    const { method, url, headers, body } = await ask({});
    expect({ method, url, body }).toEqual({ method: 'GET', url: '/api/things?search=a%20b&limit=2', body: '' });
    expect(headers['authorization']).toBeUndefined();
  });

  it('sends a body with every difficult sign unharmed, the token, and a new key each time', async () => {
    const first = await ask({ method: 'POST', body: BODY, isSignedIn: true, isRepeatable: true });
    expect(JSON.parse(first.body)).toEqual(BODY);
    expect(first.headers).toMatchObject({ authorization: 'Bearer atl_secret', 'content-type': 'application/json' });
    const again = await ask({ method: 'POST', body: BODY, isSignedIn: true, isRepeatable: true });
    expect(again.headers['idempotency-key']).toMatch(/^[\x21-\x7e]{16,255}$/);
    expect(again.headers['idempotency-key']).not.toBe(first.headers['idempotency-key']);
  });

  it.each(['PUT', 'PATCH', 'DELETE'])('says %s', async (method) => {
    expect((await ask({ method, ...(method === 'DELETE' ? {} : { body: { a: 1 } }) })).method).toBe(method);
  });
});
