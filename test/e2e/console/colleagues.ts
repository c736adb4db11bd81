import { expect } from 'chai';
import type { ConsoleLife } from '../../integration/console/console-life.js';
import { totpStepMs, type ConsoleAnswer, type ConsoleClient } from '../../support/console-client.js';

/** What is said to whoever comes second. */
export const staleWords = '打开以后已被他人修改，请刷新后再改';

type Row = Readonly<Record<string, unknown>>;
interface Made { readonly operatorNo: string; readonly activationCode: string }

/** Who else is at the console while somebody looks at a page of it: two officers who make accounts, and a second operator who is quicker. */
export class Colleagues {
  readonly #desk: ConsoleLife;
  readonly #sysadmin: ConsoleClient;
  readonly #secadmin: ConsoleClient;
  #second: ConsoleClient | undefined;
  private constructor(desk: ConsoleLife, sysadmin: ConsoleClient, secadmin: ConsoleClient) { [this.#desk, this.#sysadmin, this.#secadmin] = [desk, sysadmin, secadmin]; }

  static async arrive(desk: ConsoleLife): Promise<Colleagues> {
    const colleagues = new Colleagues(desk, await desk.person('sysadmin'), await desk.person('secadmin'));
    colleagues.#second = await desk.person('second', (await colleagues.made('second', '王会计')).activationCode);
    return colleagues;
  }

  /** An operator with the rights of the first one. */
  get second(): ConsoleClient { return this.#second ?? expect.fail('nobody'); }

  /** An account with those rights, or others, within a scope: one officer asks, another grants. */
  async made(account: string, name: string, scope: object = { kind: 'all' }, roleCode = 'demo-business'): Promise<Made> {
    const { operatorNo, activationCode } = (await this.bySysadmin('/operators/invite', { account, name, remark: '' })).body as unknown as Made;
    const asked = await this.bySysadmin('/grants/ask', { operatorNo, roleCodes: [roleCode], scope, remark: '' });
    const decided = await this.bySecadmin('/grants/decide', { requestNo: asked.body['requestNo'], decision: 'approve', remark: '' });
    expect(decided.status, JSON.stringify([asked.body, decided.body])).to.equal(200);
    return { operatorNo, activationCode };
  }

  bySysadmin(path: string, body: object): Promise<ConsoleAnswer> { return this.#send(this.#sysadmin, path, body); }
  bySecadmin(path: string, body: object): Promise<ConsoleAnswer> { return this.#send(this.#secadmin, path, body); }

  /** The second operator does something to a row as it stands now: `which` names it by its key. */
  async act(path: string, which: Readonly<Record<string, string>>, more: object = {}): Promise<void> {
    const [[key, no] = ['', '']] = Object.entries(which);
    const rows = (await this.second.get(`/lists/${path.split('/')[1] ?? ''}?pageSize=100`)).body['rows'] as readonly Row[];
    const { version } = rows.find((row) => row[key] === no) ?? expect.fail(`no ${no}`);
    const came = await this.#send(this.second, path, { ...which, ...(version !== undefined && { version }), ...more });
    expect(came.status, `${path} ${JSON.stringify(came.body)}`).to.equal(200);
  }

  /** Somebody proves anew who it is, which gives the session another cookie. */
  async prove(person: ConsoleClient): Promise<void> {
    this.#desk.city.advance(totpStepMs);
    expect((await person.post('/step-up/code', { code: person.code(this.#desk.city.now()) })).status).to.equal(200);
  }

  async #send(person: ConsoleClient, path: string, body: object): Promise<ConsoleAnswer> {
    const came = await person.post(path, body);
    if (came.body['code'] !== 'STEP_UP') return came;
    await this.prove(person);
    return person.post(path, body);
  }
}
