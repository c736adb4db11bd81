import type { NameSource } from '../../contracts/lists/list-view.js';
import type { Payee } from '../../domain/directory/payee.js';
import { withBelow } from '../../domain/directory/region.js';
import type { DirectoryReader } from '../ports/directory-books.js';
import type { RowScope } from '../ports/list-reader.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Most names that a filter offers. Of more than these nobody chooses: they are typed. */
export const mostNames = 1000;

/** Names of the directory that a filter of a list offers (1.1.4.1.3-e, 1.1.4.4.4-g): to an account that is limited to some payees those that these have to do with. */
export class OfferNames {
  readonly #unitOfWork: Pick<UnitOfWork, 'read'>;
  constructor(unitOfWork: Pick<UnitOfWork, 'read'>) { this.#unitOfWork = unitOfWork; }

  /** In alphabetical order; undefined where there are too many to choose from. */
  async run(source: NameSource, scope: RowScope): Promise<readonly string[] | undefined> {
    const found = await this.#unitOfWork.read(({ directory }) => namesIn(directory, source, scope));
    const names = [...new Set(found)].sort((one, other) => one.localeCompare(other, 'zh-CN'));
    return names.length > mostNames ? undefined : names;
  }
}

async function namesIn(directory: DirectoryReader, source: NameSource, scope: RowScope): Promise<readonly string[]> {
  const payees = scope.kind === 'all' ? undefined : await payeesOf(directory, scope);
  const isTheirs = (of: (payee: Payee) => boolean): boolean => payees === undefined || payees.some(of);
  switch (source) {
    case 'regions': return (await directory.regions.all()).filter(({ regionCode }) => isTheirs((payee) => payee.regionCode === regionCode)).map(({ regionName }) => regionName);
    case 'industries': return (await directory.industries.all()).filter(({ industryCode }) => isTheirs((payee) => payee.industryCode === industryCode)).map(({ industryName }) => industryName);
    case 'channel-merchants': {
      const [accounts, linked] = [await directory.channelMerchants.all(), payees && await linkedTo(directory, payees)];
      return accounts.filter(({ channelMerchantId }) => linked?.has(channelMerchantId) ?? true).map(({ channelMerchantName }) => channelMerchantName);
    }
  }
}

async function payeesOf({ payees, regions }: DirectoryReader, scope: Exclude<RowScope, { readonly kind: 'all' }>): Promise<readonly Payee[]> {
  const all = await payees.all();
  if (scope.kind === 'institution') return all.filter(({ institutionNo }) => institutionNo === scope.institutionNo);
  const codes = withBelow(scope.regionCode, await regions.all());
  return all.filter(({ regionCode }) => regionCode !== undefined && codes.has(regionCode));
}

/** Accounts of these payees, those included that are switched off: there are orders of them. */
async function linkedTo({ payeeChannels }: DirectoryReader, payees: readonly Payee[]): Promise<ReadonlySet<string>> {
  const theirs = new Set(payees.map(({ merchantNo }) => merchantNo));
  return new Set((await payeeChannels.all()).filter(({ merchantNo }) => theirs.has(merchantNo)).map(({ channelMerchantId }) => channelMerchantId));
}
