import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { XlsxSpreadsheet } from '../../../adapters/outbound/spreadsheet/xlsx-spreadsheet.js';
import { SqlListReader } from '../../../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { ExportList } from '../../../application/lists/export-list.js';
import type { Bytes } from '../../../application/ports/channel-bills.js';
import type { KeptFile, KeptFiles } from '../../../application/ports/kept-files.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { CountingIds, HandClock } from '../../contract/persistence/fakes.js';
import { vault } from '../../contract/persistence/opened.js';
import { watchStalls, type Stalls } from './stalls.js';

/** What one export cost its process. */
export interface ExportFigures {
  readonly list: string; readonly rows: number; readonly seconds: number; readonly cpuSeconds: number; readonly fileMb: number; readonly peakMb: number; readonly restMb: number;
  readonly stalls: Stalls;
}

/** Into one file, as the database would keep it, but without the database's own time. */
class OnDisk implements Pick<KeptFiles, 'keep'> {
  readonly #path: string;
  constructor(path: string) { this.#path = path; }
  async keep(file: Pick<KeptFile, 'fileNo' | 'purpose' | 'fileName'>, bytes: Bytes): Promise<KeptFile> {
    const disk = createWriteStream(this.#path);
    let byteSize = 0;
    for await (const chunk of bytes) {
      byteSize += chunk.byteLength;
      if (!disk.write(chunk)) await once(disk, 'drain');
    }
    disk.end();
    await once(disk, 'finish');
    return { ...file, byteSize, digest: '', chunkCount: 1, createdAt: 0 };
  }
}

/** Runs one export in this process and says what it cost. */
export async function measure(address: string, list: string, path: string): Promise<ExportFigures> {
  const engine = openEngine(databaseAddress(address, { user: undefined, password: undefined }));
  const restMb = process.memoryUsage.rss() / 1e6;
  const exporting = new ExportList({
    lists: new SqlListReader(new UnitRunner(engine), vault), spreadsheet: new XlsxSpreadsheet(), files: new OnDisk(path) as unknown as KeptFiles, ids: new CountingIds(),
    clock: new HandClock(1_778_212_800_000), maxRows: 2_000_000,
  });
  const parameters: Readonly<Record<string, object>> = { 'settlement-details': { orderDate: '20260508' }, 'payee-settlement-details': { merchantNo: 'M1', orderDateFrom: '20260508', orderDateTo: '20260508' } };
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const watched = watchStalls();
  const result = await exporting.run({ listName: list, parameters: parameters[list] ?? {}, scope: { kind: 'all' } });
  const stalls = watched();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);
  await engine.close();
  if (!result.ok) throw new Error(result.refusal.code);
  return {
    list, rows: result.value.rowCount, seconds, cpuSeconds: (user + system) / 1e6, fileMb: result.value.file.byteSize / 1e6, restMb, peakMb: process.resourceUsage().maxRSS * 1024 / 1e6,
    stalls,
  };
}
