/** `/ai-search`: a box for the brief, and the searches one made before. */
import type { ReactElement } from 'react';
import { MAX_DOCUMENT_MEGABYTES } from '#capabilities/media/media.ts';
import type { FieldErrors } from '#kernel/failure.ts';
import type { PageAsked, PageOf } from '#kernel/http/pagination.ts';
import { pageCount } from '#kernel/http/pagination.ts';
import { Alert, Button, Card, EmptyState, PageHeader } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { TextArea } from '#kernel/page/fields.tsx';
import { FileInput } from '#kernel/page/files.tsx';
import { ErrorSummary, Form, FormActions } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { Pagination, Tabs } from '#kernel/page/trails.tsx';
import type { BriefKind } from '../briefs/briefs.ts';
import { MAX_BRIEF } from './asking.ts';
import { ask, result } from './messages.ts';
import type { ListedSearch } from './searches.ts';
import { addressOf, ROOT } from './tools.ts';

export interface AskView {
  readonly kind: BriefKind;
  readonly searches: PageOf<ListedSearch>;
  readonly asked: PageAsked;
  /** The setting that writes to people without asking. */
  readonly writesByItself: boolean;
  readonly typed: string;
  readonly errors: FieldErrors;
  /** Why the form was refused as a whole. */
  readonly refusal: Text | null;
}

export const FIELD: Readonly<Record<BriefKind, string>> = { standard: 'job_description', cinema: 'role_description' };
const WORDS = {
  standard: { title: ask.jobTitle, lead: ask.jobLead, label: ask.job, example: ask.jobExample, fair: ask.fair },
  cinema: { title: ask.roleTitle, lead: ask.roleLead, label: ask.role, example: ask.roleExample, fair: ask.fairCinema },
} as const;

export const titleOf = (kind: BriefKind): (typeof WORDS)[BriefKind]['title'] => WORDS[kind].title;

export function AskPage(view: AskView): ReactElement {
  const { kind, writesByItself, refusal } = view;
  return (
    <>
      <PageHeader title={WORDS[kind].title} lead={WORDS[kind].lead} />
      <KindTabs />
      <div className="stack">
        {refusal && <Alert tone="danger" title={refusal} />}
        {writesByItself && <Alert tone="warning" title={ask.autoMail} />}
        <BriefForm {...view} />
        <Earlier {...view} />
      </div>
    </>
  );
}

function KindTabs(): ReactElement {
  return (
    <Tabs
      label={ask.kinds}
      items={[
        { label: ask.standardTab, href: ROOT.standard, icon: 'users' },
        { label: ask.cinemaTab, href: ROOT.cinema, icon: 'film' },
      ]}
    />
  );
}

function BriefForm({ kind, typed, errors }: AskView): ReactElement {
  const t = useT();
  const { label, example, fair } = WORDS[kind];
  const field = FIELD[kind];
  return (
    <Card className="ask-card">
      <Island name="matching" props={{ busy: t(result.searching) }}>
        <Form action={ROOT[kind]} multipart values={{ [field]: typed }} errors={errors}>
          <ErrorSummary labels={{ [field]: label, file: ask.file }} />
          <TextArea name={field} label={label} hint={ask.jobHint} rows={9} max={MAX_BRIEF} placeholder={t(example)} />
          <FileInput
            name="file"
            purpose="cv"
            label={ask.file}
            hint={ask.fileHint}
            accept=".pdf,.doc,.docx,.txt"
            maxBytes={MAX_DOCUMENT_MEGABYTES * 1024 * 1024}
            icon="file"
          />
          <FormActions note={<FairNote text={fair} />}>
            <Button icon="sparkles" size="lg">
              {t(ask.search)}
            </Button>
          </FormActions>
        </Form>
      </Island>
    </Card>
  );
}

export function FairNote({ text }: { text: Text }): ReactElement {
  const t = useT();
  return (
    <span className="fair-note">
      <Icon name="shield" />
      {t(text)}
    </span>
  );
}

function Earlier({ kind, searches, asked }: AskView): ReactElement {
  const t = useT();
  return (
    <section className="stack" id="searches" aria-labelledby="searches-title">
      <h2 className="section-name" id="searches-title">
        {t(ask.earlier)}
      </h2>
      {searches.total === 0 ? (
        <EmptyState icon="history" title={ask.noneYet} text={ask.noneYetText} />
      ) : (
        <ul className="searches">
          {searches.rows.map((search) => (
            <li key={search.id}>
              <SearchLine kind={kind} search={search} />
            </li>
          ))}
        </ul>
      )}
      {searches.total > asked.size && (
        <Pagination page={asked.page} pages={pageCount(searches.total, asked.size)} total={searches.total} size={asked.size} />
      )}
    </section>
  );
}

function SearchLine({ kind, search }: { kind: BriefKind; search: ListedSearch }): ReactElement {
  const t = useT();
  return (
    <article className="search-line">
      <p dir="auto" className="search-brief">
        <a href={addressOf({ kind, id: search.id })}>{search.beginning}</a>
      </p>
      <p className="search-facts">
        <When at={search.updatedAt} as="moment" />
        <span>{t(ask.criteriaCount, { count: search.criteria })}</span>
        {search.letters > 0 && (
          <span>
            <Icon name="mail" />
            {t(ask.lettersCount, { count: search.letters })}
          </span>
        )}
      </p>
    </article>
  );
}
