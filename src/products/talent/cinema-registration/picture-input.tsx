/**
 * Photos that keep their shape (a paper, a full-length picture), one or several. Without a script plain file inputs travel with the
 * form; with it each photo is made lighter, sent beside the form in resumable pieces, and the form carries only the ids of finished
 * uploads in `<name>_upload`.
 */
import type { ReactElement, ReactNode } from 'react';
import { MAX_PHOTO_MEGABYTES } from '#capabilities/media/media.ts';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { fileMessages } from '#kernel/page/messages.ts';
import { labels } from './labels.ts';
import { photoWords } from './photo-messages.ts';

export interface PictureInputProps {
  /** Uploads are carried under this name. */
  readonly name: 'gallery' | 'id_photo';
  /** How many more photos there is room for. */
  readonly room: number;
  /** What the one place says where the script takes several photos at once. */
  readonly label: Text;
  /** The file inputs of a form without a script: name and label. */
  readonly slots: readonly { readonly name: string; readonly label: Text }[];
  readonly describedBy?: string | undefined;
  /** Only needed without a script. */
  readonly children?: ReactNode;
}

const ACCEPT = 'image/jpeg,image/png';

export function PictureInput({ name, room, label, slots, describedBy, children }: PictureInputProps): ReactElement {
  const t = useT();
  const fill = { size: MAX_PHOTO_MEGABYTES, name: '{name}', percent: '{percent}' };
  const { sending, waiting, sent, tooLarge, unreadable } = fileMessages;
  const said = {
    sending,
    waiting,
    sent,
    tooLarge,
    unreadable,
    failed: photoWords.sendAgain,
    full: photoWords.noRoom,
    remove: photoWords.remove,
    choose: label,
  };
  const texts = Object.fromEntries(Object.entries(said).map(([key, text]) => [key, t(text, fill)]));
  const props = { name, room, endpoint: '/uploads', maxBytes: MAX_PHOTO_MEGABYTES * 1024 * 1024, texts };
  return (
    <Island name="gallery" props={props} className="flex flex-col gap-3">
      <ul className="grid grid-cols-2 gap-3 empty:hidden sm:grid-cols-4" data-list aria-label={t(labels[name])} />
      <div className="grid gap-3 sm:grid-cols-2 has-[>:only-child]:sm:grid-cols-1" data-slots>
        {slots.map((slot) => (
          <label key={slot.name} className="upload-drop flex-wrap">
            <Icon name="camera" />
            <span className="upload-words">
              <span data-label>{t(slot.label)}</span>
              <small>{t(fileMessages.photoLimits, fill)}</small>
            </span>
            <input type="file" name={slot.name} accept={ACCEPT} aria-describedby={describedBy} />
          </label>
        ))}
      </div>
      {children && <span data-plain>{children}</span>}
      <p className="field-hint empty:hidden" role="status" data-status />
    </Island>
  );
}
