/**
 * The legal pages that registration asks people to read: terms and privacy, as the studio ships them. An administrator's own
 * texts will take their place when settings can be edited.
 */
import type { ReactElement } from 'react';
import { access } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { type Message, say } from '#kernel/message.ts';
import { PageHeader } from '#kernel/page/components.tsx';
import { useT } from '#kernel/page/context.tsx';
import type { Pages } from '#kernel/page/page.tsx';
import { privacy, terms } from './messages.ts';

interface LegalText {
  readonly title: Message;
  readonly lead: Message;
  readonly sections: readonly (readonly [title: Message, text: Message])[];
}

const TEXTS: Readonly<Record<'terms' | 'privacy', LegalText>> = {
  terms: {
    title: terms.title,
    lead: terms.lead,
    sections: [
      [terms.serviceTitle, terms.service],
      [terms.accountTitle, terms.account],
      [terms.recruitersTitle, terms.recruiters],
      [terms.endTitle, terms.end],
    ],
  },
  privacy: {
    title: privacy.title,
    lead: privacy.lead,
    sections: [
      [privacy.keptTitle, privacy.kept],
      [privacy.seenTitle, privacy.seen],
      [privacy.outsideTitle, privacy.outside],
      [privacy.rightsTitle, privacy.rights],
    ],
  },
};

export function registerLegalPages(door: Door, pages: Pages): void {
  for (const [name, text] of Object.entries(TEXTS)) {
    door.get(`/legal/${name}`, { config: { access: access.public, kind: 'page' } }, async (request, reply) =>
      pages.send(request, reply, {
        title: say(text.title, request.language),
        frame: 'public',
        body: <LegalPage text={text} />,
        metadata: { description: say(text.lead, request.language) },
      }),
    );
  }
}

function LegalPage({ text }: { text: LegalText }): ReactElement {
  const t = useT();
  return (
    <article className="mx-auto max-w-3xl">
      <PageHeader title={text.title} lead={text.lead} />
      {text.sections.map(([heading, body]) => (
        <section key={heading.en} className="mt-8">
          <h2 className="mb-2 text-lg font-semibold">{t(heading)}</h2>
          <p>{t(body)}</p>
        </section>
      ))}
    </article>
  );
}
