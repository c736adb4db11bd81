import { expect } from 'chai';
import type { FetchedBill } from '../../../../application/ports/channel-bills.js';
import { WireBrokeOff } from '../../../../adapters/outbound/wire/bounded-bytes.js';
import type { WireDownload } from '../../../../adapters/outbound/wire/http-client.js';
import { allOf } from '../../wire/zips.js';
import { account, answerBody, httpAnswer, sellerId, talk, type Talk } from './alipay-world.js';
import { day } from './bill-file.js';

const root = 'alipay_data_dataservice_bill_downloadurl_query_response';
const address = 'http://dwbillcenter.alipay.com/downloadBillFile.resource?fileId=secret';

async function* pieces(...texts: readonly (string | WireBrokeOff)[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const text of texts) {
    if (typeof text !== 'string') throw text;
    yield Buffer.from(text, 'latin1');
  }
}
const page = (status: number, ...texts: readonly (string | WireBrokeOff)[]): WireDownload => ({ kind: 'answer', status, contentType: 'text/html', bytes: pieces(...texts) });
const told = (url: unknown = address): Talk => talk(httpAnswer(answerBody(root, { code: '10000', msg: 'Success', bill_download_url: url })));

describe('Alipay: fetching a bill', () => {
  const fetched = async (download: WireDownload): Promise<FetchedBill> => {
    const one = told();
    one.downloads.push(download);
    return one.bills.fetch(account, day, 1_000);
  };

  it('asks for the trade bill of the day and takes the file from the address at once', async () => {
    const one = told();
    one.downloads.push(page(200, 'P', 'K\x03', '\x04ab', 'cd'));
    const answer = await one.bills.fetch(account, day, 1_000);
    const [asked, taken] = one.requests;
    expect(JSON.parse(new URLSearchParams(String(asked?.body)).get('biz_content') ?? '')).to.deep.equal({ bill_type: 'trade', bill_date: '2026-11-22' });
    expect(asked?.url).to.include('method=alipay.data.dataservice.bill.downloadurl.query');
    expect(taken).to.include({ url: address, method: 'GET' });
    if (answer.kind !== 'file') return expect.fail(answer.kind);
    expect(answer.fileName).to.equal(`alipay_${sellerId}_${day}.zip`);
    expect((await allOf(answer.bytes)).toString('latin1')).to.equal('PK\x03\x04abcd');
    return undefined;
  });

  it('writes the address nowhere: it opens the file to whoever has it', async () => {
    const one = told();
    one.downloads.push(page(403, 'expired'));
    const answer = await one.bills.fetch(account, day, 1_000);
    expect(`${one.log.join()} ${JSON.stringify(answer)}`).not.to.match(/secret|dwbillcenter/);
    expect(one.log).to.have.length(1);
  });

  it('takes a page that says the address is over for no file', async () => {
    expect(await fetched(page(200, '<html>下载超时</html>'))).to.deep.equal({ kind: 'unknown', why: 'no-file', code: 'http-200' });
    expect(await fetched(page(404, 'PK\x03\x04'))).to.deep.equal({ kind: 'unknown', why: 'no-file', code: 'http-404' });
    expect(await fetched(page(302, ''))).to.deep.equal({ kind: 'unknown', why: 'no-file', code: 'http-302' });
    expect(await fetched(page(200))).to.deep.equal({ kind: 'unknown', why: 'no-file', code: 'http-200' });
  });

  it('says how a download failed, before its first byte and in its middle', async () => {
    expect(await fetched({ kind: 'failure', why: 'timeout' })).to.deep.equal({ kind: 'unknown', why: 'timeout' });
    expect(await fetched(page(200, 'PK', new WireBrokeOff('cut-off')))).to.deep.equal({ kind: 'unknown', why: 'cut-off' });
    const answer = await fetched(page(200, 'PK\x03\x04', new WireBrokeOff('too-large')));
    if (answer.kind !== 'file') return expect.fail(answer.kind);
    expect(String(await allOf(answer.bytes).then(() => undefined, (fault: unknown) => fault))).to.equal('BillCutOff: too-large');
    return undefined;
  });

  it('believes no address that is not signed, and none that is not one', async () => {
    const unsigned = talk(httpAnswer(JSON.stringify({ [root]: { code: '10000', bill_download_url: address } })));
    expect(await unsigned.bills.fetch(account, day, 1_000)).to.deep.equal({ kind: 'unknown', why: 'unsigned', code: '10000' });
    for (const url of [null, '', 'bill.zip', 'file:///etc/passwd', 'http://user:word@bills.example/', `http://bills.example/${'x'.repeat(5_000)}`]) {
      const one = told(url);
      expect(await one.bills.fetch(account, day, 1_000), String(url)).to.deep.equal({ kind: 'unknown', why: 'address-refused' });
      expect(one.requests).to.have.length(1);
    }
  });

  it('takes the file of a production account over https alone and never from this machine', async () => {
    const production = { ...account, environment: 'production' as const, settings: { ...account.settings, gatewayUrl: 'https://openapi.alipay.com/gateway.do' } };
    const one = told();
    one.downloads.push(page(200, 'PK\x03\x04'));
    await one.bills.fetch(production, day, 1_000);
    expect(one.requests[1]?.url).to.equal(address.replace('http:', 'https:'));
    for (const url of ['http://127.0.0.1/a', 'https://localhost/a', 'https://[::1]/a', 'http://bills.example:8080/a', 'https://dl.alipaydev.com/a']) {
      expect(await told(url).bills.fetch(production, day, 1_000), url).to.deep.equal({ kind: 'unknown', why: 'address-refused' });
    }
  });
});
