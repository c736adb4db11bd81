import { expect } from 'chai';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { aGate } from '../../support/gate.js';
import { EarScene, rule } from './ear-scene.js';

describe('paid messages of the province in frames', function () {
  let scene: EarScene;
  beforeEach(async () => { scene = new EarScene(); await scene.open(); });
  afterEach(() => scene.close());
  const results = async (pieces: readonly Uint8Array[], how?: { readonly pauseMs?: number }): Promise<readonly string[]> => (await scene.send(pieces, how)).map(({ result }) => result);

  it('are handed on once to the fen and the second, and answered to their number', async () => {
    expect(await scene.send([scene.frame({}, { msgId: 'M-7' })])).to.deep.equal([{ result: '00000', information: '成功', msgRef: 'M-7' }]);
    expect(scene.taken).to.deep.equal([{ region: '350400', paid: { payCode: '35040026300000000001', serialNo: 'BANK-1', amount: fen(8000), paidAt: noon - 60_000, paymentChannel: '51', sourceSystem: 'F350400' } }]);
  });

  it('are answered with success only after everything is stored', async () => {
    let store: () => void = () => undefined;
    scene.outcome = () => new Promise((resolve) => { store = () => resolve({ kind: 'taken' }); });
    let said: readonly string[] | undefined;
    const sent = results([scene.frame()]).then((all) => { said = all; });
    await pause(100);
    expect([scene.taken.length, said]).to.deep.equal([1, undefined]);
    store();
    await sent;
    expect(said).to.deep.equal(['00000']);
  });

  it('are refused with 99999 and words for a pay code nobody knows, another amount, and a fault of ours', async () => {
    const outcomes = [async () => ({ kind: 'unknown-notice' } as const), async () => ({ kind: 'amount-differs' } as const), async () => { throw new Error('database gone'); }];
    const said = [];
    for (const outcome of outcomes) { scene.outcome = outcome; said.push(...await scene.send([scene.frame()])); }
    expect(said.map(({ result, information }) => [result, information])).to.deep.equal([['99999', '缴款码不存在'], ['99999', '金额不符'], ['99999', '暂时不能处理，请重发']]);
  });

  it('that came before and were taken are answered again and not handed on again', async () => {
    const frame = scene.frame();
    expect([...await results([frame]), ...await results([frame])]).to.deep.equal(['00000', '00000']);
    expect(scene.taken.length).to.equal(1);
  });

  it('that came before and could not be stored are handed on again', async () => {
    const frame = scene.frame();
    scene.outcome = async () => ({ kind: 'unknown-notice' });
    const first = await results([frame]);
    scene.outcome = async () => ({ kind: 'taken' });
    expect([...first, ...await results([frame])]).to.deep.equal(['99999', '00000']);
    expect(scene.taken.length).to.equal(2);
  });

  it('whose number was used for other content are refused and seen', async () => {
    await results([scene.frame({}, { msgId: 'M-1' })]);
    expect(await results([scene.frame({ Amt: '81.0' }, { msgId: 'M-1' })])).to.deep.equal(['99999']);
    expect(scene.taken.length).to.equal(1);
    expect(scene.journal.lines.join()).to.include('province-frame-refused').and.include('replayed');
  });

  it('come in pieces, and two in one packet', async () => {
    const frame = scene.frame();
    const pieces = Array.from({ length: Math.ceil(frame.length / 97) }, (_, index) => frame.subarray(index * 97, (index + 1) * 97));
    expect(await results(pieces, { pauseMs: 5 })).to.deep.equal(['00000']);
    const said = await scene.send([Buffer.concat([scene.frame({}, { msgId: 'A' }), scene.frame({ TraNoBus: 'BANK-2' }, { msgId: 'B' })])]);
    expect(said.map(({ result, msgRef }) => `${msgRef} ${result}`)).to.deep.equal(['A 00000', 'B 00000']);
    expect(scene.taken.map(({ paid }) => paid.serialNo)).to.deep.equal(['BANK-1', 'BANK-1', 'BANK-2']);
  });

  it('by a stranger get no answer and change nothing', async () => {
    for (const frame of [scene.frame({}, {}, { ...rule, token: 'TOKEN-1' } as typeof rule), scene.frame({}, {}, { rule: 'none' }), Buffer.from('GET / HTTP/1.1\r\n\r\n'), Buffer.from('99999999CNNONTAX'), Buffer.alloc(300_000, 0x39), scene.frame().subarray(0, 200)]) {
      expect(await scene.send([frame])).to.deep.equal([]);
    }
    expect(scene.taken).to.deep.equal([]);
  });

  it('by the province that we cannot act on are refused, never left without a result', async () => {
    const frames = [
      scene.frame({}, { to: 'K3504000002' }), scene.frame({}, { from: 'F350500' }), scene.frame({}, { msgNo: '2601' }), scene.frame({ Amt: '80.001' }), scene.frame({ Amt: '0' }), scene.frame({ PayCode: '1' }), scene.frame({ TraNoBus: '' }), scene.frame({ CfmDate: '20260231' }), scene.frame({ CfmTime: '123000' }),
    ];
    for (const frame of frames) expect(await results([frame])).to.deep.equal(['99999']);
    expect(scene.taken).to.deep.equal([]);
  });

  it('nothing of what they say about people stands in the log', async () => {
    await results([scene.frame()]);
    expect(scene.journal.lines.join()).to.include('35040026300000000001').and.not.include('镕鑫').and.not.include('TOKEN');
  });

  describe('limits of the line', () => {
    const reopened = async (limits: Parameters<EarScene['open']>[0], sources?: readonly string[]): Promise<void> => { await scene.close(); scene = new EarScene(); await scene.open(limits, sources); };

    it('let nobody in from outside of the named networks', async () => {
      await reopened({}, ['10.0.0.0/8']);
      expect(await scene.send([scene.frame()])).to.deep.equal([]);
      expect([scene.taken.length, scene.journal.lines.join().includes('province-caller-refused')]).to.deep.equal([0, true]);
    });

    it('end a silent connection and one that drips', async () => {
      await reopened({ idleMs: 150, lifeMs: 400 });
      const begun = performance.now();
      expect(await scene.send([scene.frame().subarray(0, 50)], { keepOpen: true })).to.deep.equal([]);
      const silent = performance.now() - begun;
      const frame = scene.frame();
      expect(await scene.send(Array.from({ length: 40 }, (_, index) => frame.subarray(index, index + 1)), { keepOpen: true, pauseMs: 50 })).to.deep.equal([]);
      expect([silent >= 140, scene.taken.length]).to.deep.equal([true, 0]);
    });

    it('hold so many connections and no more', async () => {
      await reopened({ maxConnections: 2 });
      const holders = [1, 2].map(() => connect({ port: scene.ear.port, host: '127.0.0.1' }));
      await Promise.all(holders.map((holder) => new Promise((resolve) => holder.once('connect', resolve))));
      await pause(50);
      expect(await scene.send([scene.frame()])).to.deep.equal([]);
      for (const holder of holders) holder.destroy();
      await pause(50);
      expect(await results([scene.frame()])).to.deep.equal(['00000']);
    });

    it('take so many frames of one connection and no more', async () => {
      await reopened({ maxFrames: 3 });
      expect(await results([Buffer.concat([1, 2, 3, 4, 5].map(() => scene.frame()))])).to.deep.equal(['00000', '00000', '00000']);
    });
  });

  it('that are being stored at the end of the process are answered before the line is cut', async () => {
    const begun = aGate();
    scene.outcome = async () => { begun.open(); await pause(200); return { kind: 'taken' }; };
    const sent = results([scene.frame()]);
    await begun.opened;
    await scene.close();
    expect(await sent).to.deep.equal(['00000']);
    scene = new EarScene();
    await scene.open();
  });
});
