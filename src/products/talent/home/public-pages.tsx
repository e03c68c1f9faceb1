/** What strangers see: the welcome, and who we are. */
import type { ReactElement } from 'react';
import { Badge, LinkButton, PageHeader } from '#kernel/page/components.tsx';
import { usePage, useT } from '#kernel/page/context.tsx';
import { PersonCard } from '#kernel/page/people.tsx';
import { Feature, Features, Hero, Section } from '#kernel/page/showcase.tsx';
import { words } from '../profile-form/profile-form.tsx';
import { about, landing } from './messages.ts';

export function LandingPage(): ReactElement {
  const t = useT();
  return (
    <>
      <Hero eyebrow={landing.eyebrow} title={landing.title} lead={landing.lead} aside={<Sample />} note={t(landing.free)}>
        <LinkButton href="/auth/register" size="lg" iconEnd="arrow-end">
          {t(landing.register)}
        </LinkButton>
        <LinkButton href="/auth/login" size="lg" kind="secondary">
          {t(landing.signIn)}
        </LinkButton>
      </Hero>
      <Section title={landing.cinemaTitle} lead={landing.cinemaLead}>
        <LinkButton href="/cinema/register" kind="secondary" icon="film" iconEnd="arrow-end">
          {t(landing.cinemaRegister)}
        </LinkButton>
      </Section>
      <Section title={landing.howTitle}>
        <Features>
          <Feature icon="user-plus" title={landing.oneTitle}>
            {t(landing.oneText)}
          </Feature>
          <Feature icon="qr" title={landing.twoTitle}>
            {t(landing.twoText)}
          </Feature>
          <Feature icon="search" title={landing.threeTitle}>
            {t(landing.threeText)}
          </Feature>
        </Features>
      </Section>
    </>
  );
}

/** What a profile looks like, with nobody's name. */
function Sample(): ReactElement {
  const t = useT();
  const badge = (
    <Badge tone="success" dot>
      {t(words.availabilities.disponible_maintenant)}
    </Badge>
  );
  const facts = { code: 'MAF0001CAS', score: 82, place: 'Casablanca', subtitle: t(landing.sampleTalents), badges: badge };
  return (
    <div className="mx-auto w-full max-w-72">
      <PersonCard name={t(landing.sampleName)} href="/auth/register" {...facts} />
    </div>
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
