/** What is being made and what was made lately. */
import type { ReactElement } from 'react';
import { EmptyState, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Ltr, When } from '#kernel/page/facts.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { styleNames } from './labels.ts';
import { board as m } from './messages.ts';
import { ShotCard } from './shot.tsx';
import type { Strip } from './strips.ts';
import { GALLERY, ROOT } from './tools.ts';

export interface BoardView {
  readonly strips: readonly Strip[];
  /** Pictures that are not finished. */
  readonly making: number;
}

export function Board({ strips, making }: BoardView): ReactElement {
  const t = useT();
  const texts = { finished: [1, 2, 3, 4].map((count) => t(m.finished, { count })), offline: t(m.offline), failed: t(m.notDone) };
  return (
    <section className="board" id="board" aria-labelledby="board-title">
      <header className="board-head">
        <h2 className="section-name" id="board-title">
          {t(m.title)}
        </h2>
        <Making making={making} />
        {strips.length > 0 && (
          <LinkButton href={GALLERY} kind="quiet" size="sm" iconEnd="arrow-end">
            {t(m.all)}
          </LinkButton>
        )}
      </header>
      <Island name="studio-board" props={texts} className="stack">
        {strips.length === 0 ? (
          <EmptyState icon="image" title={m.empty} text={m.emptyText} />
        ) : (
          strips.map((strip) => <StripRow key={strip.key} strip={strip} />)
        )}
      </Island>
    </section>
  );
}

/** How many are under way. Without a script the board is as old as its page: a link asks for a new one. */
function Making({ making }: { making: number }): ReactElement {
  const t = useT();
  return (
    <p className="board-making">
      {making > 0 && (
        <>
          <span role="status">{t(m.making, { count: making })}</span>
          <noscript>
            <a href={`${ROOT}#board`}>{t(m.refresh)}</a>
          </noscript>
        </>
      )}
    </p>
  );
}

function StripRow({ strip: { shots } }: { strip: Strip }): ReactElement | null {
  const t = useT();
  const [first] = shots;
  if (!first) return null;
  return (
    <article className="strip">
      <header className="strip-head">
        <h3 className="strip-prompt" dir="auto">
          {first.prompt}
        </h3>
        <p className="strip-facts">
          <span>{t(styleNames[first.style])}</span>
          <Ltr>{`${first.width}×${first.height}`}</Ltr>
          <When at={first.createdAt} as="moment" />
        </p>
      </header>
      <div className={first.width >= first.height * 2 ? 'strip-shots strip-flat' : 'strip-shots'}>
        {shots.map((shot) => (
          <ShotCard key={shot.id} shot={shot} />
        ))}
      </div>
    </article>
  );
}
