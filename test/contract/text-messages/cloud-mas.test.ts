import { expect } from 'chai';
import { cloudMas } from '../../../adapters/outbound/text-messages/cloud-mas/cloud-mas.js';
import type { CloudMasSettings } from '../../../adapters/outbound/text-messages/cloud-mas/settings.js';
import { WireClient } from '../../../adapters/outbound/wire/http-client.js';
import { cloudMasSettings } from '../../builders/cloud-mas-settings.js';
import { RecordingJournal } from '../../unit/application/recording-journal.js';
import { textMessagesContract } from './text-messages.contract.js';
import { openTextPlatform, type TextPlatform } from './text-platform.js';

function openCloudMas(differences: Partial<CloudMasSettings>) {
  const http = new WireClient({ maxConnections: 4, keepAliveMs: 1000, connectTimeoutMs: 1000 });
  const journal = new RecordingJournal();
  return { texts: cloudMas({ settings: cloudMasSettings(differences), http, journal }), journal, close: () => http.close() };
}

textMessagesContract('云MAS', (baseUrl) => openCloudMas({ baseUrl, batchSize: 2 }));

describe('an account at 云MAS', () => {
  let platform: TextPlatform;
  const opened: ReturnType<typeof openCloudMas>[] = [];
  const account = (differences: Partial<CloudMasSettings>) => {
    const one = openCloudMas({ baseUrl: platform.simulator.platformUrl, ...differences });
    opened.push(one);
    return one;
  };
  const code = { text: '', params: ['123456'] };
  const send = async ({ texts }: ReturnType<typeof openCloudMas>) => (await texts.sending.sendTemplate('LOGIN_CODE', code, ['13800001000'], 3000))[0]?.report;

  beforeEach(async () => { platform = await openTextPlatform(); });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await platform.close();
  });

  for (const [what, differences, answer] of [
    ['a wrong password', { secretKey: 'DemoSecret2' }, 'IllegalMac'], ['a wrong password in the message too', { secretKey: 'DemoSecret2', secretKeyInBody: true }, 'InvalidUsrOrPwd'],
    ['another name', { ecName: '三明市教育局' }, 'InvalidUsrOrPwd'], ['another signature', { sign: 'SIGN0002' }, 'IllegalSignId'],
  ] as const) {
    it(`is refused with ${what}, and a person is called, without a word about phones or secrets`, async () => {
      const one = account(differences);
      expect(await send(one)).to.deep.equal({ kind: 'refused', code: answer, retryable: false });
      expect(one.journal.events).to.deep.equal([{ level: 'alarm', event: 'text-platform-refused', fields: { code: answer } }]);
    });
  }

  it('is taken with the password in the message, an extension, and the other path for free text', async () => {
    const one = account({ secretKeyInBody: true, addSerial: '01', freeTextPath: 'submit' });
    expect((await send(one))?.kind).to.equal('submitted');
    expect((await one.texts.sending.sendFreeText('维护', ['13800001000'], 3000))[0]?.report.kind).to.equal('submitted');
    expect((await platform.texts()).map(({ text }) => text)).to.deep.equal(['【三明财政】维护', '【三明财政】验证码123456,5分钟内有效。']);
  });

  it('writes down that nobody answered, and to whom nothing', async () => {
    const one = account({});
    await one.texts.sending.sendTemplate('LOGIN_CODE', code, ['13800000010'], 3000);
    await platform.simulator.close();
    await one.texts.queries?.query('0101', ['13800000010'], 3000);
    const [first, second] = one.journal.events;
    expect(first).to.deep.equal({ level: 'warn', event: 'text-platform-unanswered', fields: { call: 'tmpsubmit', why: 'unreadable' } });
    expect(second).to.deep.include({ level: 'warn', event: 'text-platform-unanswered' });
    expect(JSON.stringify(one.journal.events)).to.not.match(/13800000010|123456|DemoSecret1/);
  });

  it('sends no template that is not registered there', async () => {
    const one = account({ templateIds: {} });
    expect(await send(one)).to.deep.equal({ kind: 'refused', code: 'template-not-registered', retryable: false });
    expect(one.journal.events).to.deep.equal([{ level: 'alarm', event: 'text-template-not-registered', fields: { template: 'LOGIN_CODE' } }]);
  });

  it('sends five thousand phones in twenty-five batches', async () => {
    const phones = Array.from({ length: 5000 }, (_, n) => `139${String(n).padStart(4, '0')}9999`);
    const batches = await account({}).texts.sending.sendTemplate('LOGIN_CODE', code, phones, 5000);
    expect(batches.map(({ phones: some, report }) => [some.length, report.kind])).to.deep.equal(Array(25).fill([200, 'submitted']));
  });

  it('takes five thousand phones in one batch where the settings say so', async () => {
    const phones = Array.from({ length: 5000 }, (_, n) => `139${String(n).padStart(4, '0')}9999`);
    const batches = await account({ batchSize: 5000 }).texts.sending.sendTemplate('LOGIN_CODE', code, phones, 5000);
    expect(batches.map(({ report }) => report.kind)).to.deep.equal(['submitted']);
  });

  it('cannot be asked where it only pushes', () => expect(account({ canQuery: false }).texts.queries).to.equal(undefined));
});
