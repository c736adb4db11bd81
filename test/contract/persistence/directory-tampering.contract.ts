import { expect } from 'chai';
import { directoryTables } from '../../../adapters/outbound/persistence/sql/coded-tables.js';
import { prepareDirectoryCodes } from '../../../adapters/outbound/persistence/sql/directory-code-mark.js';
import { DirectoryCodes } from '../../../adapters/outbound/persistence/sql/directory-codes.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { SqlListReader } from '../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { sqlPersistence, type Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { CheckDirectoryRows } from '../../../application/operators/check-directory-rows.js';
import type { Directory } from '../../../application/ports/directory.js';
import type { DirectoryReader } from '../../../application/ports/directory-books.js';
import type { RowScope } from '../../../application/ports/list-reader.js';
import { payees as payeeList } from '../../../contracts/lists/directory-lists.js';
import { aChannel, aPayee, anIndustry, aRegion } from '../../builders/directory.js';
import { noon } from './builders.js';
import { account, by, developer, item, link, payee, region as nontaxRegion } from './directory.contract.js';
import { question } from './lists/lists.contract.js';
import { faultOf, openOn, vault, type OpenEngine, type Opened } from './opened.js';

type Row = Readonly<Record<string, unknown>>;
/** One row of the directory, what somebody may write into it, and who asks for it. */
interface Case { readonly match: Row; readonly changes: readonly Row[]; readonly asked: readonly ((directory: Directory) => Promise<unknown>)[]; readonly read: (shelves: DirectoryReader) => Promise<unknown> }

const otherKey = JSON.stringify([{ pem: '-----BEGIN PUBLIC KEY-----\nEVIL\n' }]);
const cases: Readonly<Record<string, Case>> = {
  developer: {
    match: { dev_id: 'D1' }, asked: [(directory) => directory.developer('D1')], read: ({ developers }) => developers.one({ devId: 'D1' }),
    changes: [
      { public_keys: otherKey }, { allowed_origins: '["https://elsewhere.example.cn"]' }, { allowed_addresses: '["203.0.113.9"]' }, { allowed_methods: '[]' }, { merchant_nos: '["M1","M2"]' }, { role_codes: '["hall","all"]' },
      { sign_algorithm: 'RSA2' }, { sm2_user_id: 'x' }, { enabled: 0 }, { personal_bill_url: 'https://elsewhere.example.cn/' }, { texts_payers: null }, { requests_per_second: 9999 }, { created_at: noon - 1 }, { version: 7 }, { public_keys: 'no json' }, { enabled: 7 },
    ],
  },
  developer_role: { match: { role_code: 'hall' }, asked: [(directory) => directory.developer('D1')], read: ({ developerRoles }) => developerRoles.all(), changes: [{ merchant_list: '["M1","M9"]' }, { method_list: '["epay-trade-core.refund.create"]' }] },
  channel_merchant: {
    match: { channel_merchant_id: 'CM1' }, asked: [(directory) => directory.channelMerchant('CM1'), (directory) => directory.channelMerchantsAt('alipay')], read: ({ channelMerchants }) => channelMerchants.where({ payChannel: 'alipay' }),
    changes: [
      { settings_text: '{"gatewayUrl":"http://127.0.0.1","alipayPublicKeyPem":"EVIL"}' }, { changed_by: '["O1"]' }, { enabled: 0 }, { environment: 'production' }, { key_name: 'other' }, { channel_app_id: null }, { channel_merchant_no: '2089' }, { channel_merchant_name: '他' },
    ],
  },
  payee: {
    match: { merchant_no: 'M1' }, asked: [(directory) => directory.payee('M1')], read: ({ payees }) => payees.one({ merchantNo: 'M1' }),
    changes: [{ institution_no: 'I2' }, { region_code: '350404' }, { pay_notify_url: 'https://elsewhere.example.cn/' }, { refund_review_required: 1 }, { enabled: 0 }, { sub_merchants: '[]' }, { charging_unit: null }, { industry_code: null }, { slip_refund_policy: 'direct' }, { notice_first: null }],
  },
  payee_channel: { match: { merchant_no: 'M1', channel_merchant_id: 'CM1' }, asked: [(directory) => directory.channelsOf('M1')], read: ({ payeeChannels }) => payeeChannels.where({ merchantNo: 'M1' }), changes: [{ pay_methods: '["h5"]' }, { enabled: 0 }, { pay_channel: 'unionpay' }] },
  institution: { match: { institution_no: 'I1' }, asked: [], read: ({ institutions }) => institutions.one({ institutionNo: 'I1' }), changes: [{ admin_operator_no: 'O9' }, { enabled: 0 }] },
  region: { match: { region_code: '350404' }, asked: [(directory) => directory.region('350404')], read: ({ regions }) => regions.all(), changes: [{ parent_region_code: '350400' }, { enabled: 0 }, { admin_operator_no: 'O9' }] },
  industry: { match: { industry_code: 'EDU' }, asked: [(directory) => directory.industry('EDU')], read: ({ industries }) => industries.all(), changes: [{ enabled: 0 }] },
  payment_channel: { match: { channel_no: 'ALIPAY' }, asked: [(directory) => directory.channelAt('alipay')], read: ({ channels }) => channels.all(), changes: [{ pay_enabled: 0 }, { bill_source: 'upload' }, { split_enabled: 0 }] },
  nontax_region: { match: { region_code: '350400' }, asked: [(directory) => directory.nontaxRegion('350400')], read: ({ nontaxRegions }) => nontaxRegions.one({ regionCode: '350400' }), changes: [{ nontax_region_code: '359999' }] },
  nontax_item: { match: { region_code: '350400', item_code: item.itemCode }, asked: [(directory) => directory.nontaxItem('350400', item.itemCode), (directory) => directory.nontaxItems('350400')], read: () => Promise.resolve(), changes: [{ highest_price: 1 }, { unit_codes: '["U9"]' }] },
};

/**
 * What somebody who may write to the database, but has no key, can do to whom the platform trusts (INT-01, INT-03). `columns`: how many columns of each table are tried. The code is made of what was decoded, so all of
 * them are tried where an engine is quick, and on those that are played, which take a minute for it, the first ones.
 */
export function directoryTamperingContract(adapter: string, openEngine: OpenEngine, columns = Infinity): void {
  describe(`the directory under attack on ${adapter}`, () => {
    let engine: SqlEngine;
    let store: Opened;
    let city: Persistence;
    let wallMs = 0;
    let remove: () => void;
    beforeEach(async () => {
      ({ engine, remove } = await openEngine());
      store = await openOn(engine);
      city = sqlPersistence(engine, { vault, ids: store.ids, clock: store.clock, wallNow: () => wallMs });
      for (const merchantNo of ['M1', 'M2']) await store.directoryEditor.savePayee({ ...payee, merchantNo }, by);
      for (const channelMerchantId of ['CM1', 'CM2']) await store.directoryEditor.saveChannelMerchant({ ...account, channelMerchantId }, by);
      for (const devId of ['D1', 'D2']) await store.directoryEditor.saveDeveloper({ ...developer, devId, roleCodes: ['hall'] }, by);
      await store.directoryEditor.savePayeeChannel(link, by);
      await store.directoryEditor.saveNontaxRegion(nontaxRegion, by);
      await store.directoryEditor.saveNontaxItem(item, by);
      await store.unitOfWork.run(async ({ directory }) => {
        await directory.developerRoles.add({ roleCode: 'hall', roleName: '大厅', methods: [], merchantNos: ['M1'], remark: '', createdAt: noon, version: 1 });
        await directory.institutions.add({ institutionNo: 'I1', institutionName: '市收费中心', adminOperatorNo: 'O1', contactName: '林晓宇', contactMobile: '13800138000', enabled: true, remark: '', createdAt: noon, version: 1 });
        await directory.regions.add(aRegion());
        await directory.regions.add(aRegion({ regionCode: '350404', regionName: '三元区' }));
        await directory.industries.add(anIndustry());
        await directory.channels.add(aChannel('alipay'));
      });
    });
    afterEach(async () => {
      await store.close();
      remove();
    });
    const rowOf = async (table: string, match: Row): Promise<Row> => (await engine.writer(table).where(match).select('*') as readonly Row[])[0] ?? expect.fail('no such row');
    const write = async (table: string, match: Row, changes: Row): Promise<void> => {
      await engine.writer(table).where(match).update(changes);
      wallMs += 60_000;
    };
    const verdict = async () => { const { changed, uncoded, named } = await city.rowIntegrity.verify(); return { changed, uncoded, named }; };

    it('INT-01: looks through the directory alone, and an alarm names each row, whether anybody uses it or not', async () => {
      const alarms: unknown[] = [];
      const check = new CheckDirectoryRows(city.rowIntegrity, { alarm: (event, fields) => { alarms.push([event, fields]); } });
      await check.run();
      expect(alarms).to.deep.equal([]);
      await write('industry', { industry_code: 'EDU' }, { enabled: 0 });
      await write('payee_channel', { merchant_no: 'M1', channel_merchant_id: 'CM1' }, { enabled: 0 });
      await check.run();
      expect(alarms).to.deep.equal([['row-tampered', { table: 'payee_channel', rowNo: 'M1 CM1' }], ['row-tampered', { table: 'industry', rowNo: 'EDU' }]]);
      expect((await city.rowIntegrity.verifyDirectory()).rows).to.equal(15);
    });

    it('knows every table of the directory', () => {
      expect(Object.keys(cases).sort()).to.deep.equal(directoryTables.map(({ table }) => table.name).sort());
    });

    for (const [table, { match, changes, asked, read }] of Object.entries(cases)) {
      it(`INT-03: believes no row of ${table} that was written by hand, nor one with the code of another or without one, and names it`, async () => {
        const before = await rowOf(table, match);
        const foreign = directoryTables.find((one) => one.table.name !== table)?.table.name ?? '';
        const [other] = await engine.writer(foreign).select('row_mac').limit(1) as readonly Row[];
        const all = [...changes.slice(0, columns), { row_mac: null }, { row_mac: '0'.repeat(64) }, { row_mac: other?.['row_mac'] }];
        for (const changed of all) {
          await write(table, match, changed);
          const said = JSON.stringify(changed);
          for (const ask of asked) expect(await faultOf(ask(city.directory)), said).to.deep.include({ name: 'TamperedError', row: { table, rowNo: Object.values(match).join(' ') } });
          if (table !== 'nontax_item') {
            expect((await faultOf(city.unitOfWork.read(({ directory }) => read(directory)))).name, said).to.equal('TamperedError');
            expect((await faultOf(city.unitOfWork.run(({ directory }) => read(directory)))).name, said).to.equal('TamperedError');
          }
          // It goes through every row that has a code: once for each kind of change is enough.
          if (changed === all[0] || 'row_mac' in changed) expect(await verdict(), said).to.deep.equal({ changed: 1, uncoded: 0, named: [{ table, rowNo: Object.values(match).join(' ') }] });
          await write(table, match, before);
          for (const ask of asked) await ask(city.directory);
        }
        expect((await verdict()).changed).to.equal(0);
      });
    }

    it('INT-01: takes the row of one key for another for neither', async () => {
      const copy = async (table: string, from: Row, to: Row): Promise<void> => write(table, to, { ...await rowOf(table, from), ...to });
      await copy('developer', { dev_id: 'D2' }, { dev_id: 'D1' });
      await copy('payee', { merchant_no: 'M2' }, { merchant_no: 'M1' });
      await copy('channel_merchant', { channel_merchant_id: 'CM2' }, { channel_merchant_id: 'CM1' });
      expect((await verdict()).named).to.deep.equal([{ table: 'developer', rowNo: 'D1' }, { table: 'channel_merchant', rowNo: 'CM1' }, { table: 'payee', rowNo: 'M1' }]);
      expect((await faultOf(city.directory.developer('D1'))).name).to.equal('TamperedError');
      expect((await city.directory.developer('D2'))?.devId).to.equal('D2');
    });

    it('INT-03: a limited account sees nothing of a payee that was moved to it by hand, whether by institution or by region, and the alarm names it', async () => {
      const told: unknown[] = [];
      const reader = new SqlListReader(new UnitRunner(engine), vault, { tell: (error) => { told.push((error as { readonly row?: unknown }).row); } });
      const seen = async (scope: RowScope): Promise<readonly unknown[]> => {
        const query = question(payeeList);
        const { rows } = await reader.page(payeeList, query, scope);
        expect((await reader.totals(payeeList, query, scope)).count).to.equal(rows.length);
        return rows.map(({ merchantNo }) => merchantNo).sort();
      };
      await store.directoryEditor.savePayee(aPayee({ merchantNo: 'M3', institutionNo: 'I2', regionCode: '350404' }), by);
      const [ofI2, ofRegion] = [{ kind: 'institution', institutionNo: 'I2' }, { kind: 'region', regionCode: '350404' }] as const;
      expect([await seen(ofI2), await seen(ofRegion), told]).to.deep.equal([['M3'], ['M3'], []]);
      await write('payee', { merchant_no: 'M1' }, { institution_no: 'I2' });
      await write('payee', { merchant_no: 'M2' }, { region_code: '350404' });
      expect([await seen(ofI2), await seen(ofRegion)]).to.deep.equal([['M3'], ['M3']]);
      expect(told).to.deep.include({ table: 'payee', rowNo: 'M1' }).and.to.deep.include({ table: 'payee', rowNo: 'M2' });
      await write('region', { region_code: '350400' }, { parent_region_code: '350404' });
      expect((await faultOf(seen(ofRegion))).name).to.equal('TamperedError');
    });

    it('keeps the code right through every change of the platform itself, by the console and by the command', async () => {
      await store.directoryEditor.savePayee({ ...payee, remark: '半个字\ud83d\0', createdAt: noon + 77 }, by);
      await store.directoryEditor.saveDeveloper({ ...developer, developerName: '大'.repeat(300), createdAt: noon + 77 }, by);
      await store.unitOfWork.run(async ({ directory }) => {
        const [institution, place] = [await directory.institutions.one({ institutionNo: 'I1' }), await directory.regions.one({ regionCode: '350404' })];
        if (!institution || !place) throw new Error('nothing there');
        await directory.institutions.put({ ...institution, contactMobile: '13900139000', remark: '' });
        await directory.regions.put({ ...place, parentRegionCode: '350400' });
        await directory.developers.putMobile('D1', '13700137000');
      });
      expect(await verdict()).to.deep.equal({ changed: 0, uncoded: 0, named: [] });
      wallMs += 60_000;
      expect((await city.directory.payee('M1'))?.createdAt, 'written once').to.equal(payee.createdAt);
    });

    it('a command does not write over a row that was changed by hand: it kept what it did not know', async () => {
      await write('payee', { merchant_no: 'M1' }, { institution_no: 'I2' });
      expect((await faultOf(store.directoryEditor.savePayee(payee, by))).name).to.equal('TamperedError');
      expect((await verdict()).changed).to.equal(1);
    });

    describe('of an earlier release', () => {
      const prepare = () => prepareDirectoryCodes(new UnitRunner(engine), vault, noon);
      const strip = async (): Promise<void> => { for (const { table } of directoryTables) await engine.writer(table.name).update({ row_mac: null }); };

      it('gets a code for each row at the first start, and never again', async () => {
        await strip();
        await engine.writer('payee').where({ merchant_no: 'M2' }).update({ enabled: 7 });
        expect(await prepare()).to.equal('made');
        expect(await verdict(), 'a row that cannot be read is none of ours').to.deep.equal({ changed: 1, uncoded: 0, named: [{ table: 'payee', rowNo: 'M2' }] });
        expect((await city.directory.developer('D1'))?.devId).to.equal('D1');
        await write('payee', { merchant_no: 'M1' }, { row_mac: null });
        expect(await prepare(), 'one row is somebody\'s deed').to.equal('known');
        expect((await faultOf(city.directory.payee('M1'))).name).to.equal('TamperedError');
        await strip();
        expect(await prepare()).to.equal('none');
      });

      it('is not begun anew by whoever takes the mark away, also with all codes: the chain of entries says that it was', async () => {
        await strip();
        await prepare();
        await engine.writer('row_code_mark').delete();
        expect(await prepare()).to.equal('lost');
        expect((await verdict()).changed).to.equal(0);
        await engine.writer('row_code_mark').delete();
        await strip();
        expect(await prepare()).to.equal('none');
      });

      it('is prepared by one of several processes', async () => {
        await strip();
        const came = await Promise.all([prepare(), prepare(), prepare()]);
        expect(came.filter((one) => one === 'made')).to.have.length(1);
        expect((await verdict()).changed).to.equal(0);
      });
    });

    it('KEY-02: rows come over to a new key, those of two numbers too, across pages', async () => {
      for (let n = 0; n < 120; n++) await store.directoryEditor.saveNontaxItem({ ...item, itemCode: `I${n}`, regionCode: n % 2 === 0 ? '350400' : '350402' }, by);
      try {
        vault.keyNo = 2;
        let page = await city.keyWalk.page();
        for (let pages = 0; page.kind === 'page' && pages < 80; pages++) page = await city.keyWalk.page();
        expect([page.kind, page.state.rowsChanged]).to.deep.equal(['ended', 0]);
        for (const { table } of directoryTables) {
          for (const stored of await engine.writer(table.name).select('*') as readonly Row[]) {
            expect(await new DirectoryCodes(vault).judge(table, table.decode(stored)), table.name).to.equal('fits');
          }
        }
      } finally {
        vault.keyNo = 1;
      }
    });
  });
}
