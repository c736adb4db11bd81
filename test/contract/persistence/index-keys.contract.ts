import { expect } from 'chai';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { SqlListReader } from '../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { sqlPersistence, type Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { refundOrders } from '../../../contracts/lists/refund-lists.js';
import { textMessageLog } from '../../../contracts/lists/text-lists.js';
import { newNotice } from '../../../domain/payment-notices/notice-record.js';
import { anOrderBill, aPayer } from '../../builders/e-bills.js';
import { credentialsOf } from '../../builders/operators.js';
import { aNoticeContent } from '../../builders/payment-notices.js';
import { anAttempt, anOrder, aRefund, no, noon } from './builders.js';
import { FakeVault } from './fakes.js';
import { question } from './lists/lists.contract.js';
import { openOn, type OpenEngine, type Opened } from './opened.js';
import { aKeptCode, anInboundText, aStoredText, aTextBlock } from './text-builders.js';

const [phone, other, asker] = ['13800138000', '13900139000', '192.0.2.7'];
const indexed = [
  ['pay_order', 'payer_mobile_index'], ['pay_order', 'payer_name_index'], ['pay_order', 'payer_cert_no_index'], ['pay_order_archive', 'payer_mobile_index'], ['payment_notice', 'payer_mobile_index'],
  ['payment_notice', 'payer_cert_no_index'], ['e_bill', 'payer_mobile_index'], ['e_bill', 'payer_name_index'], ['text_message', 'phone_index'], ['text_inbound', 'phone_index'],
] as const;

/** What is found by a keyed index is found before, while and after that key is changed, and stays the only one of its kind (KEY-02). */
export function indexKeysContract(adapter: string, openEngine: OpenEngine): void {
  describe(`indexes under a new key on ${adapter}`, () => {
    let engine: SqlEngine;
    let store: Opened;
    let remove: () => void;
    let vault: FakeVault;
    beforeEach(async () => {
      vault = new FakeVault();
      ({ engine, remove } = await openEngine());
      store = await openOn(engine, '1', vault);
      for (let n = 1; n <= 4; n++) await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(n), bizOrderNo: `B${n}` })));
      await store.unitOfWork.run(async ({ attempts, refunds, eBills, notices, texts, archive }) => {
        await attempts.add(anAttempt());
        await refunds.add(aRefund());
        await eBills.add(anOrderBill({ platformOrderNo: no(3), payer: aPayer({ mobile: phone }) }));
        await notices.add(newNotice(aNoticeContent({ busNo: no(1) }), { noticeNo: no(1), origin: 'order', devId: 'D1', merchantNo: 'M1', bizNoticeNo: 'N-1', contentDigest: undefined, platformOrderNo: no(3), step: 'confirm-pending', now: noon }));
        await texts.add(aStoredText({ groupNo: 'G1' }), phone, asker);
        await texts.addBlock(phone, aTextBlock());
        await texts.addCode(phone, aKeptCode());
        await texts.addInbound(anInboundText(), phone, 'said');
        await archive.begin(noon);
        await archive.move([no(4)]);
      });
    });
    afterEach(async () => {
      await store.close();
      remove();
    });

    const walk = async (): Promise<void> => { for (let page = await store.keyWalk.page(); page.kind === 'page';) page = await store.keyWalk.page(); };
    const listed = async (): Promise<readonly number[]> => {
      const reader = new SqlListReader(new UnitRunner(engine), vault);
      const [messages, refunds] = [await reader.page(textMessageLog, question(textMessageLog, { phone }), { kind: 'all' }), await reader.page(refundOrders, question(refundOrders, { payerMobile: phone }), { kind: 'all' })];
      return [messages.rows.length, refunds.rows.length];
    };
    /** Everything that is found by a phone, in figures. */
    const found = async (by: Pick<Persistence, 'unitOfWork'> = store): Promise<readonly unknown[]> => by.unitOfWork.run(async ({ orders, texts }) => [
      (await orders.ofPayer('B1', phone)).length, (await orders.ofPayer('B4', '138 0013 8000')).length, (await orders.ofPayer('B1', other)).length, (await texts.inGroup('G1', phone))?.messageId, (await texts.toPhone(phone, noon)).length,
      (await texts.askedFrom(asker, noon)).length, (await texts.block(phone))?.isBlocked, (await texts.code('login', phone))?.madeAt, (await texts.block(other))?.isBlocked,
      await texts.add(aStoredText({ messageId: no(9) }), phone), await texts.addBlock(phone, aTextBlock()), await texts.addCode(phone, aKeptCode()), await texts.addInbound(anInboundText({ inboundNo: no(9) }), phone, 'said'),
    ]);
    const all = [1, 1, 0, no(1), 1, 1, true, noon, undefined, 'exists', 'exists', 'exists', 'exists'];
    const values = async (): Promise<ReadonlySet<string>> => new Set((await Promise.all(indexed.map(([table, column]) => engine.writer(table).select<Record<string, string | null>[]>(column).whereNotNull(column)))).flatMap((rows, at) =>
      rows.map((row) => String(row[indexed[at]?.[1] ?? '']))));

    it('finds everything before, when the key is known, when it is used, while rows come over, and after', async () => {
      expect(await found()).to.deep.equal(all);
      expect(await listed()).to.deep.equal([1, 1]);
      vault.indexKnown = 2;
      vault.isChanging = true;
      expect(await found(), 'known').to.deep.equal(all);
      vault.indexNo = 2;
      expect(await found(), 'used').to.deep.equal(all);
      expect(await listed()).to.deep.equal([1, 1]);
      vault.isChanging = false;
      await store.keyWalk.page();
      expect(await found(), 'half way').to.deep.equal(all);
      await walk();
      expect(await found(), 'after').to.deep.equal(all);
      expect(await listed()).to.deep.equal([1, 1]);
    });

    it('brings the index of every row over whose value it can open, and changes nothing else of it', async () => {
      const rest = async (): Promise<unknown> => Promise.all(['pay_order', 'pay_order_archive', 'payment_notice', 'e_bill', 'text_message', 'text_inbound'].map(async (table) => (await engine.writer(table).select('*') as readonly Record<string, unknown>[])
        .map((row) => Object.entries(row).filter(([name]) => !/(?<!said)_index$/i.test(name)))));
      const [before, columns] = [await values(), await rest()];
      vault.indexNo = 2;
      await walk();
      const after = await values();
      expect([before.size, after.size]).to.deep.equal([before.size, before.size]);
      expect([...after].filter((value) => before.has(value))).to.deep.equal([]);
      expect(await rest()).to.deep.equal(columns);
      expect((await store.keyWalk.state())?.rowsChanged).to.equal(0);
      expect(await store.rowIntegrity.verify()).to.deep.include({ changed: 0 });
    });

    it('leaves a message alone whose phone was forgotten, also where several of one kind were', async () => {
      const ended = (message: number): Parameters<typeof aStoredText>[0] => ({ messageId: no(message), bizKey: no(7002), state: 'delivered', endedAt: noon });
      await store.unitOfWork.run(async ({ texts }) => {
        await texts.add(aStoredText(ended(2)), phone);
        await texts.add(aStoredText(ended(3)), other);
        expect(await texts.forgetMessages(noon + 1, noon + 2)).to.equal(2);
      });
      vault.indexNo = 2;
      await walk();
      const rows = await engine.writer('text_message').select<Record<string, string>[]>('message_id', 'phone_index').where({ biz_key: no(7002) });
      expect(rows.map((row) => row['phone_index'] === row['message_id'])).to.deep.equal([true, true]);
      expect((await store.keyWalk.state())?.rowsChanged).to.equal(0);
    });

    it('goes on behind a text that stands twice, once under each key, because a host did not have the new one in time', async () => {
      const late = sqlPersistence(engine, { vault: new FakeVault(), ids: store.ids, clock: store.clock, wallNow: () => 1 });
      vault.indexNo = 2;
      await store.unitOfWork.run(({ texts }) => texts.add(aStoredText({ messageId: no(2), bizKey: no(7002) }), phone));
      expect(await late.unitOfWork.run(({ texts }) => texts.add(aStoredText({ messageId: no(3), bizKey: no(7002) }), phone))).to.equal('added');
      await walk();
      expect((await store.keyWalk.state())?.endedAt).to.be.a('number');
      expect((await store.unitOfWork.read(({ texts }) => texts.toPhone(phone, noon))).map(({ messageId }) => messageId).sort()).to.deep.equal([no(1), no(2), no(3)]);
      expect(await store.unitOfWork.run(({ texts }) => texts.add(aStoredText({ messageId: no(4), bizKey: no(7002) }), phone))).to.equal('exists');
    });

    it('touches no row whose value was moved, and heals an index that was written by hand', async () => {
      await engine.writer('text_message').update({ sealed_phone: '1.test1.fake.x.x.x' });
      await engine.writer('payment_notice').update({ payer_mobile_index: 'a'.repeat(64) });
      vault.indexNo = 2;
      await walk();
      expect((await store.keyWalk.state())?.rowsChanged).to.equal(1);
      expect((await values()).has('a'.repeat(64))).to.equal(false);
    });

    it('keeps an opt-out under its key until it is written, then under that of today, and there is one at any time', async () => {
      vault.indexNo = 2;
      await walk();
      expect(await store.keyWalk.leftSince(noon + 1)).to.deep.equal([{ table: 'text_block', rows: 1 }, { table: 'text_code', rows: 1 }, { table: 'text_inbound', rows: 1 }]);
      expect(await store.keyWalk.leftSince(noon)).to.deep.equal([]);
      const block = async () => store.unitOfWork.read(({ texts }) => texts.block(phone));
      for (const isBlocked of [false, true]) {
        const known = await block();
        if (known === undefined) throw new Error('the opt-out is gone');
        await store.unitOfWork.run(({ texts }) => texts.putBlock(phone, { ...known, isBlocked, changedAt: noon + 5 }));
        expect(await block()).to.deep.equal({ ...known, isBlocked, changedAt: noon + 5, version: known.version + 1 });
        expect((await engine.writer('text_block').select('phone_index')).length).to.equal(1);
      }
      const stale = store.unitOfWork.run(({ texts }) => texts.putBlock(phone, aTextBlock({ isBlocked: false })));
      expect(await stale.then(() => 'written', (error: Error) => error.name)).to.equal('ConcurrentChange');
      await store.unitOfWork.run(({ texts }) => texts.putCode(phone, aKeptCode({ wrongTries: 1 })));
      expect((await engine.writer('text_code').select('phone_index')).length).to.equal(1);
      expect(await store.unitOfWork.read(({ texts }) => texts.code('login', phone))).to.deep.equal(aKeptCode({ wrongTries: 1, version: 2 }));
      const names = vault.blindIndexes('text_message.phone', phone);
      expect((await engine.writer('text_block').select<{ phone_index: string }[]>('phone_index'))[0]?.phone_index).to.equal(names[0]);
    });

    it('never misses an opt-out, even where clocks far apart made two rows of it, and leaves one of them with the next change', async () => {
      vault.indexNo = 2;
      const [, old = ''] = vault.blindIndexes('text_message.phone', other);
      await store.unitOfWork.run(({ texts }) => texts.addBlock(other, aTextBlock({ isBlocked: false })));
      const [row = {}] = await engine.writer('text_block').select<Record<string, unknown>[]>('*').whereNot('is_blocked', 1);
      await engine.writer('text_block').insert({ ...row, phone_index: old, is_blocked: 1, version: 7 });
      const block = await store.unitOfWork.read(({ texts }) => texts.block(other));
      expect(block).to.deep.include({ isBlocked: true, version: 7 });
      await store.unitOfWork.run(({ texts }) => texts.putBlock(other, { ...aTextBlock({ isBlocked: false }), version: 7 }));
      expect(await store.unitOfWork.read(({ texts }) => texts.block(other))).to.deep.include({ isBlocked: false, version: 8 });
      expect((await engine.writer('text_block').select('phone_index')).length).to.equal(2);
    });

    it('counts the accounts whose password is hashed with the pepper of an older key', async () => {
      await store.unitOfWork.run(async ({ operators }) => {
        for (const [operatorNo, password] of [['O1', 'old'], ['O2', 'new$session-2'], ['O3', undefined]] as const) await operators.addCredentials(credentialsOf({ operatorNo, password }));
      });
      expect(await store.keyWalk.passwordsLeft()).to.equal(0);
      vault.secretNo = 2;
      expect(await store.keyWalk.passwordsLeft()).to.equal(1);
    });

    it('makes one row of many processes that want the same one at the moment of the change, whichever key each of them uses', async () => {
      const processes = [1, 2, 1, 2].map((indexNo, at) => {
        const its = Object.assign(new FakeVault(), { indexNo, indexKnown: 2, isChanging: true });
        return sqlPersistence(engine, { vault: its, ids: store.ids, clock: store.clock, wallNow: () => at });
      });
      for (let round = 0; round < 8; round++) {
        const to = `1370000000${round}`;
        const added = await Promise.all(processes.map(({ unitOfWork }, at) => unitOfWork.run(async ({ texts }) => [
          await texts.add(aStoredText({ messageId: no(1000 + round * 10 + at), bizKey: 'one' }), to), await texts.addBlock(to, aTextBlock()), await texts.addCode(to, aKeptCode()),
          await texts.addInbound(anInboundText({ inboundNo: no(1000 + round * 10 + at) }), to, `said ${round}`),
        ])));
        for (const which of [0, 1, 2, 3]) expect(added.filter((answers) => answers[which] === 'added'), `round ${round}, ${which}`).to.have.length(1);
      }
    });
  });
}
