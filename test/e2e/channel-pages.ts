import type { Person } from './person.js';

export type Channel = 'alipay' | 'unionpay';
export const channelNames = { alipay: '支付宝', unionpay: '银联（云闪付）' } as const;

/** Chooses a channel at the cashier and arrives at its page; without script by the button of the page in between. */
export async function goToChannel(person: Person, channel: Channel): Promise<void> {
  const name = channelNames[channel];
  await person.choose(name);
  await person.press(/^立即支付/);
  if (!person.script) {
    await person.isAt(`正在前往${name}`);
    await person.press(`前往${name}付款`);
  }
  await person.page.waitForURL(channel === 'alipay' ? '**/cashier/**' : '**/gateway/pay/**');
}

/** Pays on the channel's page; Alipay asks to sign in first. Stays on its page. */
export async function payThere(person: Person, channel: Channel): Promise<void> {
  if (channel === 'alipay') await person.press('登录并付款');
  await person.press('确认付款');
  await (channel === 'alipay' ? person.sees('付款成功') : person.isAt('支付成功'));
}

/** Chooses, pays and comes back to the cashier's paid page. */
export async function payThrough(person: Person, channel: Channel): Promise<void> {
  await goToChannel(person, channel);
  await payThere(person, channel);
  await person.press('返回商户');
  await person.page.waitForURL(`${person.city.baseUrl}/pay/**`);
}
