import { expectBooksToAgree } from '../payments/books.js';
import { Life, type Channel } from '../payments/life.js';
import type { ChannelMessages } from '../../../application/ports/payment-channel.js';

export type Opened = Awaited<ReturnType<Life['place']>> & { readonly attemptNo: string };
interface Notice { readonly outTradeNo: string; readonly state: string; readonly sendings: readonly { readonly outcome: string }[] }

/** What a test needs to know about the letters channels send us. */
export class Mailbox {
  readonly life: Life;

  private constructor(life: Life) { this.life = life; }

  static async start(): Promise<Mailbox> { return new Mailbox(await Life.start()); }

  /** No fault is left over, and both ledgers agree. */
  async check(): Promise<void> {
    await this.life.sim('alipay', 'DELETE', 'faults');
    await this.life.sim('unionpay', 'DELETE', 'faults');
    await expectBooksToAgree(this.life);
  }

  /** An order whose payer is on the channel's page. */
  async opened(channel: Channel, orderAmount = '8000'): Promise<Opened> {
    const placed = await this.life.place({ orderAmount });
    return { ...placed, attemptNo: await this.life.open(placed, channel) };
  }

  /** Why messages were refused so far, in order. */
  refusals(): readonly string[] {
    return this.life.city.log.filter((line) => line.includes('channel-message-refused')).map((line) => (JSON.parse(line) as { why: string }).why);
  }

  /** Alipay's messages about an attempt, once each has been sent at least once. */
  async sent(attemptNo: string): Promise<readonly Notice[]> {
    return this.life.city.until('the message was sent', async () => {
      const all = ((await this.life.sim('alipay', 'GET', 'notices'))['notices'] as readonly Notice[]).filter(({ outTradeNo }) => outTradeNo === attemptNo);
      return all.length > 0 && all.every(({ sendings }) => sendings.length > 0) ? all : undefined;
    });
  }

  /** The last message of a channel that reached the platform while `work` went on, as it stood on the wire. */
  async overheard(channel: Channel, work: () => Promise<void>): Promise<string> {
    const messages = this.life.city.resources.channels[channel].messages as { read: ChannelMessages['read'] };
    const read = messages.read;
    let body = '';
    messages.read = async (account, message, attempt, now) => { body = Buffer.from(message.body).toString('utf8'); return read.call(messages, account, message, attempt, now); };
    try { await work(); } finally { messages.read = read; }
    return body;
  }

  async paidEvents(placed: Opened): Promise<number> {
    return (await this.life.audited(placed.platformOrderNo)).filter((action) => action === 'order.paid').length;
  }
}
