import { html, nothing } from '../../cashier/html.js';
import { wherePage, type WherePageSetting } from './where-layout.js';

export type CodeProblem = 'wrong' | 'too-fast' | 'malformed';
const problems: Readonly<Record<CodeProblem, string>> = {
  wrong: '验证码不正确，请核对后重新输入。', 'too-fast': '操作过于频繁，请稍候十几秒再试。', malformed: '提交的内容不完整，请重新输入验证码。',
};

/** The second page: the same, word for word, whether a code went out or not. */
export function codePage(setting: WherePageSetting, problem?: CodeProblem): string {
  const told = problem === undefined ? nothing : html`<div class="say bad" role="alert">${problems[problem]}</div>`;
  return wherePage(setting, '输入验证码', html`${told}<section class="card"><h1>输入验证码</h1><p class="text sure" role="status">如信息相符，验证码已发送。请在 5 分钟内输入短信中的 6 位数字。</p>
<form method="post" action="${setting.basePath}/code"><label class="field${problem === 'wrong' ? ' bad' : ''}"><span>验证码</span><input name="code" required autocomplete="one-time-code" inputmode="numeric" maxlength="6" aria-describedby="hint-code"><small id="hint-code">输错 5 次后须重新获取</small></label>
<button class="main" type="submit">查看</button></form><a class="plain" href="${setting.basePath}">重新填写</a>
<p class="fine label">没有收到？请核对订单号和手机号：订单没有留手机号，或所留手机号不同，都不会发送。同一手机号 1 分钟内只发一条，一小时最多 5 条；同一网络一小时最多 20 条。</p></section>`);
}
