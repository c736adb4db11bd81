import { markdownTable } from '../../bootstrap/cli/markdown-table.js';
import type { HeldFigures } from './held.js';
import type { OverloadFigures } from './overload.js';
import type { PaymentFigures } from './payments.js';
import type { RateRow } from './rounds.js';
import type { StartFigures } from './starts.js';
import type { Latencies } from './statistics.js';

export interface Report {
  readonly machine: { readonly cores: number; readonly cpu: string; readonly node: string; readonly loadBefore: number; readonly loadAfter: number };
  readonly quick: boolean;
  readonly starts: StartFigures; readonly rates: readonly RateRow[]; readonly payments: PaymentFigures; readonly held: HeldFigures; readonly overload: OverloadFigures;
}

/** Three digits that mean something. */
const number = (value: number): string => (Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const percent = (share: number | undefined): string => (share === undefined ? '' : `${(share * 100).toFixed(0)} %`);
const times = (latencies: Latencies): string[] => [latencies.p50, latencies.p95, latencies.p99, latencies.max].map(number);
const complaint = (errors: number, first: string | undefined): string => (errors === 0 ? '0' : `${errors} (${first ?? 'busy'})`);

/** The figures as Markdown tables. */
export function reportMarkdown(report: Report): string {
  return [
    `${report.machine.cores} cores, ${report.machine.cpu}, Node ${report.machine.node}; load average before ${number(report.machine.loadBefore)}, after ${number(report.machine.loadAfter)}${report.quick ? '; quick run' : ''}`,
    '### Against the budgets', budgetTable(report), '### Signed create and query', rateTable(report.rates), '### Whole payments, and times from the platform\'s records', paymentTable(report),
    '### Many connections', heldTable(report.held), '### Overload', overloadTable(report.overload),
  ].join('\n\n');
}

function budgetTable({ rates, starts, held }: Report): string {
  const create = (algorithm: string, connections: number): RateRow | undefined => rates.find((row) => row.what === 'create' && row.algorithm === algorithm && row.connections === connections);
  const rows = [...new Set(rates.map((row) => row.connections))].flatMap((connections) => {
    const [rsa, sm2] = [create('RSA2', connections), create('SM2', connections)];
    return [
      [`RSA2 create, ${connections} connections`, '>= 50 % of the floor', `${percent(rsa?.ofFloor)} (server CPU: ${percent(rsa?.ofFloorCpu)})`],
      [`SM2 create, ${connections} connections`, '>= 50 % of RSA2', `${percent(sm2 && rsa && sm2.rate / rsa.rate)} (of its own floor ${percent(sm2?.ofFloor)})`],
    ];
  });
  return markdownTable(['what', 'budget', 'measured'], [
    ...rows,
    [`${held.connections} held connections`, '0 errors, p99 < 2 s', `${held.errors} errors, p99 ${number(held.all.p99)} ms`],
    ['in → sent to the channel, at that load', 'every one < 2 s', `max ${number(held.barcodes.records.inToSent.max)} ms of ${held.barcodes.records.attempts}`],
    ['in → paid recorded, channel answers after 0 to 2 s', 'every one < 5 s', `max ${number(held.barcodes.records.inToRecorded.max)} ms of ${held.barcodes.records.attempts}, ${complaint(held.barcodes.errors, held.barcodes.firstError)} errors`],
    ['cold start', '< 2 s', `${starts.coldStartMs.map(number).join(', ')} ms (first start with an empty folder ${number(starts.firstStartMs)} ms)`],
    ['idle memory', '< 150 MB', `${number(starts.idleMb)} MB`],
    ...starts.pages.map((page) => [`cashier page, ${page.view}`, '< 15 KB gzip, no third party', `${number(page.gzipBytes / 1000)} KB gzip in ${page.parts} part(s), HTML ${number(page.htmlBytes / 1000)} KB; ${page.thirdParty} third-party`]),
  ]);
}

const rateTable = (rates: readonly RateRow[]): string => markdownTable(
  ['algorithm', 'connections', 'what', 'a second', 'of floor', 'p50 ms', 'p95', 'p99', 'max', 'server CPU ms', 'RSS MB', 'errors', 'signatures checked'],
  rates.map((row) => [
    row.algorithm, String(row.connections), row.what, number(row.rate), percent(row.ofFloor), ...times(row), number(row.cpuMs), row.residentMb.map((mb) => mb.toFixed(0)).join(' → '),
    complaint(row.errors, row.firstError), String(row.checkedSignatures),
  ]));

const paymentTable = ({ payments, held }: Report): string => [
  `${payments.payments} payments by ${payments.payers} payers, ${number(payments.perSecond)} a second, ${number(payments.cpuMs)} ms CPU of the platform each, errors ${complaint(payments.errors, payments.firstError)}.`,
  markdownTable(['from → to', 'seen by', 'p50 ms', 'p95', 'p99', 'max'], [
    ['create sent → callback received', 'business system', ...times(payments.createToTold)], ['payer pays at the channel → callback received', 'business system', ...times(payments.payToTold)],
    ['cashier choice in → handed over to the channel', 'record', ...times(payments.records.inToSent)], ['cashier choice in → paid recorded (the payer acts between)', 'record', ...times(payments.records.inToRecorded)],
    ['barcode in → sent', 'record', ...times(held.barcodes.records.inToSent)], ['barcode sent → channel answered', 'record', ...times(held.barcodes.records.sentToAnswered)],
    ['barcode in → paid recorded', 'record', ...times(held.barcodes.records.inToRecorded)],
  ]),
].join('\n\n');

const heldTable = (held: HeldFigures): string => [
  `${held.connections} connections held for ${number(held.seconds)} s, ${held.requests} requests, errors ${complaint(held.errors, held.firstError)}; platform ${percent(held.cpuShare)} of one core, memory ${number(held.memoryMb.before)} → at most ${number(held.memoryMb.highest)} MB.`,
  markdownTable(['request', 'p50 ms', 'p95', 'p99', 'max'], [['all', ...times(held.all)], ['cashier page', ...times(held.page)], ['query', ...times(held.query)], ['create', ...times(held.create)]]),
].join('\n\n');

const overloadTable = (overload: OverloadFigures): string => [
  `${overload.connections} connections without pauses, ${overload.maxInFlight} places; memory ${number(overload.memoryMb.before)} → at most ${number(overload.memoryMb.highest)} → ${number(overload.memoryMb.after)} MB; errors ${complaint(overload.errors, overload.firstError)}.`,
  markdownTable(['answer', 'a second', 'p50 ms', 'p95', 'p99', 'max'], [['10000', number(overload.servedPerSecond), ...times(overload.served)], ['20000', number(overload.busyPerSecond), ...times(overload.refused)]]),
].join('\n\n');
