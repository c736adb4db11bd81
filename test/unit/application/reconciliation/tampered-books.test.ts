import { expect } from 'chai';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import type { DayCertificate } from '../../../../domain/settlement/day-certificate.js';
import type { KeptFiles } from '../../../../application/ports/kept-files.js';
import type { SettlementReader } from '../../../../application/ports/settlement-books.js';
import type { UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import { VerifyDays } from '../../../../application/settlement/verify-days.js';
import { noon } from '../../../builders/moments.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import { plainDigests } from './fake-seals.js';
import { MadeUpDay } from './made-up-day.js';

/** A certified day with one payment. */
async function certifiedHouse(): Promise<CountingHouse> {
  const house = await openHouse();
  const { line } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
  house.bills.alipay.put('CM-ALI', firstDay, [line]);
  await house.morning(1);
  house.clock.at = morningAfter(1) + 5 * hourMs;
  await house.workAll();
  return house;
}

interface Tampered { readonly settlement?: (real: SettlementReader) => Partial<SettlementReader>; readonly files?: (real: KeptFiles) => Partial<KeptFiles> }

/** What verifying says of the same house when somebody has changed what its stores answer. */
async function defectsOf(house: CountingHouse, { settlement, files }: Tampered): Promise<readonly string[]> {
  const over = <T extends object>(real: T, changes: Partial<T>): T => new Proxy(real, {
    get: (target, name) => { const found: unknown = Reflect.get(name in changes ? changes : target, name); return typeof found === 'function' ? found.bind(target) as unknown : found; },
  });
  const { unitOfWork: real } = house.store;
  const unitOfWork: Pick<UnitOfWork, 'read'> = { read: (work) => real.read((readers) => work({ ...readers, settlement: over(readers.settlement, settlement?.(readers.settlement) ?? {}) })) };
  const verify = new VerifyDays({ unitOfWork: { ...unitOfWork, run: (work) => real.run(work) }, files: over(house.files, files?.(house.files) ?? {}), signer: house.signer, verifier: house.signer, digests: plainDigests });
  return (await verify.run()).defects.map(({ day, what }) => `${day} ${what}`);
}

const everyCertificate = (real: SettlementReader, change: (one: DayCertificate) => DayCertificate): Partial<SettlementReader> =>
  ({ certificates: async (after, limit) => (await real.certificates(after, limit)).map(change) });

describe('verifying certified days', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await defectsOf(await certifiedHouse(), {})).to.deep.equal([]);
  });

  it('finds nothing where the host that issued the certificate has a clock behind that of the host which compared', async () => {
    const house = await openHouse();
    const { line } = await new MadeUpDay(house).pay({ amount: 500, at: noon });
    house.bills.alipay.put('CM-ALI', firstDay, [line]);
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.plan.run();
    for (const { channelMerchantId } of [house.account('alipay'), house.account('unionpay')]) {
      await house.fetch.run(`${channelMerchantId}:${firstDay}`);
      await house.work.run(`${channelMerchantId}:${firstDay}`);
    }
    await house.checkLegs.run(firstDay);
    house.clock.at -= 2_000;
    expect((await house.certify.upTo(firstDay)).issued).to.have.length(1);
    expect(await defectsOf(house, {})).to.deep.equal([]);
  });

  it('finds an amount of a trade that was changed in the entries, whatever was settled of it', async () => {
    const house = await certifiedHouse();
    const settlement = (real: SettlementReader): Partial<SettlementReader> =>
      ({ sumsOfDay: async (...asked) => (await real.sumsOfDay(...asked)).map((sum) => ({ ...sum, tradeAmount: sum.tradeAmount + 1n })) });
    expect(await defectsOf(house, { settlement })).to.include(`${firstDay} sums`);
  });

  it('finds a kept bill that is no longer there, and goes on', async () => {
    const house = await certifiedHouse();
    const gone = async function* (fileNo: string): AsyncGenerator<Uint8Array> { throw new Error(`no kept file ${fileNo}`); };
    expect(await defectsOf(house, { files: () => ({ find: () => Promise.resolve(undefined), read: gone }) })).to.deep.equal([`${firstDay} bill`]);
  });

  it('finds a kept bill that was replaced together with its own digest', async () => {
    const house = await certifiedHouse();
    const other = Buffer.from('another bill', 'utf8');
    const files = (real: KeptFiles): Partial<KeptFiles> => ({
      find: async (fileNo) => { const file = await real.find(fileNo); return file && { ...file, byteSize: other.length, digest: plainDigests.sm3Hex(other) }; },
      read: async function* () { yield other; },
    });
    expect(await defectsOf(house, { files })).to.deep.equal([`${firstDay} bill`]);
  });

  it('finds a certificate whose text cannot even be read, and goes on', async () => {
    const house = await certifiedHouse();
    const defects = await defectsOf(house, { settlement: (real) => everyCertificate(real, (one) => ({ ...one, content: one.content.slice(1) })) });
    expect(defects).to.include(`${firstDay} digest`);
    expect(defects).to.include(`${firstDay} signature`);
  });

  it('finds a certificate before which one is missing', async () => {
    const house = await certifiedHouse();
    expect(await defectsOf(house, { settlement: (real) => everyCertificate(real, (one) => ({ ...one, previousDigest: 'f'.repeat(64) })) })).to.include(`${firstDay} chain`);
  });
});
