import { expect } from 'chai';
import { maxForgottenTexts, maxTextsOfPhone, type KeptCode } from '../../../application/ports/text-books.js';
import type { TextReader, TextStore } from '../../../application/ports/text-books.js';
import { textScenes, textTemplateNames, templateOf } from '../../../domain/text-messages/templates.js';
import { textMessageArrows, type TextMessageState } from '../../../domain/text-messages/text-message.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';
import { aKeptCode, aStoredText, aTextBlock, anInboundText } from './text-builders.js';

const [phone, otherPhone] = ['13800138000', '13900139000'];

export function textsContract(adapter: string, open: Open): void {
  describe(`text messages on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const change = <T>(work: (texts: TextStore) => Promise<T>): Promise<T> => store.unitOfWork.run(({ texts }) => work(texts));
    const read = <T>(work: (texts: TextReader) => Promise<T>): Promise<T> => store.unitOfWork.read(({ texts }) => work(texts));

    it('keeps a message with every field, and the number it goes to beside it', async () => {
      const message = aStoredText({ code: 'CM:8003', tries: 2, isBeingSent: true, resent: true, groupNo: 'G1', lastTriedAt: noon + 1, submittedAt: noon + 2, endedAt: noon + 3, params: ['不动产登记费 "一"', '120.00', '350404263000000001'] });
      await change((texts) => texts.add(message, phone));
      expect(await read((texts) => texts.byId(message.messageId))).to.deep.equal(message);
      expect(await read((texts) => texts.phoneOf(message.messageId))).to.equal(phone);
      expect(await read((texts) => texts.phoneOf(no(9)))).to.equal(undefined);
    });

    it('keeps every template, scene and state', async () => {
      for (const [index, template] of textTemplateNames.entries()) await change((texts) => texts.add(aStoredText({ messageId: no(index), template, scene: templateOf(template).scene, params: undefined, bizKey: `K${index}` }), phone));
      for (const [index, state] of (Object.keys(textMessageArrows) as TextMessageState[]).entries()) await change((texts) => texts.add(aStoredText({ messageId: no(100 + index), state, bizKey: `S${index}` }), phone));
      expect((await read((texts) => texts.toPhone(phone, 0))).map(({ messageId }) => messageId)).to.have.length(textTemplateNames.length + 5);
      expect(textScenes.length).to.be.above(5);
    });

    it('has one message of a scene about one thing to one phone, whatever became of it', async () => {
      const add = (changes: Parameters<typeof aStoredText>[0], to = phone) => change((texts) => texts.add(aStoredText(changes), to));
      expect([
        await add({}), await add({ messageId: no(2), state: 'failed' }), await add({ messageId: no(3) }, otherPhone), await add({ messageId: no(4), bizKey: no(7002) }),
        await add({ messageId: no(5), scene: 'bill-issued', template: 'BILL_ISSUED' }), await add({ messageId: no(6), template: 'PAY_SUCCESS_ORDER' }),
      ]).to.deep.equal(['added', 'exists', 'added', 'added', 'added', 'exists']);
      expect((await read((texts) => texts.about('payment-made', no(7001)))).map(({ messageId }) => messageId)).to.deep.equal([no(1), no(3)]);
    });

    it('makes one message of many who want the same one at once', async () => {
      const tries = await Promise.all(Array.from({ length: 8 }, (_, index) => change((texts) => texts.add(aStoredText({ messageId: no(index + 1) }), phone))));
      expect(tries.filter((answer) => answer === 'added')).to.have.length(1);
      expect(await read((texts) => texts.about('payment-made', no(7001)))).to.have.length(1);
    });

    it('changes a message once: whoever read it before is too late, and what it is about stays', async () => {
      const message = aStoredText();
      await change((texts) => texts.add(message, phone));
      await change((texts) => texts.put({ ...message, state: 'submitted', groupNo: 'G1', submittedAt: noon }));
      expect((await faultOf(change((texts) => texts.put({ ...message, state: 'failed' })))).name).to.equal('ConcurrentChange');
      expect(await read((texts) => texts.byId(message.messageId))).to.deep.equal({ ...message, state: 'submitted', groupNo: 'G1', submittedAt: noon, version: 2 });
      expect(await read((texts) => texts.phoneOf(message.messageId))).to.equal(phone);
    });

    it('finds a message by the batch and the phone, and by nothing else', async () => {
      await change((texts) => texts.add(aStoredText({ groupNo: 'G1' }), phone));
      await change((texts) => texts.add(aStoredText({ messageId: no(2), groupNo: 'G1' }), otherPhone));
      const found = async (groupNo: string, to: string) => (await read((texts) => texts.inGroup(groupNo, to)))?.messageId;
      expect([await found('G1', phone), await found('G1', otherPhone), await found('G2', phone), await found('G1', '13700137000'), await found("G1' or '1'='1", phone)]).to.deep.equal([no(1), no(2), undefined, undefined, undefined]);
    });

    it('tells what a phone got and when a place asked, newest first and bounded', async () => {
      await change(async (texts) => {
        for (let n = 0; n < maxTextsOfPhone + 5; n++) await texts.add(aStoredText({ messageId: no(n), bizKey: `K${n}`, createdAt: noon + n }), phone, n % 2 === 0 ? '192.0.2.7' : undefined);
        await texts.add(aStoredText({ messageId: no(900), createdAt: noon + 900 }), otherPhone, '192.0.2.7');
      });
      const got = await read((texts) => texts.toPhone(phone, noon));
      expect(got).to.have.length(maxTextsOfPhone);
      expect(got[0]?.createdAt).to.equal(noon + maxTextsOfPhone + 4);
      expect((await read((texts) => texts.toPhone(phone, noon + maxTextsOfPhone))).map(({ createdAt }) => createdAt - noon)).to.deep.equal([204, 203, 202, 201, 200]);
      expect(await read((texts) => texts.askedFrom('192.0.2.7', noon + 203))).to.deep.equal([noon + 900, noon + 204]);
      expect(await read((texts) => texts.askedFrom('192.0.2.8', 0))).to.deep.equal([]);
    });

    it('counts messages by their state', async () => {
      await change(async (texts) => {
        for (const [n, state] of (['queued', 'queued', 'unknown', 'delivered'] as const).entries()) await texts.add(aStoredText({ messageId: no(n), bizKey: `K${n}`, state, createdAt: noon + n }), phone);
      });
      expect(await read((texts) => texts.counts(noon + 1))).to.deep.equal([{ state: 'delivered', count: 1 }, { state: 'queued', count: 1 }, { state: 'unknown', count: 1 }]);
    });

    it('keeps who opted out, once each, and lets them in again', async () => {
      const block = aTextBlock();
      expect([await change((texts) => texts.addBlock(phone, block)), await change((texts) => texts.addBlock(phone, block))]).to.deep.equal(['added', 'exists']);
      expect(await read((texts) => texts.block(phone))).to.deep.equal(block);
      expect(await read((texts) => texts.block(otherPhone))).to.equal(undefined);
      await change((texts) => texts.putBlock(phone, { ...block, isBlocked: false, cause: 'operator', changedAt: noon + 5 }));
      expect(await read((texts) => texts.block(phone))).to.deep.equal({ ...block, isBlocked: false, cause: 'operator', changedAt: noon + 5, version: 2 });
      expect((await faultOf(change((texts) => texts.putBlock(phone, block)))).name).to.equal('ConcurrentChange');
    });

    it('keeps one code for a scene and a phone; of two who try it at once one is told to look again', async () => {
      const code = aKeptCode();
      const put = (changed: KeptCode) => change((texts) => texts.putCode(phone, changed));
      expect([await change((texts) => texts.addCode(phone, code)), await change((texts) => texts.addCode(phone, code)), await change((texts) => texts.addCode(phone, aKeptCode({ scene: 'password-reset' }))), await change((texts) => texts.addCode(otherPhone, code))])
        .to.deep.equal(['added', 'exists', 'added', 'added']);
      await put({ ...code, wrongTries: 1, usedAt: noon + 1 });
      expect((await faultOf(put({ ...code, wrongTries: 1 }))).name).to.equal('ConcurrentChange');
      expect(await read((texts) => texts.code('login', phone))).to.deep.equal({ ...code, wrongTries: 1, usedAt: noon + 1, version: 2 });
      expect(await read((texts) => texts.code('password-reset', otherPhone))).to.equal(undefined);
    });

    it('keeps a text from a phone once, also one that is empty, long or full of rare signs', async () => {
      const add = (said: string, changes: Parameters<typeof anInboundText>[0] = {}) => change((texts) => texts.addInbound(anInboundText(changes), phone, said));
      expect([await add('a'), await add('a', { inboundNo: no(2) }), await add('b', { content: '' }), await add('c', { content: '𠮷'.repeat(500), sentAt: undefined, extension: '', meaning: 'opt-out' })])
        .to.deep.equal(['added', 'exists', 'added', 'added']);
    });

    it('forgets of messages that ended long ago whom they went to and what they said, and leaves that there was one', async () => {
      const ended = (n: number, changes: Parameters<typeof aStoredText>[0] = {}) => aStoredText({ messageId: no(n), bizKey: `K${n}`, state: 'delivered', groupNo: `G${n}`, endedAt: noon + n, params: ['不动产登记费', '120.00', no(n)], ...changes });
      await change(async (texts) => {
        for (const message of [ended(1), ended(2), ended(3), ended(4, { state: 'submitted', endedAt: undefined })]) await texts.add(message, phone, '192.0.2.7');
      });
      expect(await change((texts) => texts.forgetMessages(noon + 3, noon + 900))).to.equal(2);
      const bare = (n: number) => ({ ...ended(n), maskedPhone: '****', params: undefined, version: 2 });
      expect(await read(async (texts) => [await texts.byId(no(1)), await texts.byId(no(2)), await texts.byId(no(3)), await texts.byId(no(4))])).to.deep.equal([bare(1), bare(2), ended(3), ended(4, { state: 'submitted', endedAt: undefined })]);
      expect(await read(async (texts) => [await texts.phoneOf(no(1)), await texts.phoneOf(no(3))])).to.deep.equal([undefined, phone]);
      expect((await read((texts) => texts.toPhone(phone, 0))).map(({ messageId }) => messageId).sort()).to.deep.equal([no(3), no(4)]);
      expect(await read((texts) => texts.inGroup('G1', phone))).to.equal(undefined);
      expect(await read((texts) => texts.askedFrom('192.0.2.7', 0))).to.have.length(2);
      expect((await read((texts) => texts.about('payment-made', 'K1'))).map(({ messageId }) => messageId)).to.deep.equal([no(1)]);
      expect(await read((texts) => texts.counts(0))).to.deep.equal([{ state: 'delivered', count: 3 }, { state: 'submitted', count: 1 }]);
      expect(await change((texts) => texts.forgetMessages(noon + 3, noon + 901)), 'once').to.equal(0);
      // Whoever had read it before puts nothing back, and a change of how it stands brings nobody back.
      expect((await faultOf(change((texts) => texts.put({ ...ended(1), code: 'late' })))).name).to.equal('ConcurrentChange');
      await change((texts) => texts.put({ ...bare(1), code: 'late' }));
      expect(await read(async (texts) => [await texts.phoneOf(no(1)), (await texts.byId(no(1)))?.params])).to.deep.equal([undefined, undefined]);
    });

    it('forgets messages of one thing to several phones, a page at a time, the oldest first', async () => {
      await change(async (texts) => {
        for (let n = 0; n < maxForgottenTexts + 2; n++) await texts.add(aStoredText({ messageId: no(n), bizKey: 'one', state: 'failed', endedAt: noon + 500 - n }), `138001${String(n).padStart(5, '0')}`);
      });
      expect(await change((texts) => texts.forgetMessages(noon + 1000, noon))).to.equal(maxForgottenTexts);
      expect(await read(async (texts) => [await texts.phoneOf(no(0)), await texts.phoneOf(no(1)), await texts.phoneOf(no(2))])).to.deep.equal(['13800100000', '13800100001', undefined]);
      expect(await change((texts) => texts.forgetMessages(noon + 1000, noon))).to.equal(2);
      expect(await change((texts) => texts.forgetMessages(noon + 1000, noon))).to.equal(0);
    });

    it('forgets texts from phones and codes whole, and nobody\'s wish to get none', async () => {
      await change(async (texts) => {
        for (const n of [1, 2, 3]) await texts.addInbound(anInboundText({ inboundNo: no(n), receivedAt: noon + n }), phone, `said ${n}`);
        await texts.addCode(phone, aKeptCode({ madeAt: noon + 1 }));
        await texts.addCode(phone, aKeptCode({ scene: 'password-reset', madeAt: noon + 9 }));
        await texts.addCode(otherPhone, aKeptCode({ madeAt: noon + 2 }));
        await texts.addBlock(phone, aTextBlock({ changedAt: noon - 1 }));
      });
      expect(await change(async (texts) => [await texts.forgetInbound(noon + 3), await texts.forgetCodes(noon + 3)])).to.deep.equal([2, 2]);
      expect(await read(async (texts) => [await texts.code('login', phone), await texts.code('login', otherPhone), (await texts.code('password-reset', phone))?.madeAt])).to.deep.equal([undefined, undefined, noon + 9]);
      expect(await read((texts) => texts.block(phone))).to.deep.equal(aTextBlock({ changedAt: noon - 1 }));
      // The third is still known, the others would be new.
      expect(await change(async (texts) => [await texts.addInbound(anInboundText({ inboundNo: no(9) }), phone, 'said 3'), await texts.addInbound(anInboundText(), phone, 'said 1')])).to.deep.equal(['exists', 'added']);
      expect(await change(async (texts) => [await texts.forgetInbound(noon - 1), await texts.forgetCodes(noon + 3)])).to.deep.equal([0, 0]);
    });
  });
}
