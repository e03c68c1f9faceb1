/** The photos of a person: portrait, paper, gallery. Each shows what was received and can be taken away. */
import type { ReactElement } from 'react';
import { MAX_PHOTO_MEGABYTES } from '#capabilities/media/media.ts';
import { Alert, Button } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Field } from '#kernel/page/fields.tsx';
import { PhotoInput } from '#kernel/page/files.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { labels } from './labels.ts';
import { photoWords } from './photo-messages.ts';
import { PictureInput } from './picture-input.tsx';
import { GALLERY_SLOTS } from './pictures.ts';

export interface ShownPicture {
  /** What the button to remove it sends behind `remove:`. */
  readonly key: string;
  readonly src: string;
}

export function PortraitField({ current }: { current: string | null }): ReactElement {
  const t = useT();
  return (
    <div className="stack">
      <PhotoInput
        name="photo"
        label={labels.photo}
        hint={photoWords.photoHint}
        maxBytes={MAX_PHOTO_MEGABYTES * 1024 * 1024}
        current={current}
      />
      {current && <Received text={t(photoWords.photoSent)} remove={t(photoWords.removePhoto)} go="remove:photo" />}
    </div>
  );
}

export function PaperField({ received }: { received: boolean }): ReactElement {
  const t = useT();
  const props = { name: 'id_photo', label: labels.id_photo, hint: photoWords.idPhotoHint };
  const facts = useField(props);
  const label = received ? photoWords.anotherPhoto : photoWords.choosePhoto;
  return (
    <Field {...props} facts={facts} group>
      <div className="stack">
        <PictureInput
          name="id_photo"
          room={1}
          label={label}
          slots={[{ name: 'id_photo', label }]}
          describedBy={facts.control['aria-describedby']}
        />
        {received && <Received text={t(photoWords.photoSent)} remove={t(photoWords.removePhoto)} go="remove:id_photo" />}
      </div>
    </Field>
  );
}

const Received = ({ text, remove, go }: { text: string; remove: string; go: string }): ReactElement => (
  <Alert
    tone="success"
    title={text}
    actions={
      <Button name="go" value={go} kind="quiet" size="sm" icon="trash" formNoValidate>
        {remove}
      </Button>
    }
  />
);

/** What the gallery holds, and places for what still fits. */
export function GalleryField({ pictures, max }: { pictures: readonly ShownPicture[]; max: number }): ReactElement {
  const t = useT();
  const props = { name: 'gallery', label: labels.gallery, hint: t(photoWords.galleryHint, { max }) };
  const facts = useField(props);
  const room = Math.max(0, max - pictures.length);
  const slots = GALLERY_SLOTS.slice(0, room).map((name, index) => ({ name, label: t(photoWords.gallerySlot, { row: index + 1 }) }));
  return (
    <Field {...props} facts={facts} group>
      <div className="flex flex-col gap-3">
        {pictures.length > 0 && (
          <>
            <p className="text-sm text-muted tabular">{t(photoWords.galleryCount, { count: pictures.length, max })}</p>
            <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              {pictures.map((picture, index) => (
                <Picture key={picture.key} picture={picture} number={index + 1} />
              ))}
            </ul>
          </>
        )}
        {room > 0 && (
          <PictureInput
            name="gallery"
            room={room}
            label={photoWords.addPhotos}
            slots={slots}
            describedBy={facts.control['aria-describedby']}
          >
            <Button name="go" value="more-photos" kind="secondary" size="sm" icon="plus">
              {t(photoWords.galleryMore)}
            </Button>
          </PictureInput>
        )}
      </div>
    </Field>
  );
}

function Picture({ picture: { key, src }, number }: { picture: ShownPicture; number: number }): ReactElement {
  const t = useT();
  return (
    <li className="relative">
      <img
        className="aspect-square w-full rounded-box border border-line bg-base-300 object-cover"
        src={src}
        alt={t(photoWords.photoNumber, { row: number })}
        width={320}
        height={320}
        loading="lazy"
      />
      <button
        type="submit"
        name="go"
        value={`remove:${key}`}
        formNoValidate
        className="button button-secondary button-square absolute end-2 top-2"
        aria-label={t(photoWords.removeNumber, { row: number })}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}
