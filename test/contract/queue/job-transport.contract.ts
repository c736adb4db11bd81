import { expect } from 'chai';
import type { JobListener, JobTransport } from '../../../application/ports/job-transport.js';
import { until } from '../../unit/inbound/workshop.js';

/** `host()` is the transport of one more host; where the transport stays in one process, the same for all. */
export interface OpenedTransport { host(): Promise<JobTransport>; close(): Promise<void> }

const wordOf = (jobId: string, attempts = 0) => ({ jobId, attempts });

/** A board of names only: who takes a job that is there has it; a job that is not there is nobody's. */
class Heap {
  readonly there = new Set<string>();
  readonly done: string[] = [];
  atWork = 0;
  mostAtWork = 0;
  readonly #workMs: number;
  constructor(workMs = 0) { this.#workMs = workMs; }

  listener(): JobListener {
    const take = async (jobId: string): Promise<void> => {
      if (!this.there.delete(jobId)) return;
      this.mostAtWork = Math.max(this.mostAtWork, this.atWork += 1);
      if (this.#workMs > 0) await new Promise((resolve) => { setTimeout(resolve, this.#workMs); });
      this.atWork -= 1;
      this.done.push(jobId);
    };
    return { take, look: () => { for (const jobId of this.there) void take(jobId); } };
  }
}

export function jobTransportContract(adapter: string, open: () => Promise<OpenedTransport>): void {
  describe(`job transport ${adapter}`, () => {
    let opened: OpenedTransport;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());
    /** Word of jobs that are there. */
    const due = (from: JobTransport, heap: Heap, names: readonly string[]): void => {
      for (const name of names) heap.there.add(name);
      from.announce(names.map((name) => wordOf(name)));
    };

    it('brings the word of a job to a worker of whatever host', async () => {
      const heap = new Heap();
      (await opened.host()).listen(heap.listener(), 2);
      due(await opened.host(), heap, ['a', 'b', 'c']);
      await until(() => heap.done.length === 3);
      expect([...heap.done].sort()).to.deep.equal(['a', 'b', 'c']);
    });

    it('lets two hosts work on five hundred jobs, each once', async () => {
      const heap = new Heap();
      const hosts = [await opened.host(), await opened.host()];
      for (const host of hosts) host.listen(heap.listener(), 8);
      const names = Array.from({ length: 500 }, (_, n) => `job${n}`);
      for (let n = 0; n < names.length; n += 50) due(hosts[n % 100 === 0 ? 0 : 1] as JobTransport, heap, names.slice(n, n + 50));
      await until(() => heap.done.length === 500);
      expect(new Set(heap.done).size).to.equal(500);
    });

    it('hears of the same job again when it is due again, and bears words that come twice or are of nothing', async () => {
      const heap = new Heap();
      const host = await opened.host();
      host.listen(heap.listener(), 2);
      host.announce([wordOf('nothing'), wordOf('nothing'), wordOf('nothing', 1)]);
      for (let round = 1; round <= 3; round++) {
        due(host, heap, ['again']);
        host.announce([wordOf('again')]);
        await until(() => { if (heap.there.size > 0) host.announce([wordOf('again')]); return heap.done.length === round; });
      }
      expect(heap.done).to.deep.equal(['again', 'again', 'again']);
    });

    it('brings nothing to a listener that has ended, and nothing after the end', async () => {
      const [gone, staying] = [new Heap(), new Heap()];
      const host = await opened.host();
      host.listen(gone.listener(), 1)();
      const end = host.listen(staying.listener(), 1);
      gone.there.add('a');
      due(host, staying, ['a']);
      await until(() => { if (staying.done.length === 0) host.announce([wordOf('a', 1)]); return staying.done.length === 1; });
      expect(gone.done).to.deep.equal([]);
      end();
      await host.close();
      due(host, staying, ['late']);
      await new Promise((resolve) => { setTimeout(resolve, 50); });
      expect(staying.done).to.deep.equal(['a']);
    });

    it('closes in bounded time while a worker does not come back', async () => {
      const host = await opened.host();
      host.listen({ look: () => undefined, take: () => new Promise<void>(() => undefined) }, 1);
      host.announce([wordOf('stuck')]);
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      const began = performance.now();
      await host.close();
      expect(performance.now() - began).to.be.below(6_000);
    });
  });
}

/** Only a transport that names the job can bound how many are taken. */
export function boundedTransportContract(adapter: string, open: () => Promise<OpenedTransport>): void {
  it(`job transport ${adapter} gives one host no more than it asked for at once`, async () => {
    const opened = await open();
    const heap = new Heap(5);
    const host = await opened.host();
    host.listen({ ...heap.listener(), look: () => undefined }, 3);
    const names = Array.from({ length: 30 }, (_, n) => `job${n}`);
    for (const name of names) heap.there.add(name);
    await until(() => { host.announce([...heap.there].map((name) => wordOf(name))); return heap.done.length === 30; });
    expect(heap.mostAtWork).to.equal(3);
    await opened.close();
  });
}
