/** People of the platform for tests: registered through the API, signed in as a visitor. */
import type { Role } from '#kernel/http/access.ts';
import { type Atelier, PASSWORD } from './support.ts';
import { type Visitor, visit } from './visitor.ts';

export interface Registered {
  readonly id: number;
  readonly code: string;
  readonly email: string;
  /** A browser that is signed in as them. */
  readonly visitor: Visitor;
}

let people = 0;

/** Somebody with a talent profile. `role` is given afterwards. */
export async function registerPerson(
  atelier: Atelier,
  fields: Readonly<Record<string, unknown>> = {},
  role: Role = 'user',
): Promise<Registered> {
  people += 1;
  const email = `person-${people}@test.example`;
  const payload = {
    ...{ first_name: 'Fatou', last_name: `Ndiaye${'abcdefghijklmnopqrstuvwxyz'[people % 26]}`, email, password: PASSWORD },
    ...{ gender: 'F', date_of_birth: '1994-06-01', country_id: 1, city_id: 1 },
    ...fields,
  };
  const site = atelier.doors.site;
  const reply = await site.inject({ method: 'POST', url: '/api/v1/auth/register', payload });
  if (reply.statusCode !== 201) throw new Error(`registration refused: ${reply.statusCode} ${reply.body}`);
  const { user, unique_code: code } = reply.json<{ user: { id: number; email: string }; unique_code: string }>();
  if (role !== 'user') await atelier.database.db.transaction().execute((tx) => atelier.identity.setRole(tx, user.id, role));
  const visitor = visit(site);
  visitor.cookies.set('atelier_session', reply.cookies.find(({ name }) => name === 'atelier_session')?.value ?? '');
  return { id: user.id, code, email: user.email, visitor };
}
