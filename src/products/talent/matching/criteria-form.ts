/** What the buttons and fields of the criteria panel do to the criteria. */
import { type FieldError, failure } from '#kernel/failure.ts';
import type { FormBody } from '#kernel/http/forms.ts';
import type { Criterion, CriterionKind } from '../briefs/briefs.ts';
import { type Content, identified, kindsOf, MAX_CRITERIA, merged, replaced, setMust, without } from './criteria.ts';
import { type Checking, contentOf, stored } from './criteria-check.ts';
import { asking } from './messages.ts';

/** The criteria after a form was sent: `act` is `must`, `nice`, `remove` or `change` with the id of one behind a space, or `add`. */
export function afterForm(criteria: readonly Criterion[], body: FormBody, checking: Checking): readonly Criterion[] {
  const [act = '', ...rest] = textOf(body, 'act').split(' ');
  const id = rest.join(' ');
  if (act === 'must' || act === 'nice') return setMust(criteria, id, act === 'must');
  if (act === 'remove') return without(criteria, id);
  const old = criteria.find((criterion) => criterion.id === id);
  if (act === 'change' && old) return changed(criteria, old, body, checking);
  return act === 'add' ? added(criteria, body, checking) : criteria;
}

const textOf = (body: FormBody, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Without any value left it goes. */
function changed(criteria: readonly Criterion[], old: Criterion, body: FormBody, checking: Checking): readonly Criterion[] {
  const values = [body['values'] ?? [], body['more'] ?? []].flat().filter((value) => value !== '');
  const raw = { ...body, values };
  const isEmpty = values.length === 0 && ['min', 'max', 'from', 'to'].every((name) => textOf(body, name) === '');
  if (isEmpty) return without(criteria, old.id);
  const next = contentOf(old.kind, raw, checking);
  if ('faults' in next) throw failure.invalid(next.faults);
  return replaced(criteria, old.id, { ...next, must: old.must });
}

/** Everything that was filled in becomes a criterion of its own. */
function added(criteria: readonly Criterion[], body: FormBody, checking: Checking): readonly Criterion[] {
  const faults: Record<string, FieldError> = {};
  const must = textOf(body, 'must') === '1';
  const take = (kind: CriterionKind, raw: FormBody, name: string): readonly Criterion[] => {
    const content = contentOf(kind, raw, checking);
    if (!('faults' in content)) return [identified({ ...content, must } satisfies Content)];
    faults[name] = Object.values(content.faults)[0] ?? { message: asking.nothingAdded };
    return [];
  };
  const said = (...names: readonly string[]): boolean => names.some((name) => textOf(body, name) !== '');
  const [kind, value] = pickedOf(textOf(body, 'pick'), checking);
  const fresh = [
    ...(kind ? take(kind, { values: value }, 'pick') : []),
    ...(said('text') ? take(isCity(body, checking) ? 'city' : 'word', { values: textOf(body, 'text') }, 'text') : []),
    ...(said('age_min', 'age_max') ? take('age', { min: body['age_min'], max: body['age_max'] }, 'age_min') : []),
    ...(said('height_min', 'height_max') ? take('height', { min: body['height_min'], max: body['height_max'] }, 'height_min') : []),
    ...(said('experience') ? take('experience', { min: body['experience'] }, 'experience') : []),
    ...(said('from', 'to') ? take('dates', { from: body['from'], to: body['to'] }, 'from') : []),
  ];
  if (Object.keys(faults).length > 0) throw failure.invalid(faults);
  const allowed = fresh.filter((criterion) => kindsOf(checking.kind).includes(criterion.kind));
  if (allowed.length === 0) throw failure.field('pick', asking.nothingAdded, {}, 'required');
  const all = merged([...criteria, ...allowed]);
  if (all.length > MAX_CRITERIA) throw failure.field('pick', asking.tooManyCriteria, { max: MAX_CRITERIA }, 'max_items');
  return all;
}

/** A name of the catalogue, not a number of it. */
function isCity(body: FormBody, checking: Checking): boolean {
  const text = textOf(body, 'text');
  return /\p{L}/u.test(text) && stored('city', text, checking) !== undefined;
}

/** `eye_color:Vert` */
function pickedOf(text: string, { kind }: Checking): readonly [kind: CriterionKind | undefined, value: string] {
  const [name = '', ...rest] = text.split(':');
  return [kindsOf(kind).find((known) => known === name), rest.join(':')];
}
