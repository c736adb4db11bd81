import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import { noPreviousDigest } from '../../domain/settlement/certificate-content.js';
import { gapLine, type KeptGap } from '../../domain/settlement/order-legs.js';
import type { Digests } from '../ports/digests.js';
import { maxLegsAtOnce } from '../ports/leg-books.js';
import type { Readers } from '../ports/unit-of-work.js';

/** SM3 over the day's gaps that were open at a moment, sorted; of more than a page each page is taken together with the digest of those before it. */
export async function legDigest({ legs }: Pick<Readers, 'legs'>, digests: Digests, day: BusinessDay, at: EpochMs): Promise<string> {
  let digest = noPreviousDigest;
  for (let last: KeptGap | undefined; ;) {
    const page = await legs.openAt({ day, at, after: last, limit: maxLegsAtOnce });
    if (page.length > 0) digest = digests.sm3Hex(`${digest}\n${page.map(gapLine).join('')}`);
    if (page.length < maxLegsAtOnce) return digest;
    last = page.at(-1);
  }
}
