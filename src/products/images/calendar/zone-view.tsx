/** `/publications/zone`: whose clocks the pages show. */
import type { ReactElement } from 'react';
import { Select } from '#kernel/page/choices.tsx';
import { Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { Form, FormActions } from '#kernel/page/forms.tsx';
import { rooms as m } from './messages.ts';
import { Room } from './rooms-view.tsx';

/** By the part before the first `/`, as people look for them. */
export function zoneGroups(): readonly { label: string; options: readonly { value: string; label: string }[] }[] {
  const names = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  const groups = Map.groupBy(names, (name) => (name.includes('/') ? (name.split('/')[0] ?? '') : 'UTC'));
  return [...groups].map(([label, zones]) => ({
    label,
    options: zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  }));
}

export function ZonePage({ zone, back, isPlayed }: { zone: string; back: string; isPlayed: boolean }): ReactElement {
  const t = useT();
  return (
    <Room title={m.zoneTitle} lead={m.zoneLead} isPlayed={isPlayed}>
      <Card>
        <Form action="/publications/zone">
          <input type="hidden" name="back" value={back} />
          <Select name="zone" label={m.zone} icon="globe" value={zone} groups={zoneGroups()} placeholder={null} />
          <FormActions>
            <Button icon="save">{t(m.save)}</Button>
            <LinkButton kind="quiet" href={back}>
              {t(m.back)}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </Room>
  );
}
