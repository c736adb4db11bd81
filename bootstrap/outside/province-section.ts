import { createBosssoftProvince } from '../../adapters/outbound/province/bosssoft/bosssoft-province.js';
import type { BosssoftNeeds } from '../../adapters/outbound/province/bosssoft/needs.js';
import { SpentHere } from '../../adapters/outbound/province/bosssoft/spent-here.js';
import type { Province } from '../../application/ports/province.js';
import { ConfigError } from '../config.js';
import type { ReadOutsideFile } from './outside-file.js';

/** The provincial systems by non-tax region code. */
export function provincesOf(file: ReadOutsideFile, needs: Omit<BosssoftNeeds, 'secrets' | 'spent'>): ReadonlyMap<string, Province> {
  const provinces = (file.provinces ?? []).map(({ settings, callKeyFile, messageKeyFile }) => {
    const [ours, theirs] = [callKeyFile, messageKeyFile].map((name) => (name === undefined ? undefined : file.secret(name)));
    return createBosssoftProvince({
      ...needs, spent: { answers: new SpentHere(), messages: new SpentHere() },
      secrets: { ours: async () => needed(ours, 'callKeyFile'), province: async () => needed(theirs, 'messageKeyFile') },
    }, settings);
  });
  const byRegion = new Map(provinces.map((province) => [province.region, province]));
  if (byRegion.size < provinces.length) throw new ConfigError('outside systems, provinces: a region stands there twice');
  return byRegion;
}

function needed(secret: string | undefined, name: string): string {
  if (secret === undefined) throw new ConfigError(`outside systems, provinces: ${name} is missing, and the signing form needs it`);
  return secret;
}
