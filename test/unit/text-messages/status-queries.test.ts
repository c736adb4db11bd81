import { expect } from 'chai';
import { statusQueries } from '../../../adapters/outbound/text-messages/cloud-mas/status-queries.js';
import type { WireAnswer } from '../../../adapters/outbound/wire/http-client.js';
import { cloudMasSettings } from '../../builders/cloud-mas-settings.js';
import { RecordingJournal } from '../application/recording-journal.js';

const entry = { mobile: '13800000001', reportStatus: 'DELIVRD', errorCode: 'DELIVRD', receiveDate: '2026-11-03 10:00:05' };
const delivered = (phone: string) => ({ groupNo: '0101', phone, report: { kind: 'delivered', at: Date.UTC(2026, 10, 3, 2, 0, 5) } });

/** Asks about two phones where the platform answers with this. */
async function ask(reply: unknown, status = 200, phones: readonly string[] = ['13800000001', '13800000002']) {
  const journal = new RecordingJournal();
  const answer: WireAnswer = { kind: 'answer', status, contentType: 'application/json', body: Buffer.from(typeof reply === 'string' ? reply : JSON.stringify(reply)) };
  const queries = statusQueries({ settings: cloudMasSettings(), journal, http: { send: () => Promise.resolve(answer) } });
  return { answer: await queries.query('0101', phones, 1000), journal };
}

describe('answers about the state of texts', () => {
  it('speak of the phones that were asked about and of the group of the question, whatever else they say', async () => {
    const stranger = { ...entry, mobile: '13800000009' };
    const { answer } = await ask({ rspcod: 'success', reports: [entry, stranger, { ...entry, mobile: '13800000002', msgGroup: '9999' }] });
    expect(answer).to.deep.equal({ kind: 'answered', reports: [delivered('13800000001'), delivered('13800000002')] });
    expect((await ask({ rspcod: 'success', reports: [entry, stranger] }, 200, [])).answer).to.deep.equal({ kind: 'answered', reports: [delivered('13800000001'), delivered('13800000009')] });
  });

  it('keep what is readable beside what is not', async () => {
    const { answer } = await ask({ rspcod: 'success', reports: [null, 7, [], { ...entry, mobile: 'x' }, entry] });
    expect(answer).to.deep.equal({ kind: 'answered', reports: [delivered('13800000001')] });
  });

  for (const reply of ['', '[]', { reports: [entry] }, { rspcod: 'success' }, { rspcod: 'success', reports: { 0: entry } }, { rspcod: 'success', reports: Array(5001).fill({}) }]) {
    it(`are unknown as ${JSON.stringify(reply).slice(0, 60)}`, async () => expect((await ask(reply)).answer).to.deep.equal({ kind: 'unknown', why: 'unreadable' }));
  }

  it('are unknown while the platform is busy or says something else', async () => {
    for (const status of [429, 503]) expect((await ask('', status)).answer).to.deep.equal({ kind: 'unknown', why: 'busy' });
    for (const status of [302, 404, 500, 502]) expect((await ask({ rspcod: 'success', reports: [] }, status)).answer).to.deep.equal({ kind: 'unknown', why: `http-${status}` });
  });

  it('are refused with the code of the platform, and a person is called where our account is wrong', async () => {
    const wrong = await ask({ rspcod: 'IllegalMac', reports: [] });
    expect([wrong.answer, wrong.journal.events]).to.deep.equal([{ kind: 'refused', code: 'IllegalMac' }, [{ level: 'alarm', event: 'text-platform-refused', fields: { code: 'IllegalMac' } }]]);
    const other = await ask({ rspcod: 'TooEarly', reports: [] });
    expect([other.answer, other.journal.events]).to.deep.equal([{ kind: 'refused', code: 'TooEarly' }, []]);
  });

  it('are not asked for about more phones than the platform takes', async () => {
    const fault: unknown = await ask({}, 200, Array<string>(5001).fill('13800000001')).catch((thrown: unknown) => thrown);
    expect(fault).to.be.instanceOf(RangeError);
  });
});
