/** Photos one can look at large. Each large view has an address of its own (`#photo-2`), so it opens without a script and the back button closes it. */
import type { ReactElement } from 'react';
import { Card } from '#kernel/page/components.tsx';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { Picture } from '#kernel/page/picture.tsx';
import { p } from './profile-messages.ts';

/** The address of a stored photo at a width the file route gives. */
export const photoAt = (file: string, width: 320 | 640 | 1280): string => `/static/uploads/${file}?w=${width}`;

export function Gallery({ files, name }: { files: readonly string[]; name: string }): ReactElement | null {
  const t = useT();
  if (files.length === 0) return null;
  return (
    <Card title={p.gallery} icon="images" id="gallery">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {files.map((file, index) => (
          <li key={file}>
            <a className="block overflow-hidden rounded-box border border-line bg-base-300" href={`#photo-${index + 1}`}>
              <Picture
                className="aspect-3/4 w-full object-cover transition-transform duration-300 hover:scale-103 motion-reduce:transition-none"
                src={photoAt(file, 320)}
                alt={t(p.openPhoto, { row: index + 1 })}
                width={320}
                height={427}
                sizes="(width < 40rem) 44vw, 16rem"
              />
            </a>
          </li>
        ))}
      </ul>
      {files.map((file, index) => (
        <Large key={file} file={file} row={index + 1} count={files.length} name={name} />
      ))}
    </Card>
  );
}

function Large({ file, row, count, name }: { file: string; row: number; count: number; name: string }): ReactElement {
  const t = useT();
  const alt = t(p.photoOf, { name, row, count });
  return (
    <figure id={`photo-${row}`} className="fixed inset-0 z-50 hidden place-items-center bg-black/90 p-4 target:grid" aria-label={alt}>
      <img className="max-h-[88dvh] max-w-full rounded-box object-contain" src={photoAt(file, 1280)} alt={alt} loading="lazy" />
      <Way href="#gallery" icon="close" label={p.closePhoto} place="end-3 top-3" />
      {row > 1 && <Way href={`#photo-${row - 1}`} icon="chevron-start" label={p.previousPhoto} place="start-3 top-1/2 -translate-y-1/2" />}
      {row < count && <Way href={`#photo-${row + 1}`} icon="chevron-end" label={p.nextPhoto} place="end-3 top-1/2 -translate-y-1/2" />}
    </figure>
  );
}

const Way = ({ href, icon, label, place }: { href: string; icon: IconName; label: Text; place: string }): ReactElement => {
  const t = useT();
  return (
    <a href={href} aria-label={t(label)} className={`button button-secondary button-square absolute ${place}`}>
      <Icon name={icon} />
    </a>
  );
};
