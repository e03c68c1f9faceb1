/** The letter that administrators send themselves to see whether letters arrive (template `generic`). */
import { type LetterLook, renderLetter } from '#kernel/mail/letter.tsx';
import type { Letter } from '#kernel/mail/mail.ts';
import { type Language, localeOf, say } from '#kernel/message.ts';
import { sending as m } from './messages.ts';
import { STUDIO_ZONE } from './studio-zone.ts';

export interface TestLetterFacts {
  readonly to: { readonly accountId: number; readonly email: string; readonly name: string };
  readonly language: Language;
  readonly look: LetterLook;
  readonly now: Date;
}

export function testLetter({ to, language, look, now }: TestLetterFacts): Letter {
  const site = look.siteName;
  const title = say(m.testSubject, language, { site });
  const moment = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone: STUDIO_ZONE });
  const { html, text } = renderLetter({
    ...look,
    ...{ language, title },
    blocks: [
      { kind: 'text', text: say(m.testText, language, { site }) },
      {
        kind: 'facts',
        rows: [
          [say(m.testAsked, language), to.name],
          [say(m.testAt, language), moment.format(now)],
        ],
      },
    ],
  });
  return { to: to.email, toName: to.name, subject: title, html, text, template: 'generic', sentBy: to.accountId };
}
