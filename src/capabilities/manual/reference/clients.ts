/** One call as people write it: curl, TypeScript, Python. Every text can be pasted and run as it stands. */

export interface Call {
  /** In capitals. */
  readonly method: string;
  /** Absolute, with its query. */
  readonly url: string;
  /** Travels as JSON; nothing is sent when undefined. */
  readonly body?: unknown;
  /** Whether a token is shown. */
  readonly isSignedIn: boolean;
  /** Sent again under the same key, it starts nothing twice. */
  readonly isRepeatable: boolean;
  /** The answer is a file of this name, not JSON. */
  readonly file?: string | undefined;
}

export const CLIENTS = [
  { name: 'curl', language: 'bash', write: curl },
  { name: 'TypeScript', language: 'ts', write: typescript },
  { name: 'Python', language: 'python', write: python },
] as const;

const SCRIPT_TOKEN = '`Bearer \u0024{process.env.ATELIER_TOKEN}`';
const SCRIPT_CHECK = 'if (!response.ok) throw new Error(`\u0024{response.status} \u0024{await response.text()}`);';

/** Long bodies take a line for each value. */
const WIDE = 72;
const isShort = (body: unknown): boolean => JSON.stringify(body).length <= WIDE;

function curl({ method, url, body, isSignedIn, isRepeatable, file }: Call): string {
  const json = isShort(body ?? null) ? JSON.stringify(body) : JSON.stringify(body, null, 2);
  const parts = [
    method === 'GET' || (method === 'POST' && body !== undefined) ? `curl ${shell(url)}` : `curl -X ${method} ${shell(url)}`,
    isSignedIn && '-H "Authorization: Bearer $ATELIER_TOKEN"',
    isRepeatable && '-H "Idempotency-Key: $(openssl rand -hex 16)"',
    body !== undefined && "-H 'Content-Type: application/json'",
    body !== undefined && `-d ${shell(json)}`,
    file && `-o ${shell(file)}`,
  ];
  return parts.filter(Boolean).join(' \\\n  ');
}

/** Nothing is special between single quotes but a single quote. */
const shell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function typescript({ method, url, body, isSignedIn, isRepeatable, file }: Call): string {
  const headers = [
    isSignedIn && `    Authorization: ${SCRIPT_TOKEN},`,
    isRepeatable && "    'Idempotency-Key': crypto.randomUUID(),",
    body !== undefined && "    'Content-Type': 'application/json',",
  ].filter(Boolean);
  const options = [
    method !== 'GET' && `  method: '${method}',`,
    headers.length > 0 && `  headers: {\n${headers.join('\n')}\n  },`,
    body !== undefined && `  body: JSON.stringify(${literal(body, SCRIPT, '  ')}),`,
  ].filter(Boolean);
  const call = `fetch(${scriptText(url)}${options.length ? `, {\n${options.join('\n')}\n}` : ''})`;
  return [
    file && "import { writeFile } from 'node:fs/promises';\n",
    `const response = await ${call};`,
    SCRIPT_CHECK,
    file ? `await writeFile(${scriptText(file)}, Buffer.from(await response.arrayBuffer()));` : 'console.log(await response.json());',
  ]
    .filter(Boolean)
    .join('\n');
}

function python({ method, url, body, isSignedIn, isRepeatable, file }: Call): string {
  const headers = [
    isSignedIn && '        "Authorization": f"Bearer {os.environ[\'ATELIER_TOKEN\']}",',
    isRepeatable && '        "Idempotency-Key": str(uuid.uuid4()),',
  ].filter(Boolean);
  const lines = [
    isSignedIn && 'import os',
    isRepeatable && 'import uuid',
    (isSignedIn || isRepeatable) && '',
    'import requests',
    '',
    `response = requests.${method.toLowerCase()}(`,
    `    ${JSON.stringify(url)},`,
    headers.length > 0 && `    headers={\n${headers.join('\n')}\n    },`,
    body !== undefined && `    json=${literal(body, PYTHON, '    ')},`,
    '    timeout=60,',
    ')',
    'response.raise_for_status()',
    file ? `with open(${JSON.stringify(file)}, "wb") as file:\n    file.write(response.content)` : 'print(response.json())',
  ];
  return lines.filter((line) => line !== false).join('\n');
}

interface Speech {
  text(value: string): string;
  name(key: string): string;
  word(value: boolean | null): string;
  readonly step: string;
}

/** In single quotes, escapes of JSON are escapes of JavaScript; a double quote needs none. */
const scriptText = (value: string): string =>
  `'${JSON.stringify(value)
    .slice(1, -1)
    .replaceAll(/\\(.)|'/gs, (found, escaped?: string) => (found === "'" ? "\\'" : escaped === '"' ? '"' : found))}'`;

const SCRIPT: Speech = {
  text: scriptText,
  name: (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : scriptText(key)),
  word: String,
  step: '  ',
};
const PYTHON: Speech = {
  text: (value) => JSON.stringify(value),
  name: (key) => JSON.stringify(key),
  word: (value) => (value === null ? 'None' : value ? 'True' : 'False'),
  step: '    ',
};

function literal(value: unknown, speech: Speech, indent: string): string {
  if (typeof value === 'string') return speech.text(value);
  if (value === null || typeof value === 'boolean') return speech.word(value);
  if (typeof value !== 'object') return String(value);
  const inner = indent + speech.step;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => literal(item, speech, inner))
    : Object.entries(value).map(([key, item]) => `${speech.name(key)}: ${literal(item, speech, inner)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const line = isList ? `[${parts.join(', ')}]` : speech.step === '  ' ? `{ ${parts.join(', ')} }` : `{${parts.join(', ')}}`;
  if (line.length <= WIDE && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},`).join('\n')}\n${indent}${close}`;
}
