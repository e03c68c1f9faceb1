/**
 * Forms that left this browser and had no answer, or could not leave: kept until the server says that they arrived, so that they can be
 * sent again, by hand. Each has a name of its own (`_once`) by which the server does it once (src/kernel/page/sent-forms.ts).
 * Never forms with passwords, codes, papers or files: those stay with the page.
 */

const PREFIX = 'atelier-unsent:';
/** Phones are shared: what is left unsent does not stay for ever. */
const LIFE_MS = 3 * 86_400_000;
/** Of one form; what is longer stays with the page. */
const MOST_SIGNS = 200_000;
/** Where secrets are typed, or where people come and go. */
const CLOSED_ROOMS = /^\/(?:auth\/(?!register)|account\/|setup|admin\/settings\/)/;
const SECRET_FIELDS = /password|document_number|secret|token|api_key|recovery|totp/i;

export interface Unsent {
  readonly id: string;
  /** Whose it is: the tag of the page it was typed in. */
  readonly reader: string;
  readonly action: string;
  readonly multipart: boolean;
  /** Path and query of the page it was typed in. */
  readonly from: string;
  /** What it is called: the heading of its page, and its button. */
  readonly title: string;
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It left, and nobody answered yet; else it never left. */
  readonly left: boolean;
}

export const readerHere = (): string => document.documentElement.dataset['reader'] ?? 'nobody';

/** What this reader has unsent, the oldest first. */
export function listUnsent(): readonly Unsent[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const all = keys.map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Unsent);
  for (const { id, at } of all) if (Date.now() - at > LIFE_MS) forgetUnsent(id);
  return all.filter(({ reader, at }) => reader === readerHere() && Date.now() - at <= LIFE_MS).sort((one, other) => one.at - other.at);
}

export const forgetUnsent = (id: string): void => localStorage.removeItem(PREFIX + id);
export const keepUnsent = (unsent: Unsent): void => localStorage.setItem(PREFIX + unsent.id, JSON.stringify(unsent));

/** The server says so in a cookie, with the answer. */
export function forgetArrived(): void {
  const id = /(?:^|;\s*)arrived=([\w-]+)/.exec(document.cookie)?.[1];
  if (!id) return;
  forgetUnsent(id);
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser, and not at once
  document.cookie = 'arrived=; path=/; max-age=0';
}

/** Whether a form may be kept: ours, sent by POST, without secrets, with its files already there. */
function mayKeep(form: HTMLFormElement, action: URL): boolean {
  if (form.method !== 'post' || action.origin !== location.origin || CLOSED_ROOMS.test(action.pathname)) return false;
  return ![...form.elements].some(
    (field) =>
      field instanceof HTMLInputElement &&
      (field.type === 'password' ||
        (field.type === 'file' && field.name !== '' && (field.files?.length ?? 0) > 0) ||
        SECRET_FIELDS.test(field.name)),
  );
}

/** Keeps a form that is about to leave and gives it its name; null for one that cannot be kept. */
export function holdForm(form: HTMLFormElement, submitter: HTMLElement | null, left: boolean): Unsent | null {
  const button = submitter instanceof HTMLButtonElement ? submitter : null;
  const action = new URL(button?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href);
  if (!mayKeep(form, action)) return null;
  // Not every browser adds the button by itself.
  const sent = [...new FormData(form), ...(button?.name ? [[button.name, button.value] as const] : [])];
  const pairs = sent.flatMap(([name, value]) =>
    typeof value === 'string' && !['_csrf', '_once'].includes(name) ? [[name, value] as const] : [],
  );
  const content = JSON.stringify(pairs);
  if (content.length > MOST_SIGNS) return null;
  const facts = { reader: readerHere(), action: action.pathname + action.search, from: location.pathname + location.search };
  // The same again, because no answer came, is the same form.
  const again = listUnsent().find((each) => each.action === facts.action && JSON.stringify(each.pairs) === content);
  const unsent = {
    ...{ ...facts, pairs, left, id: again?.id ?? newName(), at: Date.now(), multipart: form.enctype === 'multipart/form-data' },
    title: [document.querySelector('h1')?.textContent, button?.textContent]
      .map((text) => text?.trim())
      .filter(Boolean)
      .join(' · '),
  };
  keepUnsent(unsent);
  nameIn(form).value = unsent.id;
  return unsent;
}

function nameIn(form: HTMLFormElement): HTMLInputElement {
  const known = form.querySelector<HTMLInputElement>('input[name="_once"]');
  if (known) return known;
  const field = document.createElement('input');
  [field.type, field.name] = ['hidden', '_once'];
  form.append(field);
  return field;
}

/** `crypto.randomUUID` is only there on secure addresses. */
function newName(): string {
  const digits = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
