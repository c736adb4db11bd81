import { consoleRoutes } from '../../../bootstrap/console-port.js';
import { tokens } from '../../../bootstrap/tokens.js';
import { ConsoleClient, totpStepMs } from '../../support/console-client.js';
import { startCity, type City } from '../../support/city.js';
import { DeclaredAnswers } from './declared-answers.js';

export const password = '晴天要带伞-Umbrella7';

/** A city with a console, its first accounts and people who use them. */
export class ConsoleLife {
  readonly city: City;
  readonly codes: ReadonlyMap<string, string>;
  readonly #declared: DeclaredAnswers;
  private constructor(city: City, codes: ReadonlyMap<string, string>) {
    [this.city, this.codes] = [city, codes];
    this.#declared = new DeclaredAnswers(consoleRoutes(city.platform.container, city.config));
  }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<ConsoleLife> {
    return ConsoleLife.in(await startCity({ settings }));
  }

  /** The same in a city that there is already. */
  static async in(city: City): Promise<ConsoleLife> {
    const first = await city.platform.container.get(tokens.operatorDesk).firstOfficers.run(true);
    return new ConsoleLife(city, new Map(first.map(({ operator, activationCode }) => [operator.account, activationCode])));
  }

  close(): Promise<void> { return this.city.close(); }
  get baseUrl(): string { return `http://127.0.0.1:${this.city.config.consolePort}`; }
  get desk() { return this.city.platform.container.get(tokens.operatorDesk); }
  browser(): ConsoleClient { return new ConsoleClient(this.baseUrl, (method, path, answer) => { this.#declared.hold(method, path, answer); }); }

  /** Somebody with one of the first accounts: activated, second factor set up, signed in. */
  async person(account: string, activationCode = this.codes.get(account) ?? ''): Promise<ConsoleClient> {
    const browser = this.browser();
    const activated = await browser.activate(account, activationCode, password);
    if (activated.status !== 200) throw new Error(JSON.stringify(activated.body));
    const enrolled = await browser.enrol(this.city.now());
    if (enrolled.status !== 200) throw new Error(JSON.stringify(enrolled.body));
    this.city.advance(totpStepMs);
    return browser;
  }

  /** The same person once more, in another browser. */
  async again(person: ConsoleClient, account: string): Promise<ConsoleClient> {
    const browser = this.browser();
    browser.secret = person.secret;
    const begun = await browser.signIn(account, password);
    if (begun.status !== 200) throw new Error(JSON.stringify(begun.body));
    const proved = await browser.post('/prove/code', { code: browser.code(this.city.now()) });
    if (proved.status !== 200) throw new Error(JSON.stringify(proved.body));
    this.city.advance(totpStepMs);
    return browser;
  }
}
