import { useMemo } from 'react';
import type { ListDeclaration } from '../../../../contracts/console/lists.js';
import { cursorOf, firstPage, nextPage, pageNo, previousPage, readTrail } from '../../shared/cursor-trail.js';
import { listParameters, missingFilters, readListAddress, writeListAddress, type ListAddress } from '../../shared/list-address.js';
import { goTo, useLocation } from '../routing/location.js';

/** What the address bar asks of a list, and the ways to other pages and questions of it. */
export function useListPlace(declaration: ListDeclaration, path: string) {
  const { search, state } = useLocation();
  const address = useMemo(() => readListAddress(search, declaration), [search, declaration]);
  const trail = readTrail((state as { readonly trail?: unknown } | null)?.trail);
  const missing = missingFilters(address, declaration.filters);
  const cursor = cursorOf(trail);
  const parameters = { ...listParameters(address), pageSize: String(declaration.tree === undefined ? address.pageSize : Math.max(...declaration.pageSizes)), ...(cursor === undefined ? {} : { cursor }) };
  const change = (changes: Partial<ListAddress>): void => { goTo(`${path}${writeListAddress({ ...address, ...changes }, declaration)}`, { state: { trail: firstPage } }); };
  const turn = (to: readonly string[]): void => { goTo(`${path}${search}`, { state: { trail: to } }); };
  return {
    address, missing, page: pageNo(trail), asked: missing.length > 0 ? undefined : new URLSearchParams(parameters).toString(), counted: missing.length > 0 ? undefined : new URLSearchParams(address.filters).toString(), exported: listParameters(address), change,
    isSame: (filters: Readonly<Record<string, string>>) => trail.length === 0 && writeListAddress({ ...address, filters }, declaration) === writeListAddress(address, declaration),
    back: trail.length === 0 ? undefined : () => { turn(previousPage(trail)); },
    forward: (next: string) => { turn(nextPage(trail, next)); },
  };
}
