/**
 * Files of a form. Without a script a plain file input travels with the form; with it, the file is sent beside the
 * form in resumable pieces, and the form carries only the id of the finished upload in `<name>_upload`.
 */
import type { ReactElement } from 'react';
import { useT } from './context.tsx';
import { Field } from './fields.tsx';
import { type FieldProps, useField } from './forms.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Island } from './islands.tsx';
import { fileMessages as m } from './messages.ts';

export interface KeptUpload {
  readonly id: string;
  readonly originalName: string;
}

export interface FileInputProps extends FieldProps {
  /** As the `accept` attribute: `.pdf,.doc,.docx`. */
  readonly accept: string;
  readonly maxBytes: number;
  /** A finished upload of an earlier try, kept when the rest of the form was refused. */
  readonly kept?: KeptUpload | undefined;
  readonly icon?: IconName;
  /** What the file is for, as the uploads room knows it; by default the field's name (`photo`, `cv`). */
  readonly purpose?: string;
}

export const FileInput = (props: FileInputProps): ReactElement => <Uploader {...props} kind="document" />;

export interface PhotoInputProps extends Omit<FileInputProps, 'accept' | 'icon'> {
  readonly accept?: string;
  /** Address of the picture shown until another is chosen. */
  readonly current?: string | null | undefined;
}

/** A square portrait: preview, crop by pointer or keyboard, made smaller in the browser before it is sent. */
export const PhotoInput = ({ accept = 'image/png,image/jpeg', ...props }: PhotoInputProps): ReactElement => (
  <Uploader {...props} accept={accept} kind="photo" icon="camera" />
);

interface UploaderProps extends FileInputProps {
  readonly kind: 'photo' | 'document';
  readonly current?: string | null | undefined;
}

function Uploader({ accept, maxBytes, kept, kind, current, icon = 'upload', purpose, ...props }: UploaderProps): ReactElement {
  const t = useT();
  const facts = useField(props, null);
  const required = kept || current ? undefined : facts.control.required;
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  const texts = Object.fromEntries(
    Object.entries(m).map(([key, message]) => [key, t(message, { size: megabytes, name: '{name}', percent: '{percent}' })]),
  );
  return (
    <Field {...props} facts={facts}>
      <Island
        name="uploads"
        props={{ kind, purpose: purpose ?? props.name, accept, maxBytes, endpoint: '/uploads', texts }}
        className={`upload upload-${kind}`}
      >
        {kind === 'photo' && (
          <span className="upload-preview" data-preview>
            {current ? <img src={current} alt="" width={112} height={112} /> : <Icon name="user" />}
          </span>
        )}
        <span className="upload-drop">
          <Icon name={icon} />
          <span className="upload-words">
            <span data-status>{kept ? t(m.kept, { name: kept.originalName }) : t(kind === 'photo' ? m.choosePhoto : m.chooseFile)}</span>
            <small>{t(kind === 'photo' ? m.photoLimits : m.fileLimits, { size: megabytes })}</small>
          </span>
          <input {...facts.control} required={required} type="file" accept={accept} />
        </span>
        <input type="hidden" name={`${props.name}_upload`} value={kept?.id ?? ''} data-upload />
      </Island>
    </Field>
  );
}
