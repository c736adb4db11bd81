import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { firstCertificateForm, noPreviousDigest } from '../../domain/settlement/certificate-content.js';
import type { DayCertificate } from '../../domain/settlement/day-certificate.js';
import type { Digests } from '../ports/digests.js';
import { DamagedFile, type KeptFiles } from '../ports/kept-files.js';
import type { Signer, Verifier } from '../ports/signatures.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { certificateKey, certificateScheme } from './certify-day.js';
import { legDigest } from './leg-digest.js';

export interface VerifyDaysParts { readonly unitOfWork: UnitOfWork; readonly files: KeptFiles; readonly signer: Pick<Signer, 'publicKeyPem'>; readonly verifier: Verifier; readonly digests: Digests }

/** One thing that is not as it was certified. */
export interface Defect { readonly day: BusinessDay; readonly what: 'chain' | 'digest' | 'signature' | 'bill' | 'sums' | 'legs'; readonly about: string }

/** What the certificate's text says, as far as it is compared. */
interface Certified {
  readonly merchants: readonly { readonly channelMerchantId: string; readonly billNo: string | null; readonly billDigest: string | null }[];
  readonly sums: readonly { readonly channelMerchantId: string; readonly merchantNo: string; readonly tradeAmount: string; readonly settledAmount: string; readonly feeAmount: string; readonly tradeCount: number }[];
}
type Said = Certified & { readonly form: string; readonly day: string; readonly previousDigest: string; readonly legs?: { readonly digest: string } };

/** Goes through all day certificates from the first: chain, digest, signature, the kept bills byte for byte, the sums of the entries and the gaps of the four-way check that were there. */
export class VerifyDays {
  readonly #parts: VerifyDaysParts;

  constructor(parts: VerifyDaysParts) {
    this.#parts = parts;
  }

  async run(onDay: (day: BusinessDay) => void = () => undefined): Promise<{ readonly days: number; readonly defects: readonly Defect[] }> {
    const publicKeyPem = await this.#parts.signer.publicKeyPem(certificateKey);
    const defects: Defect[] = [];
    let previous: DayCertificate | undefined;
    let days = 0;
    for (;;) {
      const page = await this.#parts.unitOfWork.read(({ settlement }) => settlement.certificates(previous?.day, 100));
      for (const certificate of page) {
        defects.push(...await this.#check(certificate, previous, publicKeyPem));
        onDay(certificate.day);
        previous = certificate;
        days += 1;
      }
      if (page.length < 100) return { days, defects };
    }
  }

  async #check(certificate: DayCertificate, previous: DayCertificate | undefined, publicKeyPem: string): Promise<readonly Defect[]> {
    const { verifier, digests } = this.#parts;
    const { day, content } = certificate;
    const defects: Defect[] = [];
    const says = readSaid(content);
    if (says?.day !== day || certificate.previousDigest !== (previous?.digest ?? noPreviousDigest) || says.previousDigest !== certificate.previousDigest) defects.push({ day, what: 'chain', about: previous?.day ?? '' });
    if (digests.sm3Hex(content) !== certificate.digest) defects.push({ day, what: 'digest', about: '' });
    if (!await verifier.verify(publicKeyPem, certificateScheme, content, certificate.signature)) defects.push({ day, what: 'signature', about: certificate.keyName });
    // What cannot be read says nothing of bills and sums; its digest is wrong already.
    return says ? [...defects, ...await this.#bills(day, says), ...await this.#sums(certificate, says), ...await this.#legs(certificate, says)] : defects;
  }

  async #bills(day: BusinessDay, { merchants }: Certified): Promise<readonly Defect[]> {
    const defects: Defect[] = [];
    for (const { billNo, billDigest } of merchants) {
      if (billNo === null) continue;
      const bill = await this.#parts.unitOfWork.read(({ reconciliation }) => reconciliation.bill(billNo));
      if (!bill || bill.digest !== billDigest || !await this.#isWhole(bill.fileNo, billDigest)) defects.push({ day, what: 'bill', about: billNo });
    }
    return defects;
  }

  /** The certificate's digest counts: a file and what is kept of it may have been changed together. */
  async #isWhole(fileNo: string, digest: string): Promise<boolean> {
    if ((await this.#parts.files.find(fileNo))?.digest !== digest) return false;
    try {
      for await (const _bytes of this.#parts.files.read(fileNo)) { /* read says at its end whether the bytes are those that were kept */ }
      return true;
    } catch (error) {
      if (error instanceof DamagedFile) return false;
      throw error;
    }
  }

  /** By what is kept of each gap: when it was first seen and when it was closed. */
  async #legs({ day, issuedAt }: DayCertificate, { form, legs }: Said): Promise<readonly Defect[]> {
    if (form === firstCertificateForm) return [];
    const now = await this.#parts.unitOfWork.read((readers) => legDigest(readers, this.#parts.digests, day, issuedAt));
    return now === legs?.digest ? [] : [{ day, what: 'legs', about: now }];
  }

  async #sums({ day, issuedAt }: DayCertificate, { sums }: Certified): Promise<readonly Defect[]> {
    const now = await this.#parts.unitOfWork.read(({ settlement }) => settlement.sumsOfDay(day, 'clearingDay', issuedAt));
    const text = (list: readonly { readonly channelMerchantId: string; readonly merchantNo: string; readonly tradeAmount: bigint | string; readonly settledAmount: bigint | string; readonly feeAmount: bigint | string; readonly tradeCount: number }[]) =>
      list.map((one) => `${one.channelMerchantId}:${one.merchantNo}:${one.tradeAmount.toString()}:${one.settledAmount.toString()}:${one.feeAmount.toString()}:${one.tradeCount}`).sort();
    const [certified, found] = [text(sums), text(now)];
    return [...certified.filter((one) => !found.includes(one)), ...found.filter((one) => !certified.includes(one))].map((about) => ({ day, what: 'sums', about }));
  }
}

function readSaid(content: string): Said | undefined {
  try {
    return JSON.parse(content) as Said;
  } catch {
    return undefined;
  }
}
