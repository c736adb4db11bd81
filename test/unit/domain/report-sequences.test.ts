import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { hasMoney, type Attempt } from '../../../domain/payments/attempt.js';
import type { ChannelReport } from '../../../domain/payments/channel-report.js';
import { judgeReport } from '../../../domain/payments/judge-report.js';
import { closeOrder, type Order } from '../../../domain/payments/order.js';
import { no, noon } from '../../builders/moments.js';
import { anAttempt, anOrder, aPaidReport } from '../../builders/payments.js';
import { chanceOf, seed, type Chance } from '../../builders/seeded-chance.js';

interface City { order: Order; readonly attempts: Attempt[]; readonly told: Set<string>; readonly errors: Set<string> }

/** A random word of a channel about one attempt; wrong amounts among them. */
function word(chance: Chance, attemptNo: string): ChannelReport {
  switch (chance.below(9)) {
    case 0: case 1: return aPaidReport({ attemptNo, channelOrderNo: `T-${attemptNo}` });
    case 2: return aPaidReport({ attemptNo, amount: fen(1 + chance.below(11_999)) });
    case 3: return { kind: 'declined', attemptNo, reason: '限额', code: 'X' };
    case 4: return { kind: 'ended', attemptNo };
    case 5: return { kind: 'waiting', attemptNo };
    case 6: return { kind: 'not-found', attemptNo };
    case 7: return { kind: 'charged-in-error', attemptNo, channelOrderNo: undefined, amount: fen(12_000), code: '74', goesBack: false };
    default: return { kind: 'unknown', attemptNo, why: 'timeout' };
  }
}

function step(city: City, chance: Chance, now: number): void {
  if (chance.below(12) === 0) { city.order = closeOrder(city.order, now, 'expired'); return; }
  const index = chance.below(city.attempts.length);
  const attempt = city.attempts[index];
  if (!attempt) return;
  const report = word(chance, attempt.attemptNo);
  if (report.kind === 'paid' && report.amount === attempt.amount) city.told.add(attempt.attemptNo);
  if (report.kind === 'charged-in-error') city.errors.add(attempt.attemptNo);
  const before = city.order.state;
  const judged = judgeReport(city.order, attempt, city.attempts.filter((one) => one !== attempt), report, now);
  if ('attempt' in judged) city.attempts[index] = judged.attempt;
  if ('order' in judged) city.order = judged.order;
  if (before === 'paid' || before === 'closed') expect(city.order.state, 'the end is the end').to.equal(before);
  const again = judgeReport(city.order, city.attempts[index] ?? attempt, city.attempts.filter((_one, place) => place !== index), report, now);
  expect(again.kind, 'told twice').to.be.oneOf(judged.kind === 'amount-differs' ? ['amount-differs'] : ['nothing-new']);
}

function check({ order, attempts, told, errors }: City): void {
  const paid = attempts.filter((attempt) => attempt.state === 'paid');
  expect(paid.length, 'attempts that settled the order').to.equal(order.state === 'paid' ? 1 : 0);
  if (order.state === 'paid') expect(order.paidAttemptNo).to.equal(paid[0]?.attemptNo);
  for (const attempt of attempts) {
    if (told.has(attempt.attemptNo)) expect(attempt.state, 'money the channel told of').to.be.oneOf(['paid', 'repeat', 'late']);
    else expect(attempt.state, 'money nobody told of').to.not.be.oneOf(['paid', 'repeat', 'late']);
    if (errors.has(attempt.attemptNo)) expect(hasMoney(attempt), 'money taken in error').to.equal(true);
    if (attempt.state !== 'open') expect(attempt.busy).to.equal(false);
  }
  if (order.state === 'paying') expect(attempts.some((attempt) => attempt.state === 'open' && attempt.busy)).to.equal(true);
}

describe(`any order of news about money, 1000 lives of seed ${seed}`, () => {
  it('never moves an order off its end, settles it at most once and loses no money', () => {
    for (let life = 0; life < 1000; life++) {
      const chance = chanceOf(seed + life);
      const attempts = Array.from({ length: 1 + chance.below(3) }, (_unused, index) => anAttempt({ attemptNo: no(5000 + index), payMethod: chance.pick(['pc', 'h5', 'bar']) }));
      const city: City = { order: anOrder({ state: 'paying' }), attempts, told: new Set(), errors: new Set() };
      for (let round = 0; round < 14; round++) step(city, chance, noon + round * 1000);
      try {
        check(city);
      } catch (error) {
        throw new Error(`life ${life} (SEED=${seed + life}): ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  });
});
