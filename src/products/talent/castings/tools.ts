/** What the castings slice is given. */

import type { Identity } from '#capabilities/identity/identity.ts';
import type { Audit } from '#kernel/audit.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/db.ts';
import type { Limits } from '#kernel/http/rate-limit.ts';
import type { Mail } from '#kernel/mail/mail.ts';
import type { Pages } from '#kernel/page/page.tsx';
import type { Settings } from '#kernel/settings.ts';
import type { SiteName } from '#kernel/site-face.ts';
import type { Vault } from '#kernel/vault.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Cinema } from '../cinema/cinema.ts';
import type { CinemaRegistration } from '../cinema-registration/cinema-registration.ts';
import type { Members } from '../members/members.ts';
import type { Productions } from '../productions/productions.ts';
import type { Projects } from '../projects/projects.ts';
import type { SocialCards } from '../social-cards.ts';
import type { Castings } from './castings.ts';

export interface CastingsTools {
  readonly db: Db;
  readonly clock: Clock;
  readonly audit: Pick<Audit, 'activity' | 'security'>;
  readonly catalogue: Catalogue;
  readonly vault: Pick<Vault, 'encrypt' | 'decrypt' | 'sign' | 'verify'>;
  readonly mail: Mail;
  readonly settings: Settings;
  readonly identity: Pick<Identity, 'find' | 'findByEmail'>;
  readonly cinema: Pick<Cinema, 'cards' | 'mailboxOf'>;
  readonly members: Pick<Members, 'mailboxOf' | 'profiles'>;
  /** Origin of the site, for links in letters and shared addresses. */
  readonly publicUrl: string;
}

export interface CastingsPageTools extends CastingsTools {
  readonly castings: Castings;
  readonly projects: Pick<Projects, 'find' | 'require' | 'list'>;
  readonly productions: Pick<Productions, 'find'>;
  readonly registration: Pick<CinemaRegistration, 'registeredBy' | 'fileOf'>;
  readonly limits: Pick<Limits, 'admit'>;
  readonly pages: Pages;
  readonly cards: SocialCards;
  readonly siteName: SiteName;
}
