import { minuteMs, type BusinessDay } from '../../domain/kernel/china-time.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import { firstAskAt } from '../../domain/reconciliation/ask-again.js';
import { certificateText, noPreviousDigest } from '../../domain/settlement/certificate-content.js';
import type { DayCertificate } from '../../domain/settlement/day-certificate.js';
import { sumFigures } from '../../domain/settlement/order-legs.js';
import type { Clock } from '../ports/clock.js';
import type { Digests } from '../ports/digests.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { Signer } from '../ports/signatures.js';
import { ConcurrentChange, type UnitOfWork } from '../ports/unit-of-work.js';
import { legDigest } from './leg-digest.js';
import { lookAtDay, type DayFacts, type NotYet } from './look-at-day.js';

export interface CertifyDayParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly signer: Signer; readonly digests: Digests; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
  /** Longest text of a certificate, in UTF-16 units; what one column holds where nothing is said. */
  readonly longestContent?: number;
}

/** Key of its own: what it signs is read by auditors, not by business systems. */
export const certificateKey = 'certificate.SM2';
export const certificateScheme = { algorithm: 'SM2' } as const;
const usualLongestContent = 1_000_000;

/** How soon a day whose bills nobody has asked for yet is looked at again. */
const lookAgainMs = 10 * minuteMs;

/** Job `certify-day`: issues the certificates of all days that are complete and four-way checked, one after the other, each chained to the one before. */
export class CertifyDay {
  readonly #parts: CertifyDayParts;

  constructor(parts: CertifyDayParts) {
    this.#parts = parts;
  }

  async run(day: BusinessDay): Promise<JobOutcome> {
    const { notYet } = await this.upTo(day);
    if (notYet?.why === 'legs-unchecked') {
      await this.#parts.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'check-legs', key: notYet.day, dueAt: this.#parts.clock.now() }));
    }
    // Who has asked for no bill yet may have no other reason to come back to the day.
    return notYet?.why === 'not-planned' ? { kind: 'again', dueAt: this.#parts.clock.now() + lookAgainMs } : { kind: 'done' };
  }

  /** Certifies what can be certified up to and including `day`; says what stands in the way of the next one. */
  async upTo(day: BusinessDay): Promise<{ readonly issued: readonly DayCertificate[]; readonly notYet: NotYet | undefined }> {
    const issued: DayCertificate[] = [];
    for (;;) {
      const last = await this.#parts.unitOfWork.read(({ settlement }) => settlement.lastCertificate());
      const next = last ? addDays(last.day, 1) : await this.#firstDay(day);
      // A day further on may have been waiting for this one.
      const until = issued.length > 0 ? addDays(day, maxAhead) : day;
      if (next > until) return { issued, notYet: undefined };
      const made = await this.#certify(next, last);
      if ('why' in made) return { issued, notYet: next > day ? undefined : made };
      issued.push(made);
    }
  }

  /** Where the chain begins: the earliest day of the last month that anybody has asked for a bill of. */
  async #firstDay(day: BusinessDay): Promise<BusinessDay> {
    return this.#parts.unitOfWork.read(async ({ reconciliation }) => {
      for (let back = maxBack; back > 0; back--) if ((await reconciliation.daysOn(addDays(day, -back))).length > 0) return addDays(day, -back);
      return day;
    });
  }

  async #certify(day: BusinessDay, last: DayCertificate | undefined): Promise<DayCertificate | NotYet> {
    const { unitOfWork, directory, signer, digests, clock, journal } = this.#parts;
    if (clock.now() < firstAskAt(day)) return { day, why: 'not-over', about: '' };
    const seen = await unitOfWork.read((readers) => lookAtDay(readers, directory, day, clock.now()));
    if ('why' in seen) {
      if (seen.why === 'sums-differ') journal.alarm('certificate-sums-differ', { day, channelMerchantId: seen.about });
      if (seen.why === 'too-many-differences') journal.alarm('certificate-too-long', { day, channelMerchantId: seen.about });
      return seen;
    }
    // Verified by the entries written and the gaps open until then; another host may have compared by a clock that is ahead of this one's.
    const issuedAt = Math.max(clock.now(), seen.comparedAt);
    const legs = { ...sumFigures(seen.checks.map(({ figures }) => figures)), digest: await unitOfWork.read((readers) => legDigest(readers, digests, day, issuedAt)) };
    const content = certificateText({ day, previousDay: last?.day, previousDigest: last?.digest ?? noPreviousDigest, merchants: seen.merchants, sums: seen.sums, legs });
    // All accounts together, and the sums of every payee.
    if (content.length > (this.#parts.longestContent ?? usualLongestContent)) {
      journal.alarm('certificate-too-long', { day, characters: content.length });
      return { day, why: 'too-many-differences', about: '' };
    }
    const certificate: DayCertificate = {
      day, content, digest: digests.sm3Hex(content), previousDigest: last?.digest ?? noPreviousDigest, previousDay: last?.day, keyName: certificateKey,
      signature: await signer.sign(certificateKey, certificateScheme, content), issuedAt,
    };
    await this.#keep(certificate, seen, last);
    journal.info('day-certified', { day, digest: certificate.digest });
    return certificate;
  }

  /** What was looked at must still be so when it is signed for: the records of every account's day and check are taken by compare-and-set. */
  async #keep(certificate: DayCertificate, { days, checks }: Pick<DayFacts, 'days' | 'checks'>, last: DayCertificate | undefined): Promise<void> {
    const { unitOfWork, ids } = this.#parts;
    await unitOfWork.run(async ({ settlement, reconciliation, legs, audit }) => {
      if ((await settlement.lastCertificate())?.digest !== last?.digest) throw new ConcurrentChange('another certificate was issued meanwhile');
      for (const day of days) await reconciliation.putDay(day);
      // Whatever becomes of a gap from here on becomes of it later than the certificate.
      for (const check of checks) await legs.putCheck({ ...check, changedAt: certificate.issuedAt });
      if (await settlement.addCertificate(certificate) === 'exists') throw new ConcurrentChange('the day is certified');
      await audit.append({
        entryId: ids.next(), at: certificate.issuedAt, actor: { kind: 'system', code: 'certify-day', address: undefined }, action: 'day.certified', objectKind: 'day-certificate', objectNo: certificate.day,
        description: '日对账证书签发', before: undefined, after: { digest: certificate.digest, previousDigest: certificate.previousDigest }, requestId: undefined,
      });
    });
  }
}

/** Days behind the one asked for that are certified in the same go when they are complete. */
const maxAhead = 31;
/** Days before the first one asked for at which the chain may begin. */
const maxBack = 31;
