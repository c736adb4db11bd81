import { expect } from 'chai';
import { AttachmentRounds } from '../../../adapters/inbound/jobs/attachment-rounds.js';
import { ForgettingRounds } from '../../../adapters/inbound/jobs/forgetting-rounds.js';
import { TidyAttachments } from '../../../application/service-desk/tidy-attachments.js';
import { tokens } from '../../../bootstrap/tokens.js';
import { forgottenWords } from '../../../domain/service-desk/issue.js';
import { businessDay, dayMs, hourMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { addDays } from '../../../domain/reconciliation/clearing-day.js';
import { aPng } from '../../support/sample-files.js';
import { attemptNoOf, choose, openChannel, payAtChannel, wireTime } from '../../support/payer.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife } from './console-life.js';

type Row = Readonly<Record<string, unknown>>;
const [payer, caller] = ['13800380000', '13900139000'];
const keepDays = { texts: 184, issues: 400 };

/** PRV-01, PRV-03 through the whole product: its own use cases, its own rounds, its clock stepped. */
describe('what is kept for a time, in a whole installation', function () {
  this.timeout(180_000);
  let life: ConsoleLife;
  let demo: ConsoleClient;
  before(async () => {
    life = await ConsoleLife.start({ TONGJIAO_TEXT_KEEP_DAYS: String(keepDays.texts), TONGJIAO_ISSUE_KEEP_DAYS: String(keepDays.issues), TONGJIAO_ARCHIVE_AFTER_DAYS: '0' });
    // A code of activation is good for a day.
    demo = await life.person('demo');
    stepTo(addDays(businessDay(life.city.now()), 1), '100000');
  });
  after(async () => life.close());

  const stepTo = (day: string, time: string): void => {
    const at = readLongTime(`${day}${time}`);
    if (!at.ok) throw new Error(day);
    life.city.advance(at.value - life.city.now());
  };
  const rowsIn = async (table: string): Promise<readonly Row[]> => {
    const rows: readonly Row[] = await life.city.resources.engine.reader.table(table);
    return rows;
  };
  const received = async () => ((await (await fetch(`http://127.0.0.1:${life.city.config.textMessagePort}/sim/texts`)).json()) as { readonly texts: readonly { readonly mobile: string; readonly text: string }[] }).texts;
  const entriesOf = async (action: string): Promise<readonly Row[]> => (await rowsIn('audit_entry')).filter((row) => row['action'] === action);
  /** The rounds of a process as it runs them, only that it looks more often. */
  async function night(days: number): Promise<void> {
    const { container } = life.city.platform;
    const [clock, journal] = [container.get(tokens.clock), container.get(tokens.journal)];
    stepTo(addDays(businessDay(life.city.now()), days), '020000');
    const files = new TidyAttachments({ unitOfWork: container.get(tokens.unitOfWork), files: container.get(tokens.keptFiles), clock });
    const rounds = [new ForgettingRounds({ forget: container.get(tokens.forgetOld), owner: 'test', clock, journal }, 20), new AttachmentRounds({ tidy: files, journal }, 20)];
    for (const round of rounds) round.start();
    await new Promise((resolve) => { setTimeout(resolve, 1_500); });
    for (const round of rounds) await round.stop();
  }
  async function paid(): Promise<string> {
    const { city } = life;
    const time = wireTime(city);
    const placed = await city.rsa2.createOrder({ merchantNo: 'M35040000001', bizOrderNo: `F${time}`, orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费', payerMobile: payer });
    const handover = await choose(city, placed.cashierUrl, 'alipay', 'h5');
    await openChannel(handover);
    await payAtChannel(city, 'alipay', attemptNoOf(handover));
    await city.until('the text', async () => (await received()).find(({ mobile }) => mobile === payer));
    city.advance(2_000);
    await city.until('the report', async () => (await rowsIn('text_message'))[0]?.['state'] === 'delivered' || undefined);
    return placed.platformOrderNo;
  }
  async function solvedIssue(platformOrderNo: string): Promise<{ readonly issueNo: string; readonly attachmentNo: string }> {
    const client = await life.again(demo, 'demo');
    const ok = async (path: string, body: object): Promise<Row> => { const came = await client.post(path, body); expect(came.status, JSON.stringify(came.body)).to.equal(200); return came.body; };
    const uploaded = await client.upload('/attachments', aPng(), { 'content-type': 'image/png', 'x-file-name': encodeURIComponent('王小明身份证.png') });
    const attachmentNo = String(uploaded.body['attachmentNo']);
    const { issueNo } = await ok('/issues/register', { platformOrderNo, issueType: 'PAY', issueDescription: '王小明来电', contactMobile: caller, attachments: [attachmentNo] });
    await ok('/issues/follow', { issueNo, issueDescription: '已回电王小明', attachments: [] });
    await ok('/issues/solve', { issueNo, issueSolution: '王小明已确认', attachments: [] });
    return { issueNo: String(issueNo), attachmentNo };
  }

  it('goes when its time is over and not a day before, with one entry a round; who opted out stays, and nobody is texted a second time', async () => {
    const { city } = life;
    const platformOrderNo = await paid();
    const { issueNo, attachmentNo } = await solvedIssue(platformOrderNo);
    await city.resources.unitOfWork.run(({ texts }) => texts.addBlock(caller, { maskedPhone: '139****9000', isBlocked: true, cause: 'opt-out', changedAt: city.now(), version: 1 }));
    const index = (await rowsIn('text_message'))[0]?.['phone_index'];

    await night(keepDays.texts - 1);
    expect([(await rowsIn('text_message'))[0]?.['phone_index'], await entriesOf('forgetting.texts')]).to.deep.equal([index, []]);
    await night(3);
    const [text] = await rowsIn('text_message');
    expect(text).to.include({ masked_phone: '****', param_list: null, asker_index: null, state: 'delivered', biz_key: platformOrderNo, phone_index: text?.['message_id'] });
    const entries = await entriesOf('forgetting.texts');
    expect(entries.map((row) => [row['actor_code'], row['object_kind'], row['object_no']])).to.deep.equal([['forgetting', 'forgetting', 'texts']]);
    expect(JSON.parse(String(entries[0]?.['facts_after']))).to.include({ messages: '1', inbound: '0', codes: '0' }).and.have.property('before');
    expect((await rowsIn('desk_issue'))[0]).to.include({ masked_mobile: '139****9000' });

    // A refund of today calls for its own text, and for none about a payment that was told half a year ago.
    const before = (await received()).length;
    await city.rsa2.createRefund({ merchantNo: 'M35040000001', bizRefundOrderNo: 'FR1', refundOrderDate: wireTime(city).slice(0, 8), refundAmount: '500', refundTitle: '退款', platformOrderNo });
    stepTo(businessDay(city.now()), '100000');
    await city.until('the text of the refund', async () => { city.advance(1_000); return (await received()).find(({ text: words }) => words.includes('已退款5.00元')); });
    expect((await received()).length).to.equal(before + 1);

    // One that was changed past the platform has its time as well, and keeps no other from it.
    await city.resources.engine.writer('desk_issue').insert({ ...(await rowsIn('desk_issue'))[0], issue_no: '1'.repeat(26), sealed_description: 'written by hand' });
    await night(keepDays.issues - keepDays.texts);
    const { show, readAttachment } = city.platform.container.get(tokens.issueDesk);
    const shown = await show.run(issueNo);
    expect(shown?.issue).to.deep.include({ description: forgottenWords, maskedMobile: undefined, solution: undefined, state: 'solved', platformOrderNo, attachmentCount: 1 });
    expect((await show.run('1'.repeat(26)))?.issue.description).to.equal(forgottenWords);
    expect(shown?.steps.map(({ words, attachments }) => [words, attachments])).to.deep.equal([['', []], ['', []], ['', []]]);
    const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.7', requestId: undefined };
    expect((await readAttachment.run(acting, issueNo, attachmentNo)).ok).to.equal(false);
    expect([await rowsIn('issue_attachment'), (await rowsIn('kept_chunk')).filter((row) => row['file_no'] === attachmentNo), (await rowsIn('kept_file')).find((row) => row['file_no'] === attachmentNo)?.['file_name']]).to.deep.equal([[], [], null]);
    expect(await entriesOf('forgetting.issues')).to.have.length(1);
    expect((await rowsIn('text_block'))[0]).to.include({ is_blocked: 1, masked_phone: '139****9000' });
    // The order is an accounting record and keeps whose it is.
    expect((await city.resources.unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo)))?.payer.mobile).to.equal(payer);
    expect(city.now()).to.be.above(keepDays.issues * dayMs + hourMs);
    expect(city.log.filter((line) => line.includes('"fault"') && line.includes('forgetting'))).to.deep.equal([]);
  });
});
