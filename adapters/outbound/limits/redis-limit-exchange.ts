import { noteFreshMs, type LimitExchange, type ProcessNote } from '../../../application/ports/limit-exchange.js';
import type { RedisLine } from '../wire/redis-line.js';

const timeoutMs = 800;
/** The hash of an installation that has stopped goes by itself. */
const keepMs = 60_000;

/** Notes in one Redis hash, a field for each process: `<epoch ms>|<text>`. HSET, PEXPIRE, HGETALL, HDEL; no script. */
export class RedisLimitExchange implements LimitExchange {
  readonly #line: RedisLine;
  readonly #key: string;

  constructor(line: RedisLine, prefix: string) {
    this.#line = line;
    this.#key = `${prefix}:limits`;
  }

  async exchange(mine: ProcessNote, nowMs: number): Promise<readonly ProcessNote[]> {
    // A lost line would keep the commands until it is back: one note more each second.
    if (!this.#line.ready) throw new Error('Redis is away');
    const answers = await Promise.race([
      this.#line.client.multi().hset(this.#key, mine.process, `${nowMs}|${mine.text}`).pexpire(this.#key, keepMs).hgetall(this.#key).exec(), late(),
    ]);
    const [failure, fields] = answers?.[2] ?? [new Error('the notes were not read')];
    if (failure) throw failure;
    const notes = Object.entries(fields as Readonly<Record<string, string>>).filter(([process]) => process !== mine.process).map(read);
    const stale = notes.filter(({ at }) => at < nowMs - keepMs).map(({ process }) => process);
    if (stale.length > 0) await Promise.race([this.#line.client.hdel(this.#key, ...stale), late()]);
    return notes.filter(({ at }) => at > nowMs - noteFreshMs).map(({ process, text }) => ({ process, text }));
  }
}

function read([process, value]: readonly [string, string]): ProcessNote & { readonly at: number } {
  const bar = value.indexOf('|');
  return { process, at: Number(value.slice(0, bar)), text: value.slice(bar + 1) };
}

const late = (): Promise<never> => new Promise((_resolve, reject) => { setTimeout(() => reject(new Error('Redis is slow')), timeoutMs).unref(); });
