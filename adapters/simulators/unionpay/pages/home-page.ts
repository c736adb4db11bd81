import { html, page } from '../../shared/page.js';
import { faultTargets } from '../faults/fault-orders.js';
import { barcodeOutcomes } from '../rules/barcode-outcomes.js';
import { look } from './look.js';

/** The published rules: what a barcode does, where things are. */
export function homePage(): string {
  const rows = barcodeOutcomes.map(({ digits, meaning }) => html`<tr><td>${digits}</td><td>${meaning}</td></tr>`);
  return page(look, { title: '全渠道 5.1.0 模拟网关', body: html`<section class="card"><h1>付款码规则</h1><p class="note">付款码为 19 位数字、以 62 开头；结果由末两位决定，表外的末两位同 00。</p>
<div class="wide"><table class="list"><thead><tr><th>末两位</th><th>结果</th></tr></thead><tbody>${rows}</tbody></table></div></section>
<section class="card"><h2>页面与接口</h2><dl class="rows"><dt>付款人手机</dt><dd><a href="/phone">/phone</a></dd><dt>前台交易</dt><dd>/gateway/api/frontTransReq.do</dd><dt>后台交易</dt><dd>/gateway/api/backTransReq.do</dd>
<dt>交易查询</dt><dd>/gateway/api/queryTrans.do</dd><dt>文件下载</dt><dd>POST /</dd><dt>清算文件</dt><dd>/sim/clearing-files/商户号/清算日</dd><dt>规则</dt><dd><a href="/sim/rules">/sim/rules</a></dd><dt>账本</dt><dd><a href="/sim/books">/sim/books</a></dd><dt>故障注入</dt><dd>POST /sim/faults（${faultTargets.join('、')}、bill）</dd></dl></section>` });
}
