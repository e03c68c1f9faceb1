/** `/ai-search/:id`: the criteria at the side, the people who were found, and what to do with those that are ticked. */
import type { ReactElement } from 'react';
import { Alert, Button, Card, EmptyState, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { Menu, Pagination } from '#kernel/page/trails.tsx';
import { MarkForm } from '../casting/casting.ts';
import { FairNote, titleOf } from './ask-page.tsx';
import { CriteriaPanel } from './criteria-panel.tsx';
import type { PanelProps } from './criterion-form.tsx';
import { REACH } from './finding.ts';
import { type CriterionName, type Match, MatchCard, SELECTION } from './match-card.tsx';
import { ask, result as m } from './messages.ts';
import { analysedHere, type Notice } from './notices.ts';
import type { Search } from './searches.ts';
import { addressOf, ROOT } from './tools.ts';

export interface ResultView {
  readonly search: Search;
  readonly panel: PanelProps;
  readonly criteria: readonly CriterionName[];
  readonly matches: readonly Match[];
  readonly analyzed: number;
  readonly matched: number;
  /** People one can turn to. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
  /** What the model said, or why nothing; null when it was not asked. */
  readonly notice: Notice | null;
  readonly mayAskModel: boolean;
}

export function ResultPage(view: ResultView): ReactElement {
  const { search, panel } = view;
  return (
    <>
      <Header search={search} />
      <div className="match-layout">
        <section className="stack" id="people">
          <Counts {...view} />
          <ModelNotice {...view} />
          <People {...view} />
        </section>
        <div className="match-side">
          <CriteriaPanel {...panel} />
          <BriefText search={search} />
          <p>
            <FairNote text={search.kind === 'cinema' ? ask.fairCinema : ask.fair} />
          </p>
        </div>
      </div>
    </>
  );
}

function Header({ search }: { search: Search }): ReactElement {
  const t = useT();
  return (
    <PageHeader title={m.title} crumbs={[{ label: titleOf(search.kind), href: ROOT[search.kind] }]}>
      <LinkButton kind="secondary" icon="plus" href={ROOT[search.kind]}>
        {t(m.newSearch)}
      </LinkButton>
      <Menu label={m.delete} items={[{ label: m.delete, href: `${addressOf(search)}/delete`, icon: 'trash', tone: 'danger' }]} />
    </PageHeader>
  );
}

function BriefText({ search }: { search: Search }): ReactElement {
  const t = useT();
  return (
    <Card>
      <details className="brief-text">
        <summary>
          <Icon name="file" />
          {t(m.brief)}
        </summary>
        <p dir="auto">{search.text}</p>
      </details>
    </Card>
  );
}

function Counts({ analyzed, matched, criteria }: ResultView): ReactElement {
  const t = useT();
  const counts = [t(m.compared, { analyzed }), ...(analyzed > 0 ? [t(m.matched, { matched })] : [])];
  return (
    <div className="match-counts">
      <p role="status">{counts.join(' · ')}</p>
      <LinkButton kind="secondary" size="sm" icon="sliders" href="#criteria" className="only-stacked">
        {t(ask.criteriaCount, { count: criteria.length })}
      </LinkButton>
    </div>
  );
}

/** Who analysed; and the model once more, where there is one. */
function ModelNotice({ search, notice, mayAskModel }: ResultView): ReactElement {
  const t = useT();
  const asks = mayAskModel && (notice === null || notice.again);
  return (
    <Alert tone={notice?.tone ?? 'info'}>
      <p>{t(notice?.text ?? analysedHere, notice?.params)}</p>
      {asks && notice === null && <p>{t(m.notAsked)}</p>}
      {asks && (
        <Form action={`${addressOf(search)}/rerank`} className="mt-2">
          <p>
            <Button kind="secondary" size="sm" icon="sparkles">
              {t(m.askAgain)}
            </Button>
          </p>
        </Form>
      )}
    </Alert>
  );
}

function People(view: ResultView): ReactElement {
  const t = useT();
  const { matches, criteria, total, page, pages, size, search } = view;
  if (matches.length === 0) return <Nobody {...view} />;
  return (
    <>
      {search.kind === 'cinema' && <MarkForm />}
      <Island name="matching" props={{ selected: matches.map((_, index) => t(m.selected, { count: index + 1 })) }} className="stack">
        {matches.map((match) => (
          <MatchCard key={match.person.id} match={match} criteria={criteria} />
        ))}
        <SelectionBar search={search} />
      </Island>
      <Pagination page={page} pages={pages} total={total} size={size} />
      {total === REACH && page === pages && <p className="text-muted">{t(m.reach)}</p>}
    </>
  );
}

/** A form of its own; the boxes name it. */
function SelectionBar({ search }: { search: Search }): ReactElement {
  const t = useT();
  return (
    <form id={SELECTION} method="get" action={`${addressOf(search)}/letters`} className="pick-bar">
      <p data-selected>{t(m.withSelection)}</p>
      {search.kind === 'cinema' && (
        <>
          <Button kind="secondary" icon="users" formAction="/cinema/talents/compare">
            {t(m.compare)}
          </Button>
          <Button kind="secondary" icon="bookmark" formAction="/casting/shortlists/add">
            {t(m.toShortlist)}
          </Button>
        </>
      )}
      <Button icon="mail">{t(m.writeThem)}</Button>
    </form>
  );
}

/** Says which must costs most, and takes it back at a press. */
function Nobody({ panel, criteria }: ResultView): ReactElement {
  const t = useT();
  const { csrf } = usePage();
  const [dearest] = criteria
    .filter(({ criterion }) => criterion.must && (panel.lost[criterion.id] ?? 0) > 0)
    .toSorted((a, b) => (panel.lost[b.criterion.id] ?? 0) - (panel.lost[a.criterion.id] ?? 0));
  if (!dearest) return <EmptyState icon="search" title={m.nobody} text={m.nobodyAtAll} />;
  const { criterion, text } = dearest;
  return (
    <EmptyState icon="search" title={m.nobody} text={t(m.nobodyText, { criterion: text, count: panel.lost[criterion.id] ?? 0 })}>
      <form action={panel.action} method="post">
        <input type="hidden" name="_csrf" value={csrf} />
        <Button kind="secondary" name="act" value={`nice ${criterion.id}`}>
          {t(m.relax)}
        </Button>
      </form>
    </EmptyState>
  );
}
