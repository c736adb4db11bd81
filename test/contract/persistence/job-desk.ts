import type { ClaimedJob, NewJob } from '../../../application/ports/jobs.js';
import { noon } from './builders.js';
import type { Open, Opened } from './opened.js';

/** What tests of the job board do with the jobs of a store. */
export interface JobDesk {
  readonly store: Opened;
  enqueue(key: string, dueAt?: number, more?: Partial<NewJob>): Promise<void>;
  claim(now?: number, owner?: string, limit?: number): Promise<readonly ClaimedJob[]>;
  /** Throws unless exactly one job is due. */
  claimOne(now?: number, owner?: string): Promise<ClaimedJob>;
}

/** A store of its own for each test of the suite that calls it. */
export function jobDesk(open: Open): JobDesk {
  let store: Opened | undefined;
  beforeEach(async () => { store = await open(); });
  afterEach(() => store?.close());
  const opened = (): Opened => {
    if (!store) throw new Error('no store is open');
    return store;
  };
  const claim: JobDesk['claim'] = (now = noon, owner = 'w1', limit = 10) => opened().jobBoard.claim(owner, now, 30_000, limit);
  return {
    get store() { return opened(); },
    claim,
    enqueue: (key, dueAt = noon, more = {}) => opened().unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key, dueAt, ...more })),
    claimOne: async (now, owner) => {
      const [job, ...others] = await claim(now, owner);
      if (!job || others.length > 0) throw new Error(`expected one job, got ${others.length + (job ? 1 : 0)}`);
      return job;
    },
  };
}
