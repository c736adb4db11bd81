import { expect } from 'chai';
import { SeeContactMobile } from '../../../application/access/see-contact-mobile.js';
import { MemoryDatabase } from '../../../adapters/outbound/persistence/memory/memory-database.js';
import { memoryPersistence } from '../../../adapters/outbound/persistence/memory/memory-persistence.js';
import type { UnitOfWork } from '../../../application/ports/unit-of-work.js';
import { anOperator } from '../../builders/operators.js';
import { noon } from '../../contract/persistence/builders.js';
import { CountingIds, HandClock } from '../../contract/persistence/fakes.js';
import { faultOf, vault } from '../../contract/persistence/opened.js';

describe('a look at a number in clear', () => {
  const operator = anOperator();
  const acting = { by: { operatorNo: 'O1' }, address: '192.0.2.7', requestId: 'R1' };
  let database: MemoryDatabase;
  let unitOfWork: UnitOfWork;
  let asked: string[];
  const look = (unit: UnitOfWork = unitOfWork) => new SeeContactMobile({ unitOfWork: unit, ids: new CountingIds(), clock: new HandClock(noon), rateLimiter: { allow: (key) => { asked.push(key); return asked.length < 3; } } });
  beforeEach(async () => {
    asked = [];
    database = new MemoryDatabase();
    ({ unitOfWork } = memoryPersistence({ vault, ids: new CountingIds(), clock: new HandClock(noon) }, database));
    await unitOfWork.run(async ({ operators }) => { await operators.add(operator, '13800138000'); });
  });
  const audited = () => database.tables.audit.all(false);

  it('shows nothing that could not be written down', async () => {
    const broken: UnitOfWork = {
      read: (work) => unitOfWork.read(work),
      run: (work) => unitOfWork.run((stores) => work({ ...stores, audit: { append: async () => { throw new Error('power cut'); } } })),
    };
    expect(await faultOf(look(broken).run(acting, { kind: 'operator', no: operator.operatorNo }, '通知本人'))).to.be.instanceOf(Error);
    expect(audited()).to.deep.equal([]);
  });

  it('is counted for the person and not for what is looked at, also where there is nothing', async () => {
    const see = (no: string) => look().run(acting, { kind: 'operator', no }, '通知本人');
    expect(await see('nobody')).to.deep.equal({ ok: false, refusal: 'unknown' });
    expect(await see(operator.operatorNo)).to.deep.equal({ ok: true, value: '13800138000' });
    expect(await see(operator.operatorNo)).to.deep.equal({ ok: false, refusal: 'too-many' });
    expect(asked).to.deep.equal(Array.from({ length: 3 }, () => 'personal-data O1'));
    expect(audited()).to.have.length(1);
  });
});
