import { expect } from 'chai';
import { capabilityLines, queryLines } from '../../../bootstrap/cli/province-probe-words.js';
import type { Province } from '../../../application/ports/province.js';
import { fen } from '../../../domain/kernel/money.js';
import type { NoticeReport } from '../../../domain/payment-notices/province-report.js';
import { noon } from '../../builders/moments.js';
import { aPaymentNotice } from '../../builders/payment-notices.js';

const payCode = '35040026300000000001';
const words = (report: NoticeReport): string => queryLines(payCode, report, noon, 12.4).join('\n');

describe('what the probe of the province says', () => {
  it('tells a notice with its money and its days, and of the payer the first character only', () => {
    const text = words({ kind: 'found', notice: aPaymentNotice({ lateFee: fen(0) }) });
    for (const part of [payCode, '12 毫秒', '未缴', '80.00 元', '滞纳金 0.00 元', '20260607', '张**', '不动产登记费', '现在可以缴款']) expect(text).to.include(part);
    for (const part of ['张三', '13800138000', '350402199001011234']) expect(text).to.not.include(part);
  });

  it('says who has paid, and why nobody may pay', () => {
    const confirmation = { confirmCode: 'QR1', serialNo: 'BANK-1', at: noon };
    expect(words({ kind: 'found', notice: aPaymentNotice({ state: 'paid', confirmation }) })).to.include('已缴').and.include('2026-05-08 12:00:00').and.include('BANK-1').and.include('不能缴款（状态不允许缴款）');
    expect(words({ kind: 'found', notice: aPaymentNotice({ validUntil: '20260507', fillDay: '20260501' }) })).to.include('已过有效期');
    expect(words({ kind: 'found', notice: aPaymentNotice({ items: [] }) })).to.include('没有明细');
  });

  it('keeps "there is none" and "no answer" apart, with the code that nobody has listed', () => {
    expect(words({ kind: 'not-found' })).to.include('明确答复没有这份缴款书');
    expect(words({ kind: 'unknown', why: 'unheard-word', code: '99999' })).to.include('没有可以采信的答复').and.include('代码 99999').and.include('登记到 codes');
    for (const why of ['unreachable', 'timeout', 'unreadable', 'unsigned', 'busy', 'pending', 'call-refused'] as const) expect(words({ kind: 'unknown', why })).to.match(/原因：[^\n]{4,}/);
  });

  it('lists what a region has and lacks', () => {
    const province = { region: '350404', queries: {}, pushing: {}, paidFrames: {} } as unknown as Province;
    expect(capabilityLines([province])).to.deep.equal(['区划 350404', '  已配置：查询、推送、缴款通知（TCP）', '  未配置：开具、缴款确认、作废、对账单、缴款通知（HTTP）']);
  });
});
