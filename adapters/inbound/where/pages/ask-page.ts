import { html, nothing, type Html } from '../../cashier/html.js';
import type { Written } from '../where-forms.js';
import { wherePage, type WherePageSetting } from './where-layout.js';

export type AskProblem = keyof Written | 'malformed' | 'ask-again' | 'unavailable' | 'no-session';
const problems: Readonly<Record<AskProblem, string>> = {
  number: '请检查订单号或缴款码：只含字母、数字和常用符号，最多 128 位。', phone: '请检查手机号：应为 11 位大陆手机号。', malformed: '提交的内容不完整，请重新填写。',
  'ask-again': '验证码已失效，或尝试次数过多。请重新获取验证码。', unavailable: '短信服务暂时繁忙，请稍后再试。', 'no-session': '查询已结束或超时，请重新验证手机号。',
};

/** `number`, `phone`: as the visitor wrote them. */
const field = (name: keyof Written, label: string, hint: string, value: string, wrong: boolean, more: Html): Html =>
  html`<label class="field${wrong ? ' bad' : ''}"><span>${label}</span><input name="${name}" value="${value}" required autocomplete="off" aria-describedby="hint-${name}"${wrong ? html` aria-invalid="true"` : nothing}${more}><small id="hint-${name}">${hint}</small></label>`;

/** The first page: which payment, and whose phone. */
export function askPage(setting: WherePageSetting, written: Written, problem?: AskProblem): string {
  const told = problem === undefined ? nothing : html`<div class="say bad" role="alert">${problems[problem]}</div>`;
  return wherePage(setting, '我的钱在哪', html`${told}<section class="card"><h1>我的钱在哪</h1><p class="text sure">查看一笔缴款走到了哪一步：支付、缴款书、电子票据、退款，以及下一步何时自动进行。</p>
<form method="post" action="${setting.basePath}">${field('number', '订单号或缴款码', '缴费短信、收银台或业务系统给出的订单号，或缴款书上的缴款码', written.number, problem === 'number', html` maxlength="128"`)}
${field('phone', '手机号', '缴款时留给业务系统的手机号', written.phone, problem === 'phone', html` maxlength="24" inputmode="tel"`)}<button class="main" type="submit">获取验证码</button></form></section>`);
}

/** Where texts are not sent nobody's phone can be checked. */
export const closedPage = (setting: WherePageSetting): string => wherePage(setting, '我的钱在哪', html`<section class="card"><h1>我的钱在哪</h1>
<p class="text">本平台没有接入短信服务，无法核实手机号，因此暂不提供网上查询。</p><p class="text">请持订单号或缴款码，向收款单位或服务台查询。</p></section>`);
