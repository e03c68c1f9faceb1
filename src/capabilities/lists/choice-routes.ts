/** Choosing the columns and the density of a table, and the view a list opens with. */
import { requireViewer } from '#kernel/http/access.ts';
import type { Door } from '#kernel/http/door.ts';
import { safePath } from '#kernel/page/preferences.ts';
import { fieldOf, fieldsOf } from '#kernel/page/requests.ts';
import { columnsIn, densityIn, keepTable } from './choices.ts';
import type { ListTools } from './lists.ts';
import { type ByList, type Kinds, kindOf, listPage } from './requests.ts';

export function registerChoices(door: Door, { db }: ListTools, kinds: Kinds): void {
  door.post<ByList>('/lists/:list/table', listPage, async (request, reply) => {
    const { key } = kindOf(kinds, request, request.params.list);
    const chosen = columnsIn(fieldsOf(request, 'columns').join());
    const isStandard = fieldOf(request, 'reset') === '1' || chosen?.join() === fieldOf(request, 'standard');
    const columns = isStandard ? null : chosen;
    await keepTable(db, key, requireViewer(request).accountId, { columns, density: densityIn(fieldOf(request, 'density')) });
    return reply.redirect(withColumns(safePath(fieldOf(request, 'back')), columns), 303);
  });
}

/** Chosen columns stand in the address too, so that it shows others the same table. */
function withColumns(address: string, columns: readonly string[] | null): string {
  const [path = '/', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  if (columns) query.set('cols', columns.join());
  else query.delete('cols');
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
