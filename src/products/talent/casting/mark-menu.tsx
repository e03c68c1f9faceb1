/** The mark of one person: a figure that opens the six marks. The buttons belong to one form of the page (`MarkForm`). */
import type { ReactElement } from 'react';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { StencilList } from '#kernel/page/stencil.tsx';
import { MARKS, type Mark } from './marks.ts';
import { m } from './messages.ts';

const FORM = 'marks';

/** Once a page, outside any other form: it sends the mark and comes back to this address. */
export function MarkForm(): ReactElement {
  const { url } = usePage();
  return (
    <Form id={FORM} action="/casting/marks" className="hidden">
      <input type="hidden" name="back" value={url} />
    </Form>
  );
}

export function MarkMenu({ talentId, name, mark }: { talentId: number; name: string; mark: Mark | null }): ReactElement {
  const t = useT();
  const label = MARKS.find(({ value }) => value === mark)?.label;
  return (
    <details className="drop mark-menu" data-drop data-mark={mark ?? 0} data-of={talentId}>
      <summary
        className={mark ? `mark-${mark}` : undefined}
        aria-label={label ? t(m.markedAs, { name, mark: mark ?? 0, label: t(label) }) : t(m.markOf, { name })}
      >
        <Icon name="star" />
        <span>{mark}</span>
      </summary>
      <StencilList className="drop-panel" name={`marks ${mark ?? 0}`} number={talentId} draw={(id) => <Choices id={id} mark={mark} />} />
    </details>
  );
}

function Choices({ id, mark }: { id: string; mark: Mark | null }): ReactElement {
  const t = useT();
  return (
    <>
      {MARKS.map(({ value, label: word }) => (
        <li key={value}>
          <button type="submit" form={FORM} name="mark" value={`${id}:${value}`} className="drop-item" aria-pressed={value === mark}>
            <MarkDot mark={value} />
            {t(word)}
            <Icon name="check" className="mark-tick" />
          </button>
        </li>
      ))}
      <li hidden={mark === null}>
        <button type="submit" form={FORM} name="mark" value={`${id}:0`} className="drop-item drop-last">
          <Icon name="close" />
          {t(m.noMark)}
        </button>
      </li>
    </>
  );
}

export const MarkDot = ({ mark }: { mark: Mark }): ReactElement => <span className={`mark-dot mark-${mark}`}>{mark}</span>;
