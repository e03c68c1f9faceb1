/** The forms of a page as it was sent, without a browser: where they go, what they ask, what stands in them. */

export interface Control {
  readonly name: string;
  /** `textarea`, `select`, or the type of an input. */
  readonly type: string;
  /** What a browser would send: empty boxes send nothing. */
  readonly value: string;
  readonly checked: boolean;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly maxLength: number | null;
  readonly describedBy: readonly string[];
}
export interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly controls: readonly Control[];
  /** Buttons that send it, with what they add. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly action: string; readonly isPrimary: boolean }[];
}

type Attributes = Readonly<Record<string, string>>;

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
export const decode = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity);

/** The markup is written by one machine: attributes stand in double quotes, forms are not nested, controls are closed. */
export function formsOf(body: string): readonly PageForm[] {
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
  return [...main.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', inside = '']) => {
    const { id, action = '', method = 'get', enctype } = attributesOf(head);
    const beside = id ? outside(main, id) : '';
    const controls = controlsOf(inside + beside);
    return {
      ...{ action, method: method.toLowerCase(), multipart: enctype === 'multipart/form-data' },
      controls: controls.filter(({ type, name }) => name !== '' && !['submit', 'button', 'reset', 'image'].includes(type)),
      buttons: [...(inside + beside).matchAll(/<button\b([^>]*)>/g)]
        .map(([, text = '']) => attributesOf(text))
        .filter(({ type = 'submit' }) => type === 'submit')
        .map(({ name = '', value = '', formaction = action, class: look = '' }) => ({
          ...{ name, value, action: formaction },
          isPrimary: look.split(' ').includes('button-primary'),
        })),
    };
  });
}

/** Controls elsewhere on the page that name the form. */
const outside = (main: string, id: string): string =>
  [...main.matchAll(/<(?:input|button)\b[^>]*>|<(textarea|select)\b[^>]*>.*?<\/\1>/gs)]
    .map(([text]) => text)
    .filter((text) => attributesOf(text.slice(0, text.indexOf('>')))['form'] === id)
    .join('');

function controlsOf(text: string): readonly Control[] {
  return [...text.matchAll(/<input\b([^>]*?)\/?>|<(textarea|select)\b([^>]*)>(.*?)<\/\2>/gs)].map(([, input, tag, head, inside = '']) => {
    const attributes = attributesOf(input ?? head ?? '');
    const type = tag ?? attributes['type'] ?? 'text';
    const isBox = type === 'checkbox' || type === 'radio';
    return {
      name: attributes['name'] ?? '',
      type,
      value: tag === 'textarea' ? decode(inside) : tag === 'select' ? chosenOf(inside) : (attributes['value'] ?? (isBox ? 'on' : '')),
      checked: 'checked' in attributes,
      required: 'required' in attributes,
      invalid: attributes['aria-invalid'] === 'true',
      maxLength: attributes['maxlength'] ? Number(attributes['maxlength']) : null,
      describedBy: (attributes['aria-describedby'] ?? '').split(' ').filter(Boolean),
    };
  });
}

function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>(.*?)<\/option>/gs)].map(([, head = '', text = '']) => ({
    attributes: attributesOf(head),
    text: decode(text),
  }));
  const chosen = all.find(({ attributes }) => 'selected' in attributes) ?? all[0];
  return chosen ? (chosen.attributes['value'] ?? chosen.text) : '';
}

const attributesOf = (text: string): Attributes =>
  Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), decode(value)]),
  );
