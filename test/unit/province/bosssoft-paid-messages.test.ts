import { expect } from 'chai';
import { NodeDigests } from '../../../adapters/outbound/crypto/digests.js';
import { createBosssoftProvince } from '../../../adapters/outbound/province/bosssoft/bosssoft-province.js';
import type { BosssoftNeeds } from '../../../adapters/outbound/province/bosssoft/needs.js';
import { bosssoftSettings } from '../../../adapters/outbound/province/bosssoft/settings-check.js';
import { signatureHolds, signatureOf } from '../../../adapters/outbound/province/bosssoft/signatures.js';
import { SpentHere } from '../../../adapters/outbound/province/bosssoft/spent-here.js';
import type { PaidMessages } from '../../../application/ports/province.js';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { storedSettings } from './stored-settings.js';

const told = { payCode: '35040026300000000001', serialNo: 'BANK-1', totalAmt: 80.5, confirmDate: '20260508', confirmTime: '115900', paymentChannel: 'BANK', sourceSystem: 'S' };
const settings = bosssoftSettings(storedSettings());

describe('a paid message of the province', () => {
  let now = noon;
  let needs: BosssoftNeeds;
  let messages: PaidMessages;
  let noises = 0;
  beforeEach(() => {
    now = noon;
    needs = { digests: new NodeDigests(), clock: { now: () => now }, spent: { answers: new SpentHere(), messages: new SpentHere() }, secrets: { ours: async () => 'K1', province: async () => 'K2' } } as unknown as BosssoftNeeds;
    const { paidMessages } = createBosssoftProvince(needs, storedSettings());
    if (paidMessages === undefined) throw new Error('the dialect hears no messages');
    messages = paidMessages;
  });

  const message = async (content: object, { whose = 'province', ...outer }: { readonly whose?: 'ours' | 'province'; readonly [name: string]: unknown } = {}): Promise<Buffer> => {
    const [data, noise] = [Buffer.from(JSON.stringify(content)).toString('base64'), `noise-${String(noises++).padStart(8, '0')}`];
    return Buffer.from(JSON.stringify({ region: '350400', deptcode: '350400001', appid: 'SMFSTEST01', data, noise, version: '1.0', sign: await signatureOf(needs, settings, { data, noise }, whose), ...outer }));
  };
  const why = async (body: Uint8Array): Promise<unknown> => { const verdict = await messages.read(body, now); return verdict.genuine ? verdict.paid.payCode : verdict.why; };

  it('is read to the fen and the second', async () => {
    expect(await messages.read(await message(told), now)).to.deep.equal({
      genuine: true, paid: { payCode: told.payCode, serialNo: 'BANK-1', amount: fen(8050), paidAt: noon - minuteMs, paymentChannel: 'BANK', sourceSystem: 'S' },
    });
  });

  it('counts once, and an untrue one does not use up the number of a true one', async () => {
    const body = await message(told);
    const forged = Buffer.from(body.toString().replace(/"sign":"[^"]*"/, '"sign":"00"'));
    expect([await why(forged), await why(body), await why(body)]).to.deep.equal(['signature', told.payCode, 'replayed']);
    now += 9 * minuteMs;
    expect(await why(body)).to.equal('replayed');
  });

  it('is not taken when it is signed with the key of our own calls', async () => {
    expect(await why(await message(told, { whose: 'ours' }))).to.equal('signature');
  });

  it('is not taken when it is for somebody else', async () => {
    for (const outer of [{ region: '350500' }, { appid: 'OTHER' }, { deptcode: '1' }, { version: '2.0' }]) expect(await why(await message(told, outer)), JSON.stringify(outer)).to.equal('foreign');
  });

  it('is not taken when a field of it cannot be read', async () => {
    const changes = [{ payCode: '1' }, { serialNo: '' }, { serialNo: 'x'.repeat(65) }, { totalAmt: 0 }, { totalAmt: 80.001 }, { totalAmt: -1 }, { confirmDate: '20260231' }, { confirmTime: '1159' }, { confirmTime: '123000' }];
    for (const change of changes) expect(await why(await message({ ...told, ...change })), JSON.stringify(change)).to.equal('unreadable');
    for (const body of ['', '[]', '{', 'x'.repeat(70_000)]) expect(await why(Buffer.from(body)), body.slice(0, 5)).to.equal('unreadable');
  });

  it('is answered under the key it came with, yes and no alike', async () => {
    for (const [reply, result, text] of [[await messages.accepted(), 'S0000', '成功'], [await messages.refused('未处理'), 'E9999', '未处理']] as const) {
      const { data, noise, sign } = JSON.parse(reply.body) as { readonly data: string; readonly noise: string; readonly sign: string };
      expect(await signatureHolds(needs, settings, { data, noise }, sign, 'province')).to.equal(true);
      const said = JSON.parse(Buffer.from(data, 'base64').toString()) as { readonly result: string; readonly message: string };
      expect([reply.status, said.result, Buffer.from(said.message, 'base64').toString()]).to.deep.equal([200, result, text]);
    }
  });
});
