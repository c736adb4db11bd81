import type { SignedIn } from '../../../application/operators/check-session.js';
import { isReadable, type RowScope } from '../../../application/ports/list-reader.js';
import { allLists, listNamed } from '../../../contracts/lists/all-lists.js';
import type { ConsoleRoute } from './route.js';

/** By what it is decided which lists somebody reads. */
export interface ListAsker { readonly rights: ReadonlySet<string>; readonly scope: RowScope }
export const askerOf = ({ rights, operator: { scope } }: SignedIn): ListAsker => ({ rights, scope });

/** Whether a list of the platform is for somebody, all of it or a part. */
export function mayReadList({ rights, scope }: ListAsker, list: string): boolean {
  const view = listNamed(list);
  return view?.rowScope === 'all' && rights.has(view.permission) && isReadable(view, scope);
}

/** Permissions with which an account that is limited to a part of the rows can do or read anything at all: its pages offer nothing of the others. */
export const permissionsOfParts = (routes: readonly ConsoleRoute[]): ReadonlySet<string> => new Set([
  ...routes.flatMap(({ access, about }) => (typeof access === 'object' && about !== undefined ? [access.permission] : [])),
  ...allLists.filter(({ rowScope, byPayee }) => rowScope === 'all' && byPayee === true).map(({ permission }) => permission),
]);
