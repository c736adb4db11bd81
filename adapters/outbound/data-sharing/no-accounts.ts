import type { AccountReader } from '../../../application/ports/shared-facts.js';

/**
 * What the product has of login accounts today: none. Institutions and operators get accounts with the console and the portal; until then tables 7-15
 * and 7-17 are connected and stay empty, and nothing is invented for them.
 */
export const noAccounts: AccountReader = {
  page: () => Promise.resolve([]),
  byIds: () => Promise.resolve([]),
  count: () => Promise.resolve(0),
};
