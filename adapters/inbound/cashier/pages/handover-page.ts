import type { PayChannel } from '../../../../domain/directory/channel-merchant.js';
import type { BrowserHandover } from '../../../../application/ports/payment-channel.js';
import { html } from '../html.js';
import { channelMarks } from './marks.js';
import { page } from './layout.js';
import type { PageSetting } from './page-setting.js';
import { handoverScript } from './script.js';
import { channelNames } from './words.js';

/**
 * Whether a browser would post this value as it is: line breaks become CR LF in a form post, NUL and lone surrogates become U+FFFD.
 * A signed value that the browser changes is refused by the channel, so it is a fault here and not a riddle there.
 */
const survivesFormPost = (value: string): boolean => !/[\0\r\n]|\p{Surrogate}/u.test(value);

/** The page that posts the signed fields to the channel: at once with script, by the button without. Throws for fields it cannot carry. */
export function handoverPage(setting: PageSetting, payChannel: PayChannel, handover: BrowserHandover): string {
  const fields = Object.entries(handover.fields);
  const broken = fields.find(([name, value]) => !survivesFormPost(name) || !survivesFormPost(value));
  if (broken !== undefined) throw new Error(`a browser cannot post the field ${JSON.stringify(broken[0])} unchanged`);
  const inputs = fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const name = channelNames[payChannel];
  const body = html`<div class="narrow"><section class="card result"><p>${channelMarks[payChannel]}</p><h1>正在前往${name}</h1><p class="text">如果页面没有自动跳转，请点击下面的按钮。</p>
<form id="on" method="post" accept-charset="utf-8" action="${handover.action}">${inputs}<div class="acts"><button class="main" type="submit">前往${name}付款</button></div></form></section></div>`;
  return page(setting, { title: `正在前往${name}`, body }, handoverScript);
}
