/** The official ways to reach a company, as links. */
import type { ReactElement } from 'react';
import { type Text, useT } from '#kernel/page/context.tsx';
import { Ltr } from '#kernel/page/facts.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { labels } from './form-messages.ts';
import { type ListedProduction, NETWORKS } from './production.ts';

interface Contact {
  readonly label: Text;
  readonly icon: IconName;
  readonly href: string;
  readonly shown: string;
}

export function ContactList({ production, none }: { production: ListedProduction; none: Text }): ReactElement {
  const t = useT();
  const contacts = contactsOf(production);
  if (contacts.length === 0) return <p className="text-muted">{t(none)}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {contacts.map(({ label, icon, href, shown }) => (
        <li key={href} className="flex min-w-0 items-start gap-3">
          <Icon name={icon} className="mt-1 text-muted" />
          <span className="min-w-0">
            <span className="block text-sm text-muted">{t(label)}</span>
            <a className="wrap-anywhere text-primary underline" href={href} rel="noopener noreferrer">
              <Ltr>{shown}</Ltr>
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}

function contactsOf(production: ListedProduction): readonly Contact[] {
  const { email, phone, website } = production;
  const networks = NETWORKS.map((name) => ({ label: labels[name], icon: 'link' as const, url: production[name] }));
  const pages = [{ label: labels.website, icon: 'globe' as const, url: website }, ...networks];
  return [
    ...(email ? [{ label: labels.email, icon: 'mail' as const, href: `mailto:${email}`, shown: email }] : []),
    ...(phone ? [{ label: labels.phone, icon: 'phone' as const, href: `tel:${phone}`, shown: phone }] : []),
    ...pages.flatMap(({ label, icon, url }) =>
      url ? [{ label, icon, href: url, shown: url.replace(/^https?:\/\/(www\.)?|\/$/g, '') }] : [],
    ),
  ];
}
