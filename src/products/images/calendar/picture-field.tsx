/** The pictures to choose from, the latest validated first. */
import { type ReactElement, useId } from 'react';
import { useT } from '#kernel/page/context.tsx';
import { useField } from '#kernel/page/forms.tsx';
import { Icon } from '#kernel/page/icons.tsx';
import { compose as m } from './composer-messages.ts';
import { type Picture, pictureSrc } from './picture-src.ts';

export function PictureField({ pictures, chosen }: { pictures: readonly Picture[]; chosen: Picture | null }): ReactElement {
  const t = useT();
  const id = useId();
  const { error } = useField({ name: 'image' });
  const all = chosen && !pictures.some((picture) => picture.id === chosen.id) ? [chosen, ...pictures] : pictures;
  return (
    <fieldset className="picture-choices" id="f-image" aria-describedby={error && `${id}-error`}>
      <legend className="sr-only">{t(m.picture)}</legend>
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="error" />
          {t(error.message, error.params)}
        </p>
      )}
      <div className="picture-choices-row">
        {all.map(
          (picture) =>
            picture.file && (
              <label key={picture.id} className="picture-choice">
                <input
                  type="radio"
                  name="image"
                  value={picture.id}
                  required
                  defaultChecked={picture.id === chosen?.id}
                  data-src={pictureSrc(picture.file)}
                  data-width={picture.width}
                  data-height={picture.height}
                />
                <img src={pictureSrc(picture.file, 'thumb')} alt={picture.prompt} title={picture.prompt} loading="lazy" />
              </label>
            ),
        )}
      </div>
    </fieldset>
  );
}
