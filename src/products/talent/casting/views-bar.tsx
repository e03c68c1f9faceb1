/** The saved views as tabs above the list, and what can be done with the filters as they are now. */
import type { ReactElement } from 'react';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Alert, Button, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Tabs } from '#kernel/page/trails.tsx';
import { canonicalQuery, LIST } from './list-query.ts';
import { viewWords as words } from './messages.ts';
import { addressOf, MAX_NAME, mayChangeView, type View } from './views.ts';

export function ViewsBar({ views, current }: { views: readonly View[]; current: View | null }): ReactElement {
  const { query } = usePage();
  const now = canonicalQuery(query);
  const isChanged = current !== null && canonicalQuery(new URLSearchParams(current.query)) !== now;
  const tabs = [
    { label: words.everybody, href: LIST, current: !current },
    ...views.map((view) => ({
      label: view.name,
      href: addressOf(view),
      current: view.id === current?.id,
      ...(view.isShared ? { icon: 'users' as const } : {}),
    })),
  ];
  return (
    <div className="views-bar" data-fresh="views-bar">
      <Tabs items={tabs} label={words.views} />
      {now !== '' && (!current || isChanged) && <SaveMenu query={now} current={current} />}
      {current && !isChanged && <EditLink view={current} />}
    </div>
  );
}

function EditLink({ view }: { view: View }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  if (!viewer) return null;
  if (!mayChangeView(viewer, view)) return <p className="views-note">{t(words.sharedBy, { name: view.ownerName })}</p>;
  return <LinkButton kind="quiet" size="sm" icon="edit" href={`/casting/views/${view.id}`} label={t(words.edit, { name: view.name })} />;
}

/** Saving over a view is an act of its own, and only for who may change it. */
function SaveMenu({ query, current }: { query: string; current: View | null }): ReactElement {
  const t = useT();
  const { viewer } = usePage();
  return (
    <>
      {current && viewer && mayChangeView(viewer, current) && (
        <Form id="save-over" action={`/casting/views/${current.id}`}>
          <input type="hidden" name="query" value={query} />
          <Button kind="secondary" size="sm" icon="save">
            {t(words.saveOver, { name: current.name })}
          </Button>
        </Form>
      )}
      <details className="drop" data-drop>
        <summary className="button button-quiet button-sm">
          <Icon name="bookmark" />
          {t(current ? words.saveNew : words.save)}
        </summary>
        <div className="drop-panel drop-wide p-3!">
          <Form id="save-view" action="/casting/views">
            <input type="hidden" name="query" value={query} />
            <TextInput name="name" label={words.name} required maxLength={MAX_NAME} autoComplete="off" />
            <Checkbox name="shared" label={t(words.shared)} />
            <Button icon="save" full>
              {t(words.save)}
            </Button>
          </Form>
        </div>
      </details>
    </>
  );
}

/** Said once after a view was deleted, with the way back. */
export function DeletedView({ view }: { view: View }): ReactElement {
  const t = useT();
  return (
    <Alert
      tone="info"
      title={t(words.removed, { name: view.name })}
      actions={
        <Form id="restore-view" action={`/casting/views/${view.id}/restore`}>
          <Button kind="secondary" size="sm" icon="undo">
            {t(words.undo)}
          </Button>
        </Form>
      }
    />
  );
}
