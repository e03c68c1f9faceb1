/** Pictures that look nearly the same as another: posting both would bore, and platforms refuse repetition. */
import type { ReactElement } from 'react';
import { Alert } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { board } from './messages.ts';
import { twins as m } from './review-messages.ts';
import { addressOf } from './tools.ts';

export function TwinNotice({ ids }: { ids: readonly number[] }): ReactElement | null {
  const t = useT();
  if (ids.length === 0) return null;
  return (
    <Alert tone="warning" title={t(m.title, { count: ids.length })}>
      <span className="cluster">
        {ids.map((id) => (
          <a key={id} href={addressOf(id)}>
            {t(board.number, { id })}
          </a>
        ))}
      </span>
    </Alert>
  );
}
