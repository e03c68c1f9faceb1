/**
 * Every form of every page, sent wrong and sent empty: it is refused as a whole, on its own page, says beside the field what is
 * wrong, and keeps what was typed. The list of pages is complete (journeys/accessibility.test.ts), and so is this walk.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Control, formsOf, type PageForm } from './page-forms.ts';
import { PAGES, type PageToVisit, PEOPLE, preparePages } from './pages.ts';
import { addressOf } from './prepared.ts';
import { type Atelier, startAtelier } from './support.ts';
import { type Visitor, visit } from './visitor.ts';

/** Forms that answer otherwise, by the end of their address, and why. */
const OTHERWISE: readonly (readonly [action: RegExp, why: string])[] = [
  [/^\/auth\/login$/, 'says that one of the two is wrong, and not which'],
  [/^\/admin\/backup\/create$/, 'any password of twelve characters is one; src/products/talent/backups tries a shorter one'],
  [/^\/presence\/\d+\/record$/, 'a code that nobody has is not found: 404, and the message stands beside the field'],
];

interface Found {
  readonly page: string;
  readonly as: PageToVisit['as'];
  readonly path: string;
  readonly form: PageForm;
}
type Fields = Readonly<Record<string, readonly string[]>>;

const TYPED = new Set(['text', 'email', 'tel', 'url', 'search', 'number', 'date', 'datetime-local', 'time', 'password', 'textarea']);
const WRONG: Readonly<Record<string, string>> = {
  email: 'pas une adresse',
  url: 'pas une adresse',
  number: 'beaucoup',
  date: '2020-99-99',
  'datetime-local': '2020-99-99T99:99',
  time: '99:99',
  tel: 'zéro six',
};

let atelier: Atelier;
const cookies = new Map<PageToVisit['as'], string>();
const found: Found[] = [];

beforeAll(async () => {
  atelier = await startAtelier({ demo: true, listen: true, work: true });
  for (const who of ['admin', 'talent'] as const) {
    const { login, password } = PEOPLE[who];
    cookies.set(who, (await atelier.signIn(login, password)).cookie);
  }
  const prepared = await preparePages(atelier.url, cookies.get('admin') ?? '', { film: 'written' });
  const seen = new Set<string>();
  for (const { name, path, as } of PAGES) {
    const address = addressOf(path, prepared);
    for (const form of formsOf((await browserOf(as).open(address)).body)) {
      if (!isWalked(form) || seen.has(keyOf(form))) continue;
      seen.add(keyOf(form));
      found.push({ page: name, as, path: address, form });
    }
  }
}, 600_000);

/** Something is typed in it, and it changes something. */
const isWalked = ({ action, method, controls }: PageForm): boolean =>
  method === 'post' && controls.some(isTyped) && !OTHERWISE.some(([other]) => other.test(action));
const isTyped = ({ type }: Control): boolean => TYPED.has(type);
const keyOf = ({ action, controls }: PageForm): string => `${action} ${controls.map(({ name }) => name).join()}`;

describe('every form', () => {
  it('is found', () => expect(found.length).toBeGreaterThan(50));

  it('T-120 sent wrong, is refused beside its fields, and keeps what was typed', { timeout: 300_000 }, async () => {
    const faults: string[] = [];
    for (const one of found) faults.push(...(await send(one, (control) => (isTyped(control) ? wrongFor(control) : control.value))));
    expect(faults).toEqual([]);
  });

  it('sent empty, names what it needs', { timeout: 300_000 }, async () => {
    const faults: string[] = [];
    for (const one of found.filter(({ form }) => form.controls.some((control) => isTyped(control) && control.required)))
      faults.push(...(await send(one, (control) => (isTyped(control) ? '' : control.value))));
    expect(faults).toEqual([]);
  });
});

function browserOf(as: PageToVisit['as']): Visitor {
  const visitor = visit(atelier.doors.site);
  const cookie = cookies.get(as);
  if (cookie) visitor.cookies.set('atelier_session', cookie.slice(cookie.indexOf('=') + 1));
  return visitor;
}

/** Longer than it may be, or not of its kind. */
function wrongFor({ type, maxLength }: Control): string {
  const length = maxLength ?? (type === 'textarea' ? 9_000 : 6_000);
  return WRONG[type] ?? `${'Awa Diop '.repeat(length / 9 + 1).slice(0, length)}!`;
}

/** Sends it as a browser would; answers what is not as it should be. */
async function send({ page, as, path, form }: Found, fill: (control: Control) => string): Promise<readonly string[]> {
  const browser = browserOf(as);
  await browser.open(path);
  const sent = fieldsOf(form, fill);
  const answer = await browser.send(actionOf(form) || path, sent, form.multipart ? {} : undefined);
  const where = `${page}, ${form.action}`;
  if (answer.statusCode !== 400 && answer.statusCode !== 422) return [`${where}: answered ${answer.statusCode}`];
  const again = likest(formsOf(answer.body), form);
  if (!again) return [`${where}: the form is gone`];
  const wrong = again.controls.filter(({ invalid }) => invalid);
  return [
    // Where several boxes are one field the message stands below them.
    ...(wrong.length === 0 && !answer.body.includes('field-error') ? [`${where}: no field is said to be wrong`] : []),
    ...wrong
      .filter(({ describedBy }) => !describedBy.some((id) => id.endsWith('-error') && answer.body.includes(`id="${id}"`)))
      .map(({ name }) => `${where}: nothing beside ${name} says why`),
    ...again.controls
      .filter((control) => isLost(control, sent))
      .map(({ name, value }) => `${where}: ${name} became “${value.slice(0, 40)}”`),
  ];
}

/** Of forms with the same address the one that asks the same. */
const likest = (forms: readonly PageForm[], form: PageForm): PageForm | undefined =>
  forms.find((each) => keyOf(each) === keyOf(form)) ??
  forms.find(
    ({ action, controls }) => action === form.action && form.controls.every(({ name }) => controls.some((one) => one.name === name)),
  );

/** A password is typed anew, spaces at the ends are nobody's. */
const isLost = (control: Control, sent: Fields): boolean =>
  isTyped(control) &&
  control.type !== 'password' &&
  control.name in sent &&
  !sent[control.name]?.some((value) => value.trim() === control.value.trim());

const mainButton = ({ buttons }: PageForm) =>
  buttons.find(({ isPrimary }) => isPrimary) ?? buttons.find(({ name }) => name === '') ?? buttons[0];
const actionOf = (form: PageForm): string => mainButton(form)?.action ?? form.action;

function fieldsOf(form: PageForm, fill: (control: Control) => string): Fields {
  const sent: Record<string, string[]> = {};
  for (const control of form.controls) {
    const isBox = control.type === 'checkbox' || control.type === 'radio';
    if (control.name === '_csrf' || control.type === 'file' || (isBox && !control.checked)) continue;
    sent[control.name] = [...(sent[control.name] ?? []), fill(control)];
  }
  const button = mainButton(form);
  return button?.name ? { ...sent, [button.name]: [button.value] } : sent;
}
