import { expect } from 'chai';
import { TokenBuckets } from '../../../../adapters/outbound/system/token-buckets.js';
import { VerifyEBill } from '../../../../application/e-bills/verify-e-bill.js';
import type { UnitOfWork } from '../../../../application/ports/unit-of-work.js';
import type { BillMarks } from '../../../../domain/e-bills/verified-e-bill.js';
import { fen } from '../../../../domain/kernel/money.js';
import { PlayedBillSystem } from './played-bill-system.js';

describe('how often and how many bills are verified', () => {
  const nothingIsKept = { run: () => Promise.reject(new Error('nothing is to be kept')) } as unknown as UnitOfWork;
  const marks = (eBillNo: string, changes: Partial<BillMarks> = {}): BillMarks => ({ eBillCode: '35010126', eBillNo: eBillNo.padStart(10, '0'), checkCode: 'abc123', amount: fen(8_000), ...changes });
  const opened = () => {
    const system = new PlayedBillSystem(() => 0);
    const verify = new VerifyEBill({
      unitOfWork: nothingIsKept, issuers: new Map([['35', system]]), rateLimiter: new TokenBuckets(() => 0), vault: { blindIndexes: () => [''] }, ids: { next: () => '1', token: () => '' }, clock: { now: () => 0, sleep: async () => undefined },
    });
    return { system, verify };
  };

  it('counts the whole network of an IPv6 address as one place', async () => {
    const { verify } = opened();
    const kinds: string[] = [];
    for (let n = 0; n < 6; n++) kinds.push((await verify.run(marks(String(n)), `2001:db8:1:2::${n}`)).kind);
    expect(kinds).to.deep.equal([...Array<string>(5).fill('not-verified'), 'too-often']);
    expect((await verify.run(marks('9'), '2001:db8:1:3::1')).kind).to.equal('not-verified');
  });

  it('asks for four at once, tells a fifth that nothing can be said, and goes on when one is answered', async () => {
    const { system, verify } = opened();
    const answers: (() => void)[] = [];
    system.meanwhile = () => new Promise((resolve) => { answers.push(resolve); });
    const four = Array.from({ length: 4 }, (_, n) => verify.run(marks(String(n)), `192.0.2.${n}`));
    expect(await verify.run(marks('5'), '192.0.2.5')).to.deep.equal({ kind: 'unavailable' });
    expect(system.calls).to.have.length(4);
    for (const answer of answers) answer();
    expect((await Promise.all(four)).map(({ kind }) => kind)).to.deep.equal(Array(4).fill('not-verified'));
    system.meanwhile = () => Promise.reject(new Error('a fault'));
    for (let n = 0; n < 5; n++) expect(await verify.run(marks(String(10 + n)), `192.0.2.${10 + n}`).then(() => 'answered', (fault: Error) => fault.message)).to.equal('a fault');
  });

  it('does not ask the bill system for numbers that it cannot have given', async () => {
    const { system, verify } = opened();
    const strange = [{ eBillNo: '1' }, { eBillNo: '12345678901' }, { eBillNo: 'A000000001' }, { eBillCode: '3501012' }, { eBillCode: '350101260' }, { eBillCode: 'ABCDEFGH' }, { checkCode: 'abc' }, { checkCode: 'a'.repeat(21) }];
    for (const [n, changes] of strange.entries()) expect(await verify.run(marks('1', changes), `192.0.2.${n}`)).to.deep.equal({ kind: 'not-verified' });
    expect(system.calls).to.deep.equal([]);
  });
});
