/** The pages that somebody may post as, with the professional accounts that hang on them: their own, and those of their businesses. */
import { type GraphFault, jsonOf, textOf } from './meta-faults.ts';
import type { GraphTalk } from './meta-graph.ts';

export interface MetaPage {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly token: string;
  readonly instagram: { readonly id: string; readonly username: string; readonly name: string } | null;
}

const FIELDS = 'id,name,username,access_token,tasks,instagram_business_account{id,username,name}';

export async function pagesOf(talk: GraphTalk): Promise<readonly MetaPage[] | GraphFault> {
  const query = { fields: FIELDS, limit: '100' };
  const own = await talk.list('accounts', 'me/accounts', query);
  if (own.fault) return own.fault;
  const found = [...own.items];
  // Without `business_management` this is refused: then there are the person's own.
  const businesses = await talk.list('businesses', 'me/businesses', { fields: 'id', limit: '100' });
  for (const { id } of businesses.items ?? []) {
    for (const edge of ['owned_pages', 'client_pages']) {
      const { items } = await talk.list('accounts', `${textOf(id)}/${edge}`, query);
      found.push(...(items ?? []));
    }
  }
  const pages = new Map<string, MetaPage>();
  for (const page of found) {
    const id = textOf(page['id']);
    if (pages.has(id) || !mayPost(page['tasks'])) continue;
    const token = textOf(page['access_token']) || (await tokenOf(talk, id));
    // Seen with pages of businesses: nothing can be said there, so it is not offered.
    if (!token) continue;
    const account = jsonOf(page['instagram_business_account']);
    const instagram = textOf(account['id']) && {
      id: textOf(account['id']),
      username: textOf(account['username']),
      name: textOf(account['name']),
    };
    pages.set(id, { id, name: textOf(page['name']), username: textOf(page['username']), token, instagram: instagram || null });
  }
  return [...pages.values()];
}

const mayPost = (tasks: unknown): boolean =>
  !Array.isArray(tasks) || tasks.some((task) => task === 'CREATE_CONTENT' || task === 'MANAGE' || task === 'PROFILE_PLUS_CREATE_CONTENT');

async function tokenOf(talk: GraphTalk, id: string): Promise<string> {
  const { body } = await talk.read('accounts', id, { fields: 'access_token' });
  return textOf(body?.['access_token']);
}
