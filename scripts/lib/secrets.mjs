// Looks for secrets in the files that git keeps: what a provider gave, private keys, and long random values under a telling name.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const SHAPES = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/=\s]{64,}/,
  'a key of AWS': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'a token of GitHub': /\b(?:ghp|gho|ghs|ghu|github_pat)_[A-Za-z0-9_]{30,}/,
  'a key of OpenAI or OpenRouter': /\bsk-(?:proj-|or-v1-|ant-)?[A-Za-z0-9_-]{32,}/,
  'a key of Google': /\bAIza[A-Za-z0-9_-]{35}\b/,
  'a key of SendGrid': /\bSG\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{30,}/,
  'a token of Slack': /\bxox[abprs]-[A-Za-z0-9-]{20,}/,
  'a token of Replicate': /\br8_[A-Za-z0-9]{30,}/,
  'a signed token': /\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{30,}/,
  'a value under a telling name':
    /\b\w*(?:secret|token|password|api_?key|encryption_?key)\w*["']?\s*[:=]\s*["'`]([A-Za-z0-9+/_=-]{40,})["'`]/i,
};
/** Checksums; and what is made up to stand in for a secret: fixtures, tests, and the platforms that are played. */
const MADE_UP = /(^|\/)package-lock\.json$|^test\/|^simulators\/|\.test\.tsx?$|\/test-[\w-]+\.tsx?$/;
const NOT_TEXT = /\.(png|jpe?g|webp|avif|ico|woff2?|ttf|otf|pdf|docx?|xlsx?|wasm|sf[23]|zip|gz|mp[34]|bin|bcmap)$/i;
const LARGEST = 2 * 1024 * 1024;
/** On the line of a value that only looks like a secret, with the reason. */
const KNOWN = /no secret: \S/;

/** `path:line: what`, for each secret in the files (paths and texts). */
export function secretsIn(files) {
  return files.flatMap(({ path, text }) =>
    Object.entries(SHAPES).flatMap(([what, shape]) =>
      [...text.matchAll(new RegExp(shape, `${shape.flags}g`))]
        .filter((match) => isRandom(match[1] ?? match[0]) && !KNOWN.test(lineAt(text, match.index)))
        .map((match) => `${path}:${text.slice(0, match.index).split('\n').length}: ${what}`),
    ),
  );
}

const lineAt = (text, index) => text.slice(text.lastIndexOf('\n', index) + 1, (text.indexOf('\n', index) + 1 || text.length + 1) - 1);

/** Words and repetitions are no secret: a random value has many different signs, digits among them. */
const isRandom = (value) => new Set(value).size >= 14 && /\d/.test(value);

export function trackedFiles() {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\0');
  return paths
    .filter((path) => path && !MADE_UP.test(path) && !NOT_TEXT.test(path))
    .flatMap((path) => {
      const bytes = read(path);
      return bytes && bytes.length <= LARGEST && !bytes.includes(0) ? [{ path, text: bytes.toString('utf8') }] : [];
    });
}

/** Null for what was deleted and not committed yet. */
function read(path) {
  try {
    return readFileSync(join(root, path));
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes(error.code)) return null;
    throw error;
  }
}
