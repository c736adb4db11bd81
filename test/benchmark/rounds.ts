import type { FloorProcess } from './floor-process.js';
import { Connections, fire, type LoadResult } from './load.js';
import { cpuSeconds, residentMb } from './process-figures.js';
import type { Product } from './product.js';
import type { CreateRequest, RequestMaker } from './requests.js';
import type { Settings } from './settings.js';
import { median } from './statistics.js';

export interface RateRow {
  readonly algorithm: string; readonly connections: number; readonly what: 'floor: create' | 'create' | 'query';
  /** Medians over the rounds; latencies in ms, CPU of the server in ms a request. */
  readonly rate: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number; readonly cpuMs: number;
  readonly errors: number; readonly firstError: string | undefined; readonly checkedSignatures: number; readonly residentMb: readonly [before: number, after: number];
  /** Median of (this round / the floor's round beside it), of rates and of server CPU. */
  readonly ofFloor: number | undefined; readonly ofFloorCpu: number | undefined;
}

interface Server { readonly pid: number; readonly baseUrl: string; isGenuine(answer: string): boolean }
interface Round extends LoadResult { readonly cpuMs: number; readonly residentMb: readonly [number, number]; readonly checked: number }

/** More bodies than the last round used, so that they do not run out before the time. */
const spare = 1.3;
const firstGuessPerSecond = 1_500;

/** Create and query of one developer at one number of connections; floor and product take turns, so that noise of the machine meets both. */
export async function measureRates(product: Product, floor: FloorProcess, maker: RequestMaker, connections: number, settings: Settings): Promise<readonly RateRow[]> {
  const servers = {
    floor: { pid: floor.pid, baseUrl: floor.baseUrl, isGenuine: (answer: string) => floor.isGenuine(maker.developer.devId, answer) },
    product: { pid: product.pid, baseUrl: product.site.baseUrl, isGenuine: (answer: string) => maker.isGenuine(answer) },
  } satisfies Record<string, Server>;
  const [atFloor, atProduct] = [await new Connections(connections).open(floor.baseUrl), await new Connections(connections).open(product.site.baseUrl)];
  const rounds: { floor: Round[]; create: Round[]; query: Round[] } = { floor: [], create: [], query: [] };
  const perSecond = { create: firstGuessPerSecond, query: firstGuessPerSecond };
  const pair = async (ms: number, productFirst: boolean): Promise<readonly [Round, Round, readonly CreateRequest[]]> => {
    const requests = maker.creates(Math.ceil(perSecond.create * spare * ms / 1000));
    const bodies = requests.map((one) => one.body);
    const second = productFirst ? undefined : await oneRound(servers.floor, atFloor, bodies, ms);
    const own = await oneRound(servers.product, atProduct, bodies, ms);
    const other = second ?? await oneRound(servers.floor, atFloor, bodies, ms);
    perSecond.create = Math.max(own.rate, other.rate);
    return [other, own, requests.slice(0, own.answered)];
  };
  const [, , placed] = await pair(settings.warmUpMs, false);
  for (let round = 0; round < settings.rounds; round++) {
    const [other, own] = await pair(settings.roundMs, round % 2 === 1);
    rounds.floor.push(other);
    rounds.create.push(own);
    const query = await oneRound(servers.product, atProduct, maker.queries(Math.ceil(perSecond.query * spare * settings.roundMs / 1000), placed), settings.roundMs);
    perSecond.query = query.rate;
    rounds.query.push(query);
  }
  atFloor.close();
  atProduct.close();
  const row = (what: RateRow['what'], own: readonly Round[], beside: readonly Round[] | undefined): RateRow => rowOf(maker.developer.algorithm, connections, what, own, beside);
  return [row('floor: create', rounds.floor, undefined), row('create', rounds.create, rounds.floor), row('query', rounds.query, undefined)];
}

async function oneRound(server: Server, connections: Connections, bodies: readonly Buffer[], ms: number): Promise<Round> {
  const [cpuBefore, before] = [cpuSeconds(server.pid), residentMb(server.pid)];
  const result = await fire(connections, `${server.baseUrl}/gateway`, bodies, ms);
  const cpuMs = (cpuSeconds(server.pid) - cpuBefore) * 1000 / result.answered;
  const forged = result.kept.find((answer) => !server.isGenuine(answer));
  if (forged !== undefined) throw new Error(`an answer does not bear the server's signature: ${forged.slice(0, 200)}`);
  return { ...result, cpuMs, residentMb: [before, residentMb(server.pid)], checked: result.kept.length };
}

function rowOf(algorithm: string, connections: number, what: RateRow['what'], own: readonly Round[], beside: readonly Round[] | undefined): RateRow {
  const of = (read: (round: Round) => number): number => median(own.map(read));
  const ratio = (read: (round: Round) => number): number | undefined => beside && median(own.map((round, index) => read(round) / read(beside[index] ?? round)));
  const total = (read: (round: Round) => number): number => own.reduce((sum, round) => sum + read(round), 0);
  return {
    algorithm, connections, what, rate: of((round) => round.rate), p50: of((round) => round.latencies.p50), p95: of((round) => round.latencies.p95), p99: of((round) => round.latencies.p99),
    max: Math.max(...own.map((round) => round.latencies.max)), cpuMs: of((round) => round.cpuMs), errors: total((round) => round.errors + round.busy),
    firstError: own.find((round) => round.firstError !== undefined)?.firstError, checkedSignatures: total((round) => round.checked),
    residentMb: [own[0]?.residentMb[0] ?? Number.NaN, own.at(-1)?.residentMb[1] ?? Number.NaN], ofFloor: ratio((round) => round.rate), ofFloorCpu: ratio((round) => 1 / round.cpuMs),
  };
}
