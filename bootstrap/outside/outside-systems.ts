import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { connectTimeoutMs } from '../../adapters/outbound/e-bills/bosssoft/settings.js';
import { WireClient } from '../../adapters/outbound/wire/http-client.js';
import type { BillIssuer } from '../../application/ports/bill-issuer.js';
import type { Journal } from '../../application/ports/journal.js';
import type { Province } from '../../application/ports/province.js';
import { billIssuersOf } from './e-bill-section.js';
import { readOutsideFile } from './outside-file.js';
import { dataSharingOf, type DataSharing } from './share-section.js';
import { provincesOf, type ProvinceEarPlace, type ProvinceNeeds } from './province-section.js';
import { textLineOf, type TextLine } from './text-section.js';

/** The systems around the platform, as far as they are connected. */
export interface OutsideSystems {
  /** By non-tax region code. */
  readonly provinces: ReadonlyMap<string, Province>;
  /** Where provinces call us in frames, by the same. */
  readonly provinceEars: ReadonlyMap<string, ProvinceEarPlace>;
  /** By e-bill region code. */
  readonly billIssuers: ReadonlyMap<string, BillIssuer>;
  readonly textMessages: TextLine | undefined;
  readonly dataSharing: DataSharing | undefined;
  close(): Promise<void>;
}

const keepAliveMs = 30_000;

export interface OutsideNeeds extends Omit<ProvinceNeeds, 'http'> { readonly journal: Journal; readonly isProduction: boolean }

/** Reads the description and builds what it names. Nothing is called; throws where a description cannot be used. */
export function openOutsideSystems(file: string | undefined, needs: OutsideNeeds, environment: Readonly<Record<string, string | undefined>>): OutsideSystems {
  const read = readOutsideFile(file, environment);
  // A slow system has connections of its own, so that it holds up nobody else's.
  const [province, eBills, texts, sharing] = [0, 1, 2, 3].map(() => new WireClient({ maxConnections: 16, keepAliveMs, connectTimeoutMs })) as [WireClient, WireClient, WireClient, WireClient];
  const { journal } = needs;
  const connected = [...provincesOf(read, { ...needs, http: province })];
  const dataSharing = dataSharingOf(read, { ...needs, http: sharing, folder: dirname(file ?? '.') });
  return {
    provinces: new Map(connected.map(([region, one]) => [region, one.province])),
    provinceEars: new Map(connected.flatMap(([region, { ear }]) => (ear === undefined ? [] : [[region, ear]]))),
    billIssuers: billIssuersOf(read, { http: eBills, journal, noise: () => randomUUID().replaceAll('-', '') }),
    textMessages: textLineOf(read, { http: texts, journal }),
    dataSharing,
    close: async () => { await Promise.all([province.close(), eBills.close(), texts.close(), sharing.close(), dataSharing?.close()]); },
  };
}
