/** The administrators' list as the studio knows it: what views keep of it, and what is done to many accounts at once. */
import type { FastifyRequest } from 'fastify';
import type { BulkAct, ListKind, Memory } from '#capabilities/lists/lists.ts';
import { failure } from '#kernel/failure.ts';
import { access } from '#kernel/http/access.ts';
import { admin, bulk } from './messages.ts';
import type { PeopleTools } from './people.ts';
import { findNames, isOpen } from './store.ts';
import { findUsers } from './user-list.ts';

export const USERS = 'users';
export const USERS_PATH = '/admin/users';

export function userList(tools: PeopleTools): ListKind {
  const { db } = tools;
  return {
    key: USERS,
    path: USERS_PATH,
    title: admin.users,
    access: access.admin,
    kept: ['search', 'country_id', 'role', 'status', 'completeness', 'sort'],
    acts: { close: turning(tools, false), reopen: turning(tools, true), delete: removing(tools) },
    names: (_request, ids) => findNames(db, ids),
    find: async (request, query, most) => {
      const { rows, total } = await findUsers(tools, request, Object.fromEntries(query), { page: 1, size: most, offset: 0 });
      return { ids: rows.map(({ id }) => id), total };
    },
  };
}

/** To a state rather than over: pressed twice, or by two people at once, it is done once. */
function turning({ db, members }: PeopleTools, open: boolean): BulkAct {
  const turn = async (request: FastifyRequest, id: number, to: boolean): Promise<void> => {
    if ((await isOpen(db, id)) === to) throw failure.conflict('UNCHANGED', to ? bulk.isOpenAlready : bulk.isClosedAlready);
    await members.update(request, id, { account_active: to });
  };
  return {
    label: open ? admin.reopen : admin.close,
    icon: open ? 'undo' : 'ban',
    done: open ? bulk.opened : bulk.closed,
    ...(open ? {} : { ask: { title: bulk.closeTitle, text: admin.closeText } }),
    run: async (request, id): Promise<Memory> => {
      await turn(request, id, open);
      return null;
    },
    undo: { done: open ? bulk.closed : bulk.opened, run: (request, id) => turn(request, id, !open) },
  };
}

const removing = ({ members }: PeopleTools): BulkAct => ({
  label: admin.remove,
  icon: 'trash',
  tone: 'danger',
  done: bulk.removed,
  ask: { title: bulk.removeTitle, text: bulk.removeText, typed: true },
  run: async (request, id) => {
    await members.remove(request, id);
    return null;
  },
});
