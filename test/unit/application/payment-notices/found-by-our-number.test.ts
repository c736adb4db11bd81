import { expect } from 'chai';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import { lost, type FakeProvince } from '../fake-province.js';
import { abnormalOf, noticesOf, noticeTown, place, slipFor } from './notice-town.js';
import { only } from '../town.js';

/** So often the province names another slip's code when it is asked for a notice by our number; all else of its answer is right. */
function answerWithAnothersCode(province: FakeProvince, payCode: string, times: number): void {
  const told = province.queries.query;
  let left = times;
  province.queries.query = async (ref) => {
    const report = await told(ref);
    if ('payCode' in ref || report.kind !== 'found' || left === 0) return report;
    left -= 1;
    return { kind: 'found', notice: { ...report.notice, payCode } };
  };
}

describe('a notice that the province is asked for by our number', () => {
  it('is not believed under another slip\'s code: that slip is left alone, and ours is found and void in the end', async () => {
    const { town, province } = await noticeTown({ payee: { isNoticeFirst: true } });
    const theirs = slipFor(province);
    province.trouble('issue', lost, 'after');
    expect(await place(town)).to.have.property('ok', false);
    answerWithAnothersCode(province, theirs.payCode, 3);
    for (let hour = 0; hour < 6; hour += 1) await town.pass(hourMs);
    const notice = only(noticesOf(town));
    expect([notice.step, notice.payCode === theirs.payCode]).to.deep.equal(['voided', false]);
    expect([...province.slips.values()].map(({ busNo, state }) => [busNo, state])).to.deep.equal([['ELSEWHERE-1', 'unpaid'], [notice.busNo, 'void']]);
    expect(abnormalOf(town)).to.deep.equal([]);
  });
});
