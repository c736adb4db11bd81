import { html, page } from '../shared/page.js';
import { barcodeRules } from './barcode-rules.js';
import { look } from './cashier-pages.js';
import type { Trade } from './trade.js';
import { yuanOfFen } from './yuan.js';

const stateWords: Readonly<Record<string, string>> = {
  WAIT_BUYER_PAY: '等待付款', TRADE_SUCCESS: '已支付', TRADE_CLOSED: '已关闭', TRADE_FINISHED: '已完结',
};

/** The front page: what this server is, the barcode table and the latest trades. */
export function indexPage(latest: readonly Trade[], appCount: number): string {
  const rules = barcodeRules.map(({ ending, meaning }) => html`<tr><td>…${ending}</td><td>${meaning}</td></tr>`);
  const trades = latest.map((trade) => html`<tr><td>${trade.outTradeNo}</td><td>${trade.subject}</td><td>¥ ${yuanOfFen(trade.totalFen)}</td><td>${stateWords[trade.state]}</td></tr>`);
  const none = latest.length === 0 ? html`<tr><td colspan="4">还没有交易</td></tr>` : undefined;
  const body = html`<section class="card"><h1>支付宝开放平台网关（模拟）</h1><p>网关地址 <code>/gateway.do</code>，已登记应用 ${appCount} 个。规则与故障清单见 <a href="/sim/rules">/sim/rules</a>，账簿见 <a href="/sim/books">/sim/books</a>，用户手机见 <a href="/phone">/phone</a>。对账单自次日 09:00 起可取，可经 /sim/faults（method 为 bill）安排差错，经 /sim/fees 设定费率。</p></section>
<section class="card"><h2>付款码末两位决定结果</h2><div class="wide"><table class="list"><thead><tr><th>末两位</th><th>结果</th></tr></thead><tbody>${rules}</tbody></table></div><p class="note">付款码以 25 至 30 开头，16 至 24 位数字，只能用一次；其他末位立即支付成功。</p></section>
<section class="card"><h2>最近的交易</h2><div class="wide"><table class="list"><thead><tr><th>商户订单号</th><th>商品</th><th>金额</th><th>状态</th></tr></thead><tbody>${none}${trades}</tbody></table></div></section>`;
  return page(look, { title: '首页', body });
}
