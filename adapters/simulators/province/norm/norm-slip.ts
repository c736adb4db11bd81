import type { Slip, SlipItem } from '../slip.js';
import { fenOf, yuanText, type Fields } from '../wire.js';
import type { VoucherTexts } from './norm-frame.js';

/** `80.0` and `0.01`: this system writes no superfluous second decimal. */
const yuanShort = (fen: bigint): string => yuanText(fen).replace(/0$/, '');

/** Fields of 8994 and 4601 as the slip book knows them. Memo and Hold2 carry order number and last day by agreement with the partner. */
export function draftFields(voucher: VoucherTexts): Fields {
  const { Memo = '', Hold2 = '', PayInfo = '' } = voucher;
  return {
    payCode: voucher['PayCode'], busNo: Memo === '' ? `N${voucher['PayCode'] ?? ''}` : Memo,
    exeRegionCode: voucher['AdmDivCode'], exeAgencyCode: voucher['ChgAgenCode'], exeAgencyName: voucher['ChgAgenName'],
    payerName: voucher['PayerName'], payerType: '1', payerCertNo: voucher['PayerCreditCode'] ?? '', payerPhone: voucher['MobilePhone'] ?? '',
    fillDate: voucher['BillDate'], effectiveDate: Hold2 === '' ? '20991231' : Hold2, totalAmount: voucher['Amt'], delayAmount: voucher['DelayAmt'],
    items: PayInfo.split('#').filter((line) => line !== '').map(itemFields),
  };
}

function itemFields(line: string): Fields {
  const [code = '', name = '', amt = '', units = '', number = '', , limits = ''] = line.split('|');
  return { itemCode: code, cenItemidcode: '', itemName: name, number, std: limits.split('-')[0], amt, units };
}

const mandatory = [
  'AdmDivCode', 'PayCode', 'BillDate', 'ChgAgenCode', 'ChgAgenName', 'PayerName', 'Amt', 'OriAmt', 'DelayAmt', 'PayStats', 'RecAcctType', 'RecName', 'RecAcct', 'RecAcctReal',
  'RecOpBk', 'RecBankNo', 'IsInterBank',
];

/** Whether the account of the receiver and the sum of original amount and late fee are there: mandatory in 8994. */
export function lacking(voucher: VoucherTexts): string | undefined {
  const missing = mandatory.find((name) => (voucher[name] ?? '') === '');
  if (missing !== undefined) return `缺少必填项：${missing}`;
  const [original, late, total] = ['OriAmt', 'DelayAmt', 'Amt'].map((name) => fenOf(voucher[name]));
  return original !== undefined && late !== undefined && original + late === total ? undefined : '应缴金额与滞纳金之和不等于总金额';
}

const itemText = ({ nationalCode, code, name, amt, units, number, std }: SlipItem): string =>
  `${nationalCode || code}|${name}|${yuanShort(amt)}|${units}|${number}|1|${yuanText(std)}-${yuanText(std)}#`;

/** 5601: the slip in the fields of 8994. `state` is the state now. */
export function slipVoucher(slip: Slip, state: string): VoucherTexts {
  return {
    AdmDivCode: slip.regionCode, PayCode: slip.payCode, BillDate: slip.fillDate, ChgAgenCode: slip.agencyCode, ChgAgenName: slip.agencyName,
    PayerName: slip.payerName, PayerAcct: '', PayerOpBk: '', Amt: yuanShort(slip.total), OriAmt: yuanShort(slip.total - slip.late), DelayAmt: yuanShort(slip.late), PayStats: state,
    PayInfo: slip.items.map(itemText).join(''),
    Memo: slip.busNo, CrcCode: slip.checkCode, MobilePhone: slip.payerPhone, PayerCreditCode: slip.payerCertNo, Hold1: '', Hold2: slip.effectiveDate,
  };
}

/** 5997, whose own field list is not known: what the paid message calls these things. */
export function stateVoucher(slip: Slip, state: string): VoucherTexts {
  return { PayCode: slip.payCode, PayStats: state, Amt: yuanShort(slip.total), ...confirmationVoucher(slip) };
}

function confirmationVoucher({ confirmation }: Slip): VoucherTexts {
  if (confirmation === undefined) return {};
  const { serialNo, time, code, channel } = confirmation;
  return { TraNoBus: serialNo, CfmDate: time.slice(0, 8), CfmTime: time.slice(8), CfmCode: code, PayMode: channel };
}

/** 5996. */
export function paidVoucher(slip: Slip, amount: bigint): VoucherTexts {
  const { time = '', serialNo = '', channel = '' } = slip.confirmation ?? {};
  return {
    PayCode: slip.payCode, CfmDate: time.slice(0, 8), CfmTime: time.slice(8), Amt: yuanShort(amount), BankOutlet: '三明分行营业部', Operator: '001', PayMode: channel, TraNoBus: serialNo,
    PayerName: slip.payerName, PayerAcct: '', PayerOpBk: '', PayerOpBkNo: '', RecAcctType: '1', RecAcct: '', Hold1: '', Hold2: '',
  };
}
