/** A public page told to others: plain links, no script of anybody else, nothing that follows the reader. */
import type { ReactElement } from 'react';
import { LinkButton } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { pageMessages } from '#kernel/page/messages.ts';
import { m } from './messages.ts';

export function ShareLinks({ path, title }: { path: string; title: string }): ReactElement {
  const t = useT();
  const { origin } = usePage();
  const address = origin + path;
  const ways = [
    { name: 'WhatsApp', href: `https://wa.me/?${query({ text: `${title} ${address}` })}` },
    { name: 'Facebook', href: `https://www.facebook.com/sharer/sharer.php?${query({ u: address })}` },
    { name: 'LinkedIn', href: `https://www.linkedin.com/sharing/share-offsite/?${query({ url: address })}` },
    { name: 'X', href: `https://x.com/intent/post?${query({ text: title, url: address })}` },
  ];
  return (
    <div className="flex flex-col gap-3">
      <div className="cluster">
        {ways.map(({ name, href }) => (
          <LinkButton key={name} href={href} kind="secondary" size="sm" external>
            <span className="sr-only">{t(m.shareBy, { way: name })}</span>
            <span aria-hidden="true">{name}</span>
          </LinkButton>
        ))}
        <LinkButton href={`mailto:?${query({ subject: title, body: address })}`} kind="secondary" size="sm" icon="mail">
          {t(m.mail)}
        </LinkButton>
      </div>
      <p className="flex items-center gap-2 text-sm">
        <bdi dir="ltr" className="min-w-0 grow wrap-anywhere text-muted">
          {address}
        </bdi>
        <Island name="copy" inline props={{ text: address, label: t(pageMessages.copy), done: t(pageMessages.copied) }} />
      </p>
    </div>
  );
}

/** Mail programs read `+` as a plus. */
const query = (values: Readonly<Record<string, string>>): string => new URLSearchParams(values).toString().replaceAll('+', '%20');
