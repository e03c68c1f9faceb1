/** What strangers see: the welcome, and who we are. */
import type { ReactElement, ReactNode } from 'react';
import { LANGUAGES, type Message } from '#kernel/message.ts';
import { LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { Count } from '#kernel/page/facts.tsx';
import { Icon, type IconName } from '#kernel/page/icons.tsx';
import { Island } from '#kernel/page/islands.tsx';
import { LANGUAGE_NAMES, pageMessages } from '#kernel/page/messages.ts';
import { inLanguage } from '#kernel/page/metadata.tsx';
import { widthsOf } from '#kernel/page/picture-widths.ts';
import { Feature, Features, Hero, Section, Story } from '#kernel/page/showcase.tsx';
import { isOwnPicture } from '#kernel/site-face.ts';
import { landing } from './landing-messages.ts';
import { Collage } from './landing-pictures.tsx';
import { about } from './messages.ts';

export interface WelcomeFigures {
  readonly people: number;
  readonly companies: number;
  readonly calls: number;
  readonly cities: number;
}
export interface WelcomeView {
  readonly figures: WelcomeFigures;
  /** Cards of the next castings. */
  readonly calls: readonly { readonly id: number; readonly card: ReactElement }[];
  /** Addresses of the pictures of the product, by name. */
  readonly pictures: (name: 'casting' | 'profile') => ReactNode;
}

export function LandingPage({ figures, calls, pictures }: WelcomeView): ReactElement {
  const t = useT();
  const { hero } = usePage().face;
  return (
    <>
      <Hero
        eyebrow={landing.eyebrow}
        title={landing.title}
        lead={landing.lead}
        aside={hero ? <OwnHero src={hero} /> : <Collage />}
        note={t(landing.free)}
      >
        <LinkButton href="/cinema/register" size="lg" iconEnd="arrow-end">
          {t(landing.register)}
        </LinkButton>
        <LinkButton href="/castings" size="lg" kind="secondary">
          {t(landing.seeCastings)}
        </LinkButton>
      </Hero>
      <FigureStrip figures={figures} />
      {calls.length > 0 && (
        <Section title={landing.callsTitle} lead={landing.callsLead}>
          <div className="call-grid">
            {calls.map(({ id, card }) => (
              <div key={id} className="contents">
                {card}
              </div>
            ))}
          </div>
          <p className="mt-5">
            <LinkButton href="/castings" kind="secondary" iconEnd="arrow-end">
              {t(landing.callsAll)}
            </LinkButton>
          </p>
        </Section>
      )}
      <Story title={landing.talentsTitle} lead={landing.talentsLead} picture={pictures('profile')}>
        <Points texts={[landing.talentsOne, landing.talentsTwo, landing.talentsThree]} />
        <LinkButton href="/cinema/register">{t(landing.talentsGo)}</LinkButton>
      </Story>
      <Story title={landing.castingTitle} lead={landing.castingLead} picture={pictures('casting')} turned>
        <Points texts={[landing.castingOne, landing.castingTwo, landing.castingThree]} />
        <LinkButton href="/castings" kind="secondary">
          {t(landing.castingGo)}
        </LinkButton>
      </Story>
      <Story title={landing.socialTitle} lead={landing.socialLead} picture={null}>
        <Points texts={[landing.socialOne, landing.socialTwo, landing.socialThree]} />
        <LinkButton href="/about" kind="secondary">
          {t(landing.socialGo)}
        </LinkButton>
      </Story>
      <Trust />
      <How />
      <Developers />
      <Closing />
    </>
  );
}

/** The picture an administrator chose; the words beside it say what it is about. */
const OwnHero = ({ src }: { src: string }): ReactElement => {
  const own = isOwnPicture(src);
  return (
    <img
      className="hero-own"
      src={own ? `${src}?w=1280` : src}
      srcSet={own ? widthsOf(`${src}?w=1280`, 1280) : undefined}
      sizes={own ? '(min-width: 64rem) 34rem, 92vw' : undefined}
      alt=""
      fetchPriority="high"
      decoding="async"
    />
  );
};

/** Counted, not claimed: what is nothing yet is left out. */
function FigureStrip({ figures }: { figures: WelcomeFigures }): ReactElement | null {
  const t = useT();
  const shown: readonly (readonly [Message, number])[] = [
    [landing.people, figures.people],
    [landing.companies, figures.companies],
    [landing.calls, figures.calls],
    [landing.places, figures.cities],
  ];
  const counted = shown.filter(([, count]) => count > 0);
  if (counted.length === 0) return null;
  return (
    <section className="show-figures" aria-label={t(landing.figures)}>
      {counted.map(([text, count]) => (
        <p key={text.en}>
          <strong>
            <Count value={count} />
          </strong>
          <span>{t(text, { count })}</span>
        </p>
      ))}
    </section>
  );
}

function Points({ texts }: { texts: readonly Message[] }): ReactElement {
  const t = useT();
  return (
    <ul className="show-points">
      {texts.map((text) => (
        <li key={text.en}>
          <Icon name="check" />
          <span>{t(text)}</span>
        </li>
      ))}
    </ul>
  );
}

const TRUST: readonly (readonly [IconName, Message, Message])[] = [
  ['shield', landing.trustOneTitle, landing.trustOne],
  ['scan', landing.trustTwoTitle, landing.trustTwo],
  ['ban', landing.trustThreeTitle, landing.trustThree],
];
function Trust(): ReactElement {
  const t = useT();
  return (
    <section className="show-trust" id="trust">
      <div>
        <h2>{t(landing.trustTitle)}</h2>
        <p className="show-lead">{t(landing.trustLead)}</p>
      </div>
      <Features>
        {TRUST.map(([icon, title, text]) => (
          <Feature key={title.en} icon={icon} title={title}>
            {t(text)}
          </Feature>
        ))}
      </Features>
      <p>
        <LinkButton href="/productions" kind="secondary" icon="verified">
          {t(landing.trustGo)}
        </LinkButton>
      </p>
    </section>
  );
}

const STEPS: readonly (readonly [IconName, Message, Message])[] = [
  ['user-plus', landing.oneTitle, landing.oneText],
  ['qr', landing.twoTitle, landing.twoText],
  ['search', landing.threeTitle, landing.threeText],
];
function How(): ReactElement {
  const t = useT();
  return (
    <Section title={landing.howTitle}>
      <Features>
        {STEPS.map(([icon, title, text]) => (
          <Feature key={title.en} icon={icon} title={title}>
            {t(text)}
          </Feature>
        ))}
      </Features>
    </Section>
  );
}

function Developers(): ReactElement {
  const t = useT();
  const { origin } = usePage();
  const command = `curl ${origin}/api/v1/talents`;
  return (
    <Section title={landing.devTitle} lead={landing.devLead} id="developers">
      <p className="mt-5 mb-2 text-muted">{t(landing.devTry)}</p>
      <div className="show-code" dir="ltr">
        <code>{command}</code>
        <Island name="copy" inline props={{ text: command, label: t(pageMessages.copy), done: t(pageMessages.copied) }} />
      </div>
      <p className="mt-5">
        <LinkButton href="/docs" kind="secondary" icon="code">
          {t(landing.devGo)}
        </LinkButton>
      </p>
    </Section>
  );
}

function Closing(): ReactElement {
  const t = useT();
  return (
    <section className="show-closing">
      <div>
        <h2>{t(landing.lightTitle)}</h2>
        <p className="show-lead">{t(landing.lightText)}</p>
        <p className="show-languages">
          <span>{t(landing.languages)}</span>
          {LANGUAGES.map((language) => (
            <a key={language} href={inLanguage('/welcome', language)} lang={language} hrefLang={language}>
              {LANGUAGE_NAMES[language]}
            </a>
          ))}
        </p>
      </div>
      <div className="stack">
        <h2>{t(landing.lastTitle)}</h2>
        <div className="cluster">
          <LinkButton href="/cinema/register" size="lg" iconEnd="arrow-end">
            {t(landing.register)}
          </LinkButton>
          <LinkButton href="/auth/login" size="lg" kind="secondary">
            {t(landing.signIn)}
          </LinkButton>
        </div>
        <p className="text-muted">{t(landing.free)}</p>
      </div>
    </section>
  );
}

export interface Figures {
  readonly countries: number;
  readonly cities: number;
  readonly talents: number;
}

export function AboutPage({ figures }: { figures: Figures }): ReactElement {
  const t = useT();
  const { siteName, viewer } = usePage();
  return (
    <>
      <PageHeader title={about.title} lead={t(about.lead, { site: siteName })} />
      <Section title={about.what}>
        <Features>
          <Feature icon="user" title={about.talentsTitle}>
            {t(about.talentsText)}
          </Feature>
          <Feature icon="briefcase" title={about.recruitersTitle}>
            {t(about.recruitersText)}
          </Feature>
          <Feature icon="lock" title={about.dataTitle}>
            {t(about.dataText)}
          </Feature>
          <Feature icon="shield" title={about.safeTitle}>
            {t(about.safeText)}
          </Feature>
        </Features>
      </Section>
      <p className="mt-8 text-muted">{t(about.figures, { ...figures })}</p>
      {!viewer && (
        <div className="cluster mt-6">
          <LinkButton href="/auth/register">{t(landing.register)}</LinkButton>
          <LinkButton href="/welcome" kind="secondary">
            {t(landing.howTitle)}
          </LinkButton>
        </div>
      )}
    </>
  );
}
