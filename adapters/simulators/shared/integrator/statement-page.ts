import { html, page, type Html } from '../page.js';
import { chinaDay } from '../../../../contracts/sdk/china-time.js';
import type { Desk } from './desk.js';
import { backLink, entry, readableMoment, rows } from './page-parts.js';
import { compareWithBook, type CheckedStatement } from './statements.js';
import { yuanOfFen } from './yuan.js';

const mostLinesShown = 50;
const titles = { normal: '对账单', abnormal: '异常对账单' } as const;
const dayMs = 86_400_000;

/** Fen that may be negative (refunds). */
export const signedYuan = (fen: string): string => (fen === '' ? '—' : fen.startsWith('-') ? `-¥ ${yuanOfFen(fen.slice(1))}` : `¥ ${yuanOfFen(fen)}`);

const yes = (good: boolean, words: readonly [string, string]): Html => html`<span class="${good ? 'good' : 'bad'}">${good ? words[0] : words[1]}</span>`;

const reasons: Readonly<Record<string, string>> = {
  AMOUNT_DIFFERS: '金额不符', PLATFORM_ONLY: '仅平台有', PAID_AFTER_CLOSE: '关闭后到账', AMOUNT_MISMATCH: '通知金额不符', CHANNEL_ERROR: '渠道错扣', REPEAT: '重缴',
};
const recordTypes: Readonly<Record<string, string>> = { DIFFERENCE: '对账差异', REPEAT: '重缴', ABNORMAL: '异常订单' };
const orderTypes: Readonly<Record<string, string>> = { PAY: '支付', REFUND: '退款' };
const word = (names: Readonly<Record<string, string>>, code: string | undefined): string => names[code ?? ''] ?? code ?? '';

function lineEntry(kind: CheckedStatement['kind'], line: Readonly<Record<string, string>>): Html {
  const number = line['bizOrderNo'] || '（没有业务单号）';
  if (kind === 'normal') {
    return entry(`${word(orderTypes, line['orderType'])} ${number}`, signedYuan(line['tradeAmount'] ?? ''),
      `${readableMoment(line['tradeTime'] ?? '')} · 渠道单号 ${line['channelOrderNo'] ?? ''} · 手续费 ${signedYuan(line['feeAmount'] ?? '')} · 入账 ${signedYuan(line['creditedAmount'] ?? '')}`);
  }
  return entry(`${word(recordTypes, line['recordType'])}：${word(reasons, line['recordReason'])}`, `平台 ${signedYuan(line['platformAmount'] ?? '')}／渠道 ${signedYuan(line['channelAmount'] ?? '')}`,
    `${number} · ${readableMoment(line['tradeTime'] ?? '')} · 渠道单号 ${line['channelOrderNo'] || '无'}`);
}

function bookCard(desk: Desk, statement: CheckedStatement): Html | undefined {
  if (statement.kind === 'abnormal') return undefined;
  const { agreed, differing, strangers } = compareWithBook(desk, statement);
  return html`<section class="card"><h2>与本系统核对</h2>${rows([['一致', `${agreed} 笔支付`], ['金额不符', differing.length === 0 ? '无' : html`<span class="bad">${differing.join('、')}</span>`],
    ['其他系统', strangers.length === 0 ? undefined : `${strangers.length} 笔，同一收款单位的其他业务系统，或本系统上次启动以前的订单`]])}</section>`;
}

function statementCards(desk: Desk, statement: CheckedStatement): Html {
  const { kind, fileName, fileDigest, digestGood, sizeGood, lineCount, linesGood, totals, totalsGood, lines } = statement;
  const facts = rows([
    ['文件', fileName], ['摘要（SM3）', html`<span style="font-size:13px">${fileDigest}</span>`],
    ['核对', html`${yes(digestGood, ['摘要一致', '摘要不符，不得入账'])}　${yes(sizeGood, ['字节数一致', '字节数不符'])}　${yes(linesGood, ['行数一致', '行数不符'])}　${yes(totalsGood, ['合计一致', '合计不符'])}`],
    ['明细', `${lineCount} 行`], ...totals.map(([label, fen]): [string, string] => [label, signedYuan(fen)]),
  ]);
  const shown = lines.slice(0, mostLinesShown).map((line) => lineEntry(kind, line));
  const rest = lines.length > mostLinesShown ? html`<p class="note">只显示前 ${mostLinesShown} 行。</p>` : undefined;
  return html`<section class="card"><h2>${titles[kind]}</h2>${facts}${shown}${rest}</section>${bookCard(desk, statement)}`;
}

/** The page of statements: choose a day, see what was fetched, whether it is whole, and what it says. */
export function statementPage(desk: Desk, day?: string, found: readonly (CheckedStatement | string)[] = []): string {
  const yesterday = chinaDay(desk.clock.now() - dayMs);
  const cards = found.map((one) => (typeof one === 'string' ? html`<section class="card"><p role="status">${one}</p></section>` : statementCards(desk, one)));
  const body = html`<section class="card"><h1>对账</h1><form method="post" action="/statements"><label>对账日期（年月日 8 位数字）<input name="day" inputmode="numeric" maxlength="8" value="${day ?? yesterday}"></label>
<button class="main">下载对账单和异常对账单</button></form><p class="note">平台次日对完账后可取。先核对摘要，再入账。</p></section>${cards}${backLink(desk.face)}`;
  return page(desk.face.look, { title: '对账', body });
}
