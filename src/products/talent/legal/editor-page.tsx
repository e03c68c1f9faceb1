/** The editor of a legal page: languages, the text, what it will look like. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { LANGUAGES, type Language } from '#kernel/message.ts';
import { RadioCards } from '#kernel/page/choices.tsx';
import { Alert, Badge, Button, Card, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { LANGUAGE_NAMES } from '#kernel/page/messages.ts';
import { Tabs } from '#kernel/page/trails.tsx';
import { CUSTOMIZATION, settingsCrumbs } from '../settings-places.ts';
import { editor as m } from './editor-messages.ts';
import { ADDRESSES, type Format, type LegalPage } from './pages.ts';
import { TITLES, Written } from './public-pages.tsx';

/** Characters that may be typed: ten pages of a book and more. */
export const MAX_SOURCE = 40_000;

export const editorAddress = (page: LegalPage | ':page', language: Language = 'fr'): string =>
  `${CUSTOMIZATION}/legal/${page}${language === 'fr' ? '' : `?in=${language}`}`;

export interface Typed {
  readonly format: Format;
  readonly text: string;
}
export interface EditorView {
  readonly page: LegalPage;
  readonly language: Language;
  readonly typed: Typed;
  readonly errors: FieldErrors | undefined;
  readonly preview: { readonly html: string; readonly removed: readonly string[] } | null;
  readonly isOpen: boolean;
  /** Languages that have a text of their own. */
  readonly written: readonly Language[];
}

const OPTIONS = [
  { value: 'markdown', label: { data: 'Markdown' }, text: m.markdownText },
  { value: 'html', label: { data: 'HTML' }, text: m.htmlText },
] as const;

export function EditorPage({ page, language, typed, errors, preview, isOpen, written }: EditorView): ReactElement {
  const t = useT();
  return (
    <>
      <PageHeader
        title={TITLES[page]}
        lead={m.lead}
        crumbs={settingsCrumbs(CUSTOMIZATION)}
        badge={<Badge tone={isOpen ? 'success' : 'neutral'}>{t(isOpen ? m.open : m.closed)}</Badge>}
      >
        {isOpen && (
          <LinkButton href={ADDRESSES[page]} kind="secondary" icon="eye">
            {t(m.see)}
          </LinkButton>
        )}
      </PageHeader>
      <Tabs
        label={m.languages}
        items={LANGUAGES.map((each) => ({
          label: { data: LANGUAGE_NAMES[each] },
          href: editorAddress(page, each),
          current: each === language,
          ...(written.includes(each) ? { icon: 'check' as const } : {}),
        }))}
      />
      <div className="stack gap-5">
        {preview && <Preview preview={preview} language={language} />}
        <Card>
          <Form action={editorAddress(page)} values={{ ...typed }} errors={errors}>
            <ErrorSummary labels={{ text: m.text }} />
            <input type="hidden" name="in" value={language} />
            <RadioCards name="format" label={m.format} options={OPTIONS} />
            <TextArea name="text" label={m.text} hint={m.textHint} rows={18} max={MAX_SOURCE} />
            <FormActions>
              <Button icon="save">{t(m.save)}</Button>
              <Button kind="secondary" icon="eye" name="act" value="preview">
                {t(m.preview)}
              </Button>
            </FormActions>
          </Form>
        </Card>
      </div>
    </>
  );
}

function Preview({ preview, language }: { preview: NonNullable<EditorView['preview']>; language: Language }): ReactElement {
  const t = useT();
  return (
    <Card title={m.preview} lead={m.previewLead} icon="eye" id="preview">
      {preview.removed.length > 0 && (
        <Alert tone="warning">{t(m.removed, { names: `\u2068${preview.removed.slice(0, 12).join(', ')}\u2069` })}</Alert>
      )}
      <Written html={preview.html} language={language} />
    </Card>
  );
}
