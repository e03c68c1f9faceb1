/**
 * What no request may hold: NUL and half a surrogate pair cannot be stored, and nobody types them; a field called `toString` stands in for
 * what every object has, and breaks whoever writes the object into a sentence.
 */
import { Failure, type FieldError, failure } from '../failure.ts';
import { fieldMessages } from './validation.ts';

/** Far beyond any contract: what is nested deeper was made to exhaust whoever walks through it. */
const DEEPEST = 64;
/** A request with more faults than these is told of the first. */
const MOST_NAMED = 20;

/** Throws a `Failure` that names every field of the parsed body or query with such a text; a body nested too deeply is malformed. */
export function requireCleanText(...parsed: readonly unknown[]): void {
  const faults: Record<string, FieldError> = {};
  const open = parsed.map((value) => ({ value, path: '', depth: 0 }));
  for (let at = open.pop(); at && Object.keys(faults).length < MOST_NAMED; at = open.pop()) {
    const { value, path, depth } = at;
    if (depth > DEEPEST) throw new Failure('invalid', { code: 'BAD_REQUEST' });
    if (typeof value === 'string' && !isClean(value)) faults[path || 'body'] = FAULT;
    if (typeof value !== 'object' || value === null || !isTree(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (isClean(name) && !(name in Object.prototype))
        open.push({ value: inner, path: path ? `${path}.${name}` : name, depth: depth + 1 });
      else faults[path || 'body'] = FAULT;
    }
  }
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
}

const FAULT: FieldError = { message: fieldMessages.invalid, constraint: 'characters' };

export const isClean = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A body may also be a stream or bytes. */
const isTree = (value: object): boolean => !('pipe' in value || ArrayBuffer.isView(value));
