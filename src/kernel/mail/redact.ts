/** Takes secrets out of a letter before it is logged: as written, as HTML writes them, and as addresses write them. */

const HIDDEN = '•••';

export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter(Boolean).flatMap((secret) => [secret, asHtml(secret), encodeURIComponent(secret)]);
  // The longest first: a secret that contains another must go as a whole.
  return forms.sort((a, b) => b.length - a.length).reduce((kept, form) => kept.replaceAll(form, HIDDEN), text);
}

/** As React escapes it. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };
const asHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
