/** Validated pictures beside the calendar: dragged onto a day, or opened as they are. */
import type { ReactElement } from 'react';
import { LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { board as m } from './messages.ts';
import { type Picture, pictureSrc } from './picture-src.ts';
import { ROOT } from './requests.ts';

export function TrayView({ pictures }: { pictures: readonly Picture[] }): ReactElement {
  const t = useT();
  return (
    <aside className="tray" aria-labelledby="tray-title">
      <h2 id="tray-title" className="tray-title">
        {t(m.tray)}
      </h2>
      <p className="tray-hint">{t(pictures.length > 0 ? m.trayHint : m.trayEmpty)}</p>
      {pictures.length === 0 && (
        <LinkButton kind="secondary" size="sm" href="/studio/review">
          {t(m.trayReview)}
        </LinkButton>
      )}
      <ul className="tray-pictures">
        {pictures.map(
          ({ id, file, prompt }) =>
            file && (
              <li key={id}>
                <a
                  className="tray-picture"
                  href={`${ROOT}/new?image=${id}`}
                  title={prompt}
                  aria-label={t(m.composeWith, { prompt: shortened(prompt) })}
                  draggable={false}
                  data-picture={id}
                >
                  <img src={pictureSrc(file, 'thumb')} alt="" loading="lazy" draggable={false} />
                </a>
              </li>
            ),
        )}
      </ul>
    </aside>
  );
}

const shortened = (prompt: string): string => (prompt.length > 90 ? `${prompt.slice(0, 89)}…` : prompt);
