/** The foot of every page: whose site this is, how to reach them, where else they are. */
import type { ReactElement } from 'react';
import { NETWORK_NAMES } from '../site-face.ts';
import { usePage, useT } from './context.tsx';
import { Data, Ltr } from './facts.tsx';
import { Icon } from './icons.tsx';
import { pageMessages as m } from './messages.ts';
import { type Navigation, openTo } from './navigation.ts';

export function Footer({ navigation }: { navigation: Navigation }): ReactElement {
  const t = useT();
  const { siteName, viewer, face } = usePage();
  return (
    <footer className="foot">
      <div className="foot-words">
        <p>
          <strong>{siteName}</strong> · {face.text ? <Data>{face.text}</Data> : t(m.madeFor)}
        </p>
        <Contact />
      </div>
      <nav aria-label={t(m.footer)}>
        {openTo(navigation.footer, viewer)
          .filter(({ href }) => !face.closed.includes(href))
          .map((item) => (
            <a key={item.key} href={item.href}>
              {t(item.label)}
            </a>
          ))}
      </nav>
      <Social />
    </footer>
  );
}

function Contact(): ReactElement | null {
  const { email, phone } = usePage().face;
  if (!email && !phone) return null;
  return (
    <p className="foot-contact">
      {email && (
        <a href={`mailto:${email}`}>
          <Icon name="mail" />
          <Ltr>{email}</Ltr>
        </a>
      )}
      {phone && (
        <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          <Icon name="phone" />
          <Ltr>{phone}</Ltr>
        </a>
      )}
    </p>
  );
}

function Social(): ReactElement | null {
  const t = useT();
  const { siteName, face } = usePage();
  if (face.social.length === 0) return null;
  return (
    <ul className="foot-social" aria-label={t(m.socialNetworks)}>
      {face.social.map(({ network, href }) => (
        <li key={network}>
          <a href={href} rel="noopener" aria-label={t(m.onNetwork, { site: siteName, network: NETWORK_NAMES[network] })}>
            <Icon name={network} />
          </a>
        </li>
      ))}
    </ul>
  );
}
