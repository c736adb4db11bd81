import { allLists } from '../lists/all-lists.js';

/** Every permission that a role may hold beside those of officers: to read a list is one, named by it. Institutions' own lists belong to their portal. */
export const listPermissions: readonly string[] = [...new Set(allLists.filter(({ rowScope }) => rowScope === 'all').map(({ permission }) => permission))].sort();
