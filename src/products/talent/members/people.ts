/** The signed-in person in the words of each dialect, for the routes of sign-in and `/auth/me`. */
import type { Account } from '#capabilities/identity/identity.ts';
import type { Dialect } from '../dialect.ts';
import { byId, findMember } from './lookup.ts';
import { type Member, NO_SOCIAL } from './member.ts';
import { presentMember, presentSignedIn } from './presenter.ts';
import type { MemberTools } from './tools.ts';

export interface People {
  /** The `user` of a sign-in answer. */
  loginUser(accountId: number, dialect: Dialect): Promise<Readonly<Record<string, unknown>>>;
  /** The `user` of `GET /auth/me`; an account without a talent profile has the same keys, empty. */
  me(accountId: number, dialect: Dialect): Promise<Readonly<Record<string, unknown>>>;
}

export function createPeople({ db, clock, identity, vault }: Pick<MemberTools, 'db' | 'clock' | 'identity' | 'vault'>): People {
  const accountOf = async (id: number) => {
    const account = await identity.find(db, id);
    if (!account) throw new Error(`account ${id} is signed in and does not exist`);
    return account;
  };
  return {
    loginUser: async (id, dialect) => presentSignedIn(await accountOf(id), dialect),
    async me(id, dialect) {
      const [account, member] = await Promise.all([accountOf(id), findMember(db, byId(id), vault, clock.now())]);
      const shown = { ...presentMember(member ?? withoutProfile(account), dialect), role: account.role, unique_code: account.code };
      return dialect === 2 ? shown : Object.fromEntries(ME_V3.map((name) => [name, shown[name as keyof typeof shown]]));
    },
  };
}

/** The keys of `GET /auth/me` in v3, as printed. */
const ME_V3 = [
  ...['id', 'email', 'unique_code', 'first_name', 'last_name', 'date_of_birth', 'gender', 'phone', 'country', 'city', 'availability'],
  ...['work_mode', 'rate_range', 'years_experience', 'bio', 'profile_score', 'is_admin', 'role', 'account_active', 'talents'],
  ...['social_media', 'created_at', 'updated_at'],
];

const withoutProfile = ({ id, email, firstName, lastName, role, active, createdAt }: Account): Member => ({
  ...{ id, email, firstName, lastName, role, active, createdAt, updatedAt: createdAt, code: '', gender: 'N', score: 0, talents: [] },
  ...{ age: null, dateOfBirth: null, phone: null, whatsapp: null, address: null, social: NO_SOCIAL },
  ...{ country: null, city: null, residenceCountry: null, residenceCity: null, nationality: null, education: null, languages: null },
  ...{ availability: null, workTime: null, workMode: null, rateRange: null, yearsExperience: null, bio: null },
  ...{ portfolioUrl: null, website: null, hasPortfolio: false, photoFile: null, cvFile: null, hasCv: false, qrFile: null },
  ...{ cvAnalysis: null, isPublic: false },
});
