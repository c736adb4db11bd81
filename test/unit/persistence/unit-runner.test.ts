import { expect } from 'chai';
import type { Knex } from 'knex';
import { CommitUnknown, type SqlEngine, type SqlErrorKind } from '../../../adapters/outbound/persistence/sql/engine.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';

/** An engine whose connection does nothing but break on demand. */
class BrittleEngine {
  readonly log: string[] = [];
  readonly breaks = new Map<string, Error>();
  readonly discarded: object[] = [];
  readonly writer: Knex;
  #connections = 0;
  constructor() {
    const client = {
      acquireConnection: () => Promise.resolve({ no: ++this.#connections }),
      releaseConnection: () => { this.log.push('release'); return Promise.resolve(); },
    };
    this.writer = Object.assign(() => undefined, { client }) as unknown as Knex;
  }
  asEngine(errorAbortsTransaction = false): SqlEngine {
    const step = (name: string) => async (): Promise<void> => {
      this.log.push(name);
      const error = this.breaks.get(name);
      if (error) throw error;
    };
    return {
      name: 'brittle', writer: this.writer, reader: this.writer, locksRows: false, errorAbortsTransaction, rowsPerInsert: 1, begin: step('begin'), commit: step('commit'),
      rollback: step('rollback'), discard: (connection) => { this.discarded.push(connection); },
      classify: (error) => (error instanceof Error ? error.message as SqlErrorKind : 'OTHER'), columnType: () => '', quote: (name) => name, hasIndex: () => Promise.resolve(false), facts: () => Promise.resolve({ banner: 'brittle', nowMs: undefined, settings: {}, flaws: [] }),
      close: () => Promise.resolve(),
    };
  }
}

const failure = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => expect.fail('it was expected to fail'), (error: unknown) => error);

describe('unit runner', () => {
  let engine: BrittleEngine;
  beforeEach(() => { engine = new BrittleEngine(); });

  it('says that the outcome is unknown when the line breaks at commit, runs nothing again and drops the connection', async () => {
    engine.breaks.set('commit', new Error('CONNECTION_LOST'));
    let runs = 0;
    const error = await failure(new UnitRunner(engine.asEngine()).run(async () => { runs++; }));
    expect(error).to.be.instanceOf(CommitUnknown);
    expect([runs, engine.discarded.length]).to.deep.equal([1, 1]);
  });

  it('runs again after a deadlock, on a transaction of its own', async () => {
    let runs = 0;
    const value = await new UnitRunner(engine.asEngine()).run(async () => {
      if (++runs === 1) throw new Error('DEADLOCK');
      return 'stored';
    });
    expect(value).to.equal('stored');
    expect(engine.log).to.deep.equal(['begin', 'rollback', 'release', 'begin', 'commit', 'release']);
  });

  it('gives the unit\'s own error when the rollback fails as well, and drops the connection', async () => {
    engine.breaks.set('rollback', new Error('CONNECTION_LOST'));
    const error = await failure(new UnitRunner(engine.asEngine()).run(() => Promise.reject(new Error('OTHER'))));
    expect((error as Error).message).to.equal('OTHER');
    expect(engine.discarded).to.have.lengthOf(1);
  });

  for (const [errorAbortsTransaction, log] of [[false, ['begin', 'rollback', 'release']], [true, ['begin', 'rollback', 'begin', 'rollback', 'release']]] as const) {
    it(`rolls back a unit that found its row there already, ${errorAbortsTransaction ? 'and lets it read on in a new transaction of the same connection' : 'which reads on as it is'}`, async () => {
      await new UnitRunner(engine.asEngine(errorAbortsTransaction)).run(async (scope) => {
        scope.writingFirst();
        await scope.refuseWrites();
      });
      expect(engine.log).to.deep.equal(log);
    });
  }
});
