import { expect } from 'chai';
import { maxUnread, type AlertReader, type AlertStore } from '../../../application/ports/alert-books.js';
import { ConcurrentChange } from '../../../application/ports/unit-of-work.js';
import { alertLevels, alertTypes } from '../../../domain/alerts/alert-kinds.js';
import { anAlert } from '../../builders/management.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

/** 提醒 (alert-books port). */
export function alertsContract(adapter: string, open: Open): void {
  describe(`alerts on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const change = <T>(work: (alerts: AlertStore) => Promise<T>): Promise<T> => store.unitOfWork.run(({ alerts }) => work(alerts));
    const read = <T>(work: (alerts: AlertReader) => Promise<T>): Promise<T> => store.unitOfWork.read(({ alerts }) => work(alerts));

    it('keeps an alert with every field, and finds it by number and by place', async () => {
      const longest = anAlert({ alertNo: no(2), place: 'x'.repeat(160), message: '𠮷'.repeat(500), relatedOrderNo: undefined, times: 2_000_000, state: 'handled', handledBy: '林'.repeat(128), handledAt: noon + 5, remark: '已'.repeat(200) });
      const kinds = alertTypes.map((alertType, at) => anAlert({ alertNo: no(10 + at), place: `k:${alertType}`, alertType, level: alertLevels[at % alertLevels.length] ?? 'minor' }));
      for (const one of [anAlert(), longest, ...kinds]) await change((alerts) => alerts.add(one));
      for (const one of [anAlert(), longest, ...kinds]) {
        expect(await read((alerts) => alerts.byNo(one.alertNo))).to.deep.equal(one);
        expect(await read((alerts) => alerts.waitingAt(one.place))).to.deep.equal(one);
      }
      for (const unknown of ['', no(99), '提醒', "' or '1'='1"]) expect(await read(async (alerts) => [await alerts.byNo(unknown), await alerts.waitingAt(unknown)])).to.deep.equal([undefined, undefined]);
    });

    it('gives a place once, also to two who want it at once', async () => {
      const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => change((alerts) => alerts.add(anAlert({ alertNo: no(n) })))));
      expect(answers.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
      await change((alerts) => alerts.add(anAlert({ alertNo: no(9), place: no(9) })));
    });

    it('changes how it stands, not what it is about, and not what somebody changed first', async () => {
      await change((alerts) => alerts.add(anAlert()));
      const later = anAlert({ times: 4, lastAt: noon + 9, message: '又一次', level: 'critical', state: 'read' });
      await change((alerts) => alerts.put({ ...later, alertType: 'text', event: 'another', relatedOrderNo: 'P9', firstAt: 0 }));
      expect(await read((alerts) => alerts.byNo(no(7801)))).to.deep.equal({ ...later, version: 2 });
      expect(await faultOf(change((alerts) => alerts.put(later)))).to.be.instanceOf(ConcurrentChange);
      expect(await faultOf(change((alerts) => alerts.put(anAlert({ alertNo: no(9) }))))).to.be.instanceOf(ConcurrentChange);
    });

    it('counts the times of many at once: none is lost', async () => {
      await change((alerts) => alerts.add(anAlert()));
      await Promise.all(Array.from({ length: 5 }, () => change(async (alerts) => {
        const waiting = await alerts.waitingAt(anAlert().place);
        if (waiting === undefined) throw new Error('it is gone');
        await alerts.put({ ...waiting, times: waiting.times + 1 });
      })));
      expect((await read((alerts) => alerts.byNo(no(7801))))?.times).to.equal(6);
    });

    it('lists those that nobody has read, oldest first, five hundred at most', async () => {
      await change(async (alerts) => {
        for (let n = 0; n < maxUnread + 2; n++) await alerts.add(anAlert({ alertNo: no(n), place: `p:${n}`, lastAt: noon - n }));
        await alerts.add(anAlert({ alertNo: no(9001), place: 'r', state: 'read', lastAt: 0 }));
        await alerts.add(anAlert({ alertNo: no(9002), place: no(9002), state: 'handled', lastAt: 0 }));
      });
      const unread = await read((alerts) => alerts.unread());
      expect([unread.length, unread[0]?.alertNo, unread.at(-1)?.alertNo]).to.deep.equal([maxUnread, no(maxUnread + 1), no(2)]);
    });
  });
}
