/** The links of a shortlist: what was given to whom, who opened it, and a new one. */
import type { ReactElement } from 'react';
import type { FieldErrors } from '#kernel/failure.ts';
import { Checkbox } from '#kernel/page/choices.tsx';
import { Badge, Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import { When } from '#kernel/page/facts.tsx';
import { DateInput, TextInput } from '#kernel/page/fields.tsx';
import { Form } from '#kernel/page/forms.tsx';
import { DEFAULT_DAYS, dayAfter, type LinkFields, lastDayOf, MAX_DAYS, type SeenLink, stateOf } from './links.ts';
import { shareWords as words } from './shortlist-messages.ts';
import type { Shortlist } from './shortlists.ts';
import { SHORTLISTS } from './shortlists-page.tsx';

export interface LinksView {
  readonly links: readonly SeenLink[];
  readonly now: Date;
  /** The address of a link that was just made, shown this once. */
  readonly made?: string | undefined;
  readonly typed?: LinkFields | undefined;
  readonly errors?: FieldErrors | undefined;
}

const TONES = { open: 'success', expired: 'neutral', revoked: 'danger' } as const;

export function LinksCard({ list, links, now, typed, errors }: LinksView & { list: Shortlist }): ReactElement {
  return (
    <Card id="links" title={words.links} lead={words.linksLead} icon="share">
      <div className="stack">
        {links.length > 0 && (
          <ul className="link-lines">
            {links.map((link) => (
              <LinkLine key={link.id} list={list} link={link} now={now} />
            ))}
          </ul>
        )}
        <NewLink list={list} now={now} typed={typed} errors={errors} />
      </div>
    </Card>
  );
}

function LinkLine({ list, link, now }: { list: Shortlist; link: SeenLink; now: Date }): ReactElement {
  const t = useT();
  const state = stateOf(link, now);
  return (
    <li>
      <div className="min-w-0 grow">
        <p className="font-semibold">
          {link.label} <Badge tone={TONES[state]}>{t(words[state])}</Badge>
        </p>
        <p className="text-muted text-sm">
          {t(words.until)} <When at={lastDayOf(link)} />
        </p>
        <p className="text-muted text-sm">
          {t(words.seen, { visitors: link.visitors, opened: link.opened })}
          {link.lastAt && (
            <>
              , {t(words.lastSeen)} <When at={link.lastAt} as="moment" />
            </>
          )}
        </p>
      </div>
      {state === 'open' && (
        <LinkButton
          kind="quiet"
          size="sm"
          icon="ban"
          href={`${SHORTLISTS}/${list.id}/links/${link.id}/revoke`}
          label={t(words.revokeOf, { label: link.label })}
        />
      )}
    </li>
  );
}

function NewLink({ list, now, typed, errors }: Omit<LinksView, 'links' | 'made'> & { list: Shortlist }): ReactElement {
  const t = useT();
  const values = { label: typed?.label, until: typed?.until ?? dayAfter(now, DEFAULT_DAYS), notes: typed?.showsNotes };
  return (
    <Form id="new-link" action={`${SHORTLISTS}/${list.id}/links`} values={values} errors={errors}>
      <TextInput name="label" label={words.label} hint={words.labelHint} required maxLength={80} autoComplete="off" />
      <DateInput name="until" label={words.until} required min={dayAfter(now, 1)} max={dayAfter(now, MAX_DAYS)} />
      <Checkbox name="notes" label={t(words.showNotes)} />
      <Button icon="link" full>
        {t(words.make)}
      </Button>
    </Form>
  );
}
