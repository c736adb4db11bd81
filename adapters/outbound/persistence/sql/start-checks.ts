import { randomBytes } from 'node:crypto';
import { connectComplaint } from './connect-complaints.js';
import { int, words } from './codecs.js';
import type { ServerFacts, SqlEngine } from './engine.js';
import { UnusableDatabase } from './unusable-database.js';
import { UnitRunner } from './unit-runner.js';
import type { UnitScope } from './unit-scope.js';

/** How far the server's clock may be from ours (databases.md 11). */
export const maxClockSkewMs = 2_000;

/** What was seen of a server from here. */
export interface SeenServer {
  readonly facts: ServerFacts;
  /** How far the server's clock is ahead of ours, ms; 0 within the time the question took. */
  readonly skewMs: number;
  /** Why a start refuses it, each a whole sentence; empty when it does not. */
  readonly flaws: readonly string[];
}

/** Reaches the server and looks at how it is set up. Throws UnusableDatabase when it cannot be asked; changes nothing. */
export async function seeServer(engine: SqlEngine, now: () => number): Promise<SeenServer> {
  const { facts, skewMs } = await askFacts(engine, now);
  const apart = `the clocks of this host and of the database server are ${Math.round(Math.abs(skewMs) / 1000)} s apart: let both follow the same time source`;
  return { facts, skewMs, flaws: Math.abs(skewMs) > maxClockSkewMs ? [...facts.flaws, apart] : facts.flaws };
}

/** The same for a start: throws UnusableDatabase with a sentence for each thing to change. */
export async function checkServer(engine: SqlEngine, now: () => number): Promise<ServerFacts> {
  const { facts, flaws } = await seeServer(engine, now);
  if (flaws.length > 0) throw new UnusableDatabase(`the database (${facts.banner}) cannot be used: ${flaws.join('; ')}`);
  return facts;
}

async function askFacts(engine: SqlEngine, now: () => number): Promise<{ readonly facts: ServerFacts; readonly skewMs: number }> {
  try {
    // The first question opens the connection; its answer would come too late to compare clocks.
    await engine.facts();
    const askedAt = now();
    const facts = await engine.facts();
    const answeredAt = now();
    const skewMs = facts.nowMs === undefined || (facts.nowMs >= askedAt && facts.nowMs <= answeredAt) ? 0 : facts.nowMs - (facts.nowMs < askedAt ? askedAt : answeredAt);
    return { facts, skewMs };
  } catch (error) {
    throw new UnusableDatabase(connectComplaint(error), { cause: error });
  }
}

const rareText = '𠮷𡃁㙍 é';
const largest = Number.MAX_SAFE_INTEGER;

/** Writes one row as the product would, reads it back and takes it away again. Throws UnusableDatabase; leaves nothing behind. */
export async function checkWriting(engine: SqlEngine): Promise<void> {
  const stored = await tryRow(new UnitRunner(engine));
  if (stored.text !== rareText) throw new UnusableDatabase('the database loses rare characters of names: use utf8mb4 (MySQL family) or UTF8, on the server and on the connection');
  if (stored.number !== largest) throw new UnusableDatabase('the database or its driver rounds large numbers: amounts would be wrong');
}

interface Stored { readonly text: string; readonly number: number }

async function tryRow(units: UnitRunner): Promise<Stored> {
  let stored: Stored | undefined;
  try {
    await units.run(async (scope) => {
      stored = await writeAndRead(scope);
      throw new OnlyTried();
    });
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw new UnusableDatabase('the account may not write to the tables of this product: let a DBA grant it what `npm run migrate -- --grants <account>` prints', { cause: error });
  }
  if (stored === undefined) throw new Error('the row that was just written is not there');
  return stored;
}

async function writeAndRead(scope: UnitScope): Promise<Stored> {
  const job_id = randomBytes(16).toString('hex');
  await scope.writing().insert('outbox', {
    job_id, topic: 'start-check', job_key: job_id, state: 'DONE', due_at: largest, again_at: null, attempts: 0, owner: null, claim_token: null, lease_until: null,
    last_error: rareText, created_at: 0,
  });
  const rows: unknown = await scope.reading.table('outbox').select('last_error', 'due_at').where({ job_id });
  const row = (rows as readonly { readonly last_error: unknown; readonly due_at: unknown }[])[0];
  return { text: words(200).decode(row?.last_error ?? null), number: int.decode(row?.due_at) };
}

/** Ends the unit so that nothing is stored. */
class OnlyTried extends Error {}
