/** How to reach a CINEMA talent: directly for those who may, through the agency for everybody else. */
import type { ReactElement } from 'react';
import { isAdmin } from '#kernel/http/access.ts';
import { Button, Card, LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { CodeTag, type Definition, Definitions, Ltr, When } from '#kernel/page/facts.tsx';
import { Form } from '#kernel/page/forms.tsx';
import type { CinemaTalent } from '../cinema/cinema.ts';
import { choiceOf } from '../options/options.ts';
import { labels } from './labels.ts';
import { p } from './profile-messages.ts';

export function ThroughAgency({ code }: { code: string }): ReactElement {
  const t = useT();
  return (
    <Card title={p.agencyTitle} icon="message" tone="accent">
      <div className="stack">
        <p>{t(p.agencyText)}</p>
        <p className="text-lg">
          <CodeTag code={code} copy />
        </p>
        <LinkButton href="/about" kind="secondary" iconEnd="arrow-end">
          {t(p.agencyLink)}
        </LinkButton>
      </div>
    </Card>
  );
}

const Away = ({ href, text }: { href: string; text?: string }): ReactElement => (
  <a href={href} target="_blank" rel="noopener noreferrer nofollow">
    <Ltr>{text ?? href.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</Ltr>
  </a>
);

export function Contacts({ talent }: { talent: CinemaTalent }): ReactElement {
  const t = useT();
  const { email, phone, whatsapp, website, social } = talent;
  const items: readonly Definition[] = [
    { term: labels.email, icon: 'mail', value: email && <a href={`mailto:${email}`}>{email}</a>, ltr: true },
    { term: labels.phone, icon: 'phone', value: phone && <a href={`tel:${phone}`}>{phone}</a>, ltr: true },
    { term: labels.whatsapp, icon: 'message', value: whatsapp, ltr: true },
    { term: labels.website, icon: 'globe', value: website && <Away href={website} /> },
    ...(['instagram', 'tiktok', 'facebook', 'telegram'] as const).map((name) => ({
      term: labels[name],
      value: social[name] && <Away href={social[name]} />,
    })),
    { term: p.birth, value: talent.dateOfBirth && <When at={talent.dateOfBirth} as="date" /> },
    { term: labels.nationality, value: talent.nationality },
    { term: p.since, value: <When at={talent.createdAt} /> },
  ];
  const shown = items.filter(({ value }) => value);
  return (
    <Card title={p.contacts} icon="phone">
      <div className="stack">
        {shown.length ? <Definitions items={shown} /> : <p className="text-muted">{t(p.contactsNone)}</p>}
        {whatsapp && (
          <LinkButton href={`https://wa.me/${whatsapp.replace(/\D/g, '')}`} kind="secondary" icon="message" external>
            {t(p.whatsappWrite)}
          </LinkButton>
        )}
        <Paper talent={talent} />
      </div>
    </Card>
  );
}

/** The number stays masked; an administrator asks for it with an act of its own, which is recorded. */
function Paper({ talent: { id, idDocument, idPhotoFile } }: { talent: CinemaTalent }): ReactElement | null {
  const t = useT();
  const { viewer } = usePage();
  const { type, number } = idDocument;
  if (!type && !number && !idPhotoFile) return null;
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <Definitions
        items={[
          {
            term: p.document,
            icon: 'id',
            value: <PaperWords type={type ? t(choiceOf('id_document_type', type).label) : ''} number={number} />,
          },
        ]}
      />
      {idPhotoFile && (
        <LinkButton href={`/static/uploads/${idPhotoFile}`} kind="quiet" size="sm" icon="eye" external>
          {t(p.documentPhoto)}
        </LinkButton>
      )}
      {number && isAdmin(viewer) && (
        <Form action={`/cinema/talent/${id}/document`} id="paper">
          <Button kind="secondary" size="sm" icon="eye">
            {t(p.documentShow)}
          </Button>
          <p className="field-hint">{t(p.documentLogged)}</p>
        </Form>
      )}
    </section>
  );
}

const PaperWords = ({ type, number }: { type: string; number: string | null }): ReactElement => (
  <>
    {type} {number && <Ltr>{number}</Ltr>}
  </>
);
