import type { ChannelMerchant, PayeeChannel } from '../../domain/directory/channel-merchant.js';
import type { Industry } from '../../domain/directory/industry.js';
import type { Institution } from '../../domain/directory/institution.js';
import type { Payee } from '../../domain/directory/payee.js';
import { mayLink } from '../../domain/directory/payee-channel-rules.js';
import type { Region } from '../../domain/directory/region.js';
import type { DirectoryReader } from '../ports/directory-books.js';
import type { PayeeParts } from './payee-audit.js';

/** What the forms of payees, their links and institutions begin with, and what they offer. */
export class ReadPayees {
  readonly #parts: Pick<PayeeParts, 'unitOfWork' | 'isProduction'>;
  constructor(parts: Pick<PayeeParts, 'unitOfWork' | 'isProduction'>) { this.#parts = parts; }

  payee(merchantNo: string): Promise<Payee | undefined> { return this.#read(({ payees }) => payees.one({ merchantNo })); }
  link(merchantNo: string, channelMerchantId: string): Promise<PayeeChannel | undefined> { return this.#read(({ payeeChannels }) => payeeChannels.one({ merchantNo, channelMerchantId })); }
  institution(institutionNo: string): Promise<Institution | undefined> { return this.#read(({ institutions }) => institutions.one({ institutionNo })); }
  payees(): Promise<readonly Payee[]> { return this.#read(({ payees }) => payees.all()); }
  institutions(): Promise<readonly Institution[]> { return this.#read(({ institutions }) => institutions.all()); }

  /** Those that a payee may be given. */
  placesAndIndustries(): Promise<{ readonly regions: readonly Region[]; readonly industries: readonly Industry[] }> {
    return this.#read(async ({ regions, industries }) => ({ regions: (await regions.all()).filter(({ enabled }) => enabled), industries: (await industries.all()).filter(({ enabled }) => enabled) }));
  }

  /** Accounts that a payee may be linked to. */
  async accounts(): Promise<readonly ChannelMerchant[]> {
    return (await this.#read(({ channelMerchants }) => channelMerchants.all())).filter((account) => mayLink(account, this.#parts.isProduction).ok);
  }

  #read<T>(work: (directory: DirectoryReader) => Promise<T>): Promise<T> { return this.#parts.unitOfWork.read(({ directory }) => work(directory)); }
}
