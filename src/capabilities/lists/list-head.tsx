/**
 * Above a list: what the last act became, a view that was just deleted, and the saved views as tabs with what can be done with the
 * address as it is now.
 */
import type { ReactElement } from 'react';
import { say } from '#kernel/message.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Alert, Button, LinkButton } from '#kernel/page/components.tsx';
import { type Text, usePage, useT } from '#kernel/page/context.tsx';
import { Data } from '#kernel/page/facts.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { pageMessages } from '#kernel/page/messages.ts';
import { Tabs } from '#kernel/page/trails.tsx';
import { withQuery } from './kinds.ts';
import type { ListState, ShownReport } from './lists.ts';
import { bulk, m } from './messages.ts';
import { addressOf, MAX_NAME, mayChangeView, type View } from './views.ts';

/** `all` is the tab of the list without a view: « Tout le monde ». */
export function ListHead({ list, all }: { list: ListState; all: Text }): ReactElement | null {
  if (!list.isOpen) return null;
  return (
    <>
      {list.report && <Report {...list.report} />}
      {list.deleted && <DeletedView view={list.deleted} />}
      <ViewsBar list={list} all={all} />
    </>
  );
}

function ViewsBar({ list, all }: { list: ListState; all: Text }): ReactElement {
  const { path, views, current, isChanged, query, firstViewId } = list;
  // Filters that are chosen later bring it in.
  if (views.length === 0 && query === '') return <div data-fresh="views-bar" />;
  // With a first view the bare address opens it; this one says that nothing is meant.
  const whole = firstViewId === null ? path : withQuery(path, 'saved=0');
  const tabs = [
    { label: all, href: whole, current: !current },
    ...views.map((view) => ({
      label: { data: view.name },
      href: addressOf(path, view),
      current: view.id === current?.id,
      ...(view.isShared ? { icon: 'users' as const } : {}),
    })),
  ];
  return (
    <div className="views-bar" data-fresh="views-bar">
      <Tabs items={tabs} label={m.views} />
      {query !== '' && (!current || isChanged) && <SaveMenu list={list} />}
      {current && !isChanged && <CurrentView view={current} isFirst={current.id === firstViewId} />}
    </div>
  );
}

function CurrentView({ view, isFirst }: { view: View; isFirst: boolean }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  if (!viewer) return null;
  return (
    <>
      {mayChangeView(viewer, view) ? (
        <LinkButton kind="quiet" size="sm" icon="edit" href={`/views/${view.id}`} label={t(m.edit, { name: view.name })} />
      ) : (
        <p className="views-note">{t(m.sharedBy, { name: view.ownerName })}</p>
      )}
      <Form id="first-view" action={`/views/${view.id}/first`} className="views-first">
        <Button
          kind={isFirst ? 'secondary' : 'quiet'}
          size="sm"
          icon={isFirst ? 'verified' : 'flag'}
          label={t(isFirst ? m.notFirst : m.makeFirst, { name: view.name })}
        />
      </Form>
    </>
  );
}

/** Saving over a view is an act of its own, and only for who may change it. */
function SaveMenu({ list: { key, current, query } }: { list: ListState }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <>
      {current && viewer && mayChangeView(viewer, current) && (
        <Form id="save-over" action={`/views/${current.id}`}>
          <input type="hidden" name="query" value={query} />
          <Button kind="secondary" size="sm" icon="save">
            {t(m.saveOver, { name: current.name })}
          </Button>
        </Form>
      )}
      <details className="drop" data-drop>
        <summary className="button button-quiet button-sm">
          <Icon name="bookmark" />
          {t(current ? m.saveNew : m.save)}
        </summary>
        <div className="drop-panel drop-wide p-3!">
          <Form id="save-view" action={`/lists/${key}/views`}>
            <input type="hidden" name="query" value={query} />
            <TextInput name="name" label={m.name} required maxLength={MAX_NAME} autoComplete="off" />
            <Checkbox name="shared" label={t(m.shared)} />
            <Button icon="save" full>
              {t(m.save)}
            </Button>
          </Form>
        </div>
      </details>
    </>
  );
}

/** Said once after a view was deleted, with the way back. */
function DeletedView({ view }: { view: View }): ReactElement {
  const t = useT();
  return (
    <Alert
      tone="info"
      title={t(m.removed, { name: view.name })}
      actions={
        <Form id="restore-view" action={`/views/${view.id}/restore`}>
          <Button kind="secondary" size="sm" icon="undo">
            {t(m.undo)}
          </Button>
        </Form>
      }
    />
  );
}

const MOST_SPARED = 20;

/** Who was changed in one sentence, who was spared one by one with the reason, and the way back. */
function Report({ report, kind }: ShownReport): ReactElement | null {
  const t = useT();
  const { language, url } = usePage();
  const act = kind.acts?.[report.act];
  if (!act) return null;
  const { done, refused } = report;
  const others = refused.length - MOST_SPARED;
  return (
    <Alert
      tone={refused.length === 0 ? 'success' : 'warning'}
      title={say(act.done, language, { count: done.length })}
      actions={
        act.undo &&
        done.length > 0 && (
          <Form id="undo-act" action={`/lists/acts/${report.id}/undo`}>
            <input type="hidden" name="back" value={url} />
            <Button kind="secondary" size="sm" icon="undo">
              {t(bulk.undo)}
            </Button>
          </Form>
        )
      }
    >
      {refused.length > 0 && (
        <>
          <p>{t(bulk.spared, { count: refused.length })}</p>
          <ul className="spared">
            {refused.slice(0, MOST_SPARED).map(({ id, name, why }) => (
              <li key={id}>
                <Data>{name}</Data>
                {t(pageMessages.colon)}
                {why}
              </li>
            ))}
            {others > 0 && <li>{t(bulk.others, { count: others })}</li>}
          </ul>
        </>
      )}
    </Alert>
  );
}
