/** What somebody looks like: optional; its sensitive part with the agreement that it needs, and why it is asked. */
import type { ReactElement } from 'react';
import { Checkbox, CheckboxGroup, Select } from '#kernel/page/choices.tsx';
import { Alert } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { TextInput } from '#kernel/page/fields.tsx';
import { FieldRow, Fieldset } from '#kernel/page/forms.tsx';
import { OPTIONS } from '../options/options.ts';
import { labels } from './labels.ts';
import { m } from './messages.ts';
import { Swatches } from './swatches.tsx';

export function LooksFields(): ReactElement {
  const t = useT();
  return (
    <>
      <FieldRow>
        <TextInput name="height" type="number" inputMode="numeric" label={labels.height} min={40} max={260} unit={t(m.cm)} icon="ruler" />
        <TextInput name="weight" type="number" inputMode="numeric" label={labels.weight} min={10} max={400} unit={t(m.kg)} />
      </FieldRow>
      <Swatches name="eye_color" label={labels.eye_color} choices={OPTIONS.eye_color} />
      <Swatches name="hair_color" label={labels.hair_color} choices={OPTIONS.hair_color} />
      <FieldRow>
        <Select name="hair_type" label={labels.hair_type} options={OPTIONS.hair_type} />
        <Select name="build" label={labels.build} options={OPTIONS.build} />
      </FieldRow>
      <Fieldset legend={m.sensitive}>
        <Alert tone="info" title={m.agreementTitle}>
          {t(m.agreementText)}
        </Alert>
        <Checkbox name="appearance_consent" label={<strong>{t(m.agreement)}</strong>} />
        <Swatches name="skin_tone" label={labels.skin_tone} choices={OPTIONS.skin_tone} />
        <CheckboxGroup name="ethnicities" label={labels.ethnicities} hint={m.ethnicitiesHint} options={OPTIONS.ethnicity} />
      </Fieldset>
    </>
  );
}
