import { withRoles } from '../../domain/directory/developer-role.js';
import type { Developer } from '../../domain/directory/developer.js';
import type { DirectoryReader } from '../ports/directory-books.js';

/** Every payee that a developer may act for, its roles' too. */
export async function grantedPayees(directory: DirectoryReader, developer: Developer): Promise<readonly string[]> {
  if (developer.roleCodes.length === 0) return developer.merchantNos;
  return withRoles(developer, await directory.developerRoles.all()).merchantNos;
}

/** The first of the payees that there is not; those that were named already are not looked for again. */
export async function unknownPayee(directory: DirectoryReader, merchantNos: readonly string[], named: readonly string[]): Promise<string | undefined> {
  for (const merchantNo of merchantNos.filter((one) => !named.includes(one))) {
    if ((await directory.payees.where({ merchantNo })).length === 0) return merchantNo;
  }
  return undefined;
}
