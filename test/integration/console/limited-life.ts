import { expect } from 'chai';
import type { DataScope } from '../../../domain/operators/operator.js';
import { aPng } from '../../support/sample-files.js';
import type { ConsoleClient } from '../../support/console-client.js';
import { ConsoleLife } from './console-life.js';
import { regions, twoInstitutions, type Numbers } from './two-institutions.js';

interface Part { readonly scope: DataScope; readonly own: Numbers; readonly foreign: Numbers }

/** A console over two institutions that are alike, and one person there whose scope is now this and now that; the person holds every right that a role may hold. */
export class LimitedLife {
  readonly life: ConsoleLife;
  readonly demo: ConsoleClient;
  readonly both: readonly [Numbers, Numbers];
  private constructor(life: ConsoleLife, demo: ConsoleClient, both: readonly [Numbers, Numbers]) { [this.life, this.demo, this.both] = [life, demo, both]; }

  static async start(): Promise<LimitedLife> {
    const life = await ConsoleLife.start();
    return new LimitedLife(life, await life.person('demo'), await twoInstitutions(life.city));
  }

  /** Each scope that is one of the two, what it has and what it has not. */
  get parts(): readonly [Part, Part, Part, Part] {
    const [[first, second], [here, there]] = [this.both, regions];
    const [ofFirst, ofSecond] = [{ own: first, foreign: second }, { own: second, foreign: first }];
    return [
      { scope: { kind: 'institution', institutionNo: 'INST0' }, ...ofFirst }, { scope: { kind: 'region', regionCode: here }, ...ofFirst },
      { scope: { kind: 'institution', institutionNo: 'INST1' }, ...ofSecond }, { scope: { kind: 'region', regionCode: there }, ...ofSecond },
    ];
  }

  async limitedTo(scope: DataScope): Promise<void> {
    await this.life.city.resources.unitOfWork.run(async ({ operators }) => {
      const operator = await operators.byAccount('demo');
      if (operator !== undefined) await operators.put({ ...operator, scope });
    });
  }

  /** The second factor, shown just now. */
  async fresh(): Promise<void> {
    this.life.city.advance(30_000);
    expect((await this.demo.post('/step-up/code', { code: this.demo.code(this.life.city.now()) })).status).to.equal(200);
  }

  async uploaded(): Promise<string> {
    const { status, body } = await this.demo.upload('/attachments', aPng(), { 'content-type': 'image/png', 'x-file-name': 'a.png' });
    expect(status, JSON.stringify(body)).to.equal(200);
    return String(body['attachmentNo']);
  }

  async rowsIn(table: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const rows: readonly Readonly<Record<string, unknown>>[] = await this.life.city.resources.engine.reader.table(table);
    return rows;
  }
}
