import type { BosssoftNeeds } from '../../adapters/outbound/province/bosssoft/needs.js';
import { createBosssoftProvince } from '../../adapters/outbound/province/bosssoft/bosssoft-province.js';
import { SpentHere } from '../../adapters/outbound/province/bosssoft/spent-here.js';
import { createCnnontaxProvince } from '../../adapters/outbound/province/cnnontax/cnnontax-province.js';
import type { CnnontaxNeeds } from '../../adapters/outbound/province/cnnontax/needs.js';
import type { CnnontaxSettings } from '../../adapters/outbound/province/cnnontax/settings.js';
import { cnnontaxSettings } from '../../adapters/outbound/province/cnnontax/settings-check.js';
import type { Province, SpentNumbers } from '../../application/ports/province.js';
import { ConfigError } from '../config.js';
import type { ReadOutsideFile } from './outside-file.js';

export interface ProvinceNeeds extends Omit<BosssoftNeeds, 'secrets' | 'spent'>, Pick<CnnontaxNeeds, 'payCodes'> {
  /** Of the provinces' messages: one memory for all processes, so that none is taken twice. */
  readonly spentMessages: SpentNumbers;
}

/** Where a province calls us in frames. */
export type ProvinceEarPlace = NonNullable<CnnontaxSettings['listen']>;

export interface ConnectedProvince { readonly province: Province; readonly ear: ProvinceEarPlace | undefined }

/** The provincial systems by non-tax region code. */
export function provincesOf(file: ReadOutsideFile, needs: ProvinceNeeds): ReadonlyMap<string, ConnectedProvince> {
  const provinces = (file.provinces ?? []).map((section): ConnectedProvince => {
    const { settings, callKeyFile, messageKeyFile } = section;
    const [ours, theirs] = [callKeyFile, messageKeyFile].map((name) => (name === undefined ? undefined : file.secret(name)));
    const secrets = { ours: async () => needed(ours, 'callKeyFile'), province: async () => needed(theirs, 'messageKeyFile') };
    if (section.dialect === 'bosssoft-json') {
      const spent = { answers: new SpentHere(), messages: needs.spentMessages };
      return { province: usable(() => createBosssoftProvince({ ...needs, spent, secrets }, settings)), ear: undefined };
    }
    const { listen, mac } = usable(() => cnnontaxSettings(settings));
    // Said at the start and not with the first message.
    if (mac !== 'none') needed(ours, 'callKeyFile');
    if (mac !== 'none' && listen !== undefined) needed(theirs, 'messageKeyFile');
    return { province: createCnnontaxProvince({ clock: needs.clock, payCodes: needs.payCodes, tokens: secrets }, settings), ear: listen };
  });
  const byRegion = new Map(provinces.map((one) => [one.province.region, one]));
  if (byRegion.size < provinces.length) throw new ConfigError('outside systems, provinces: a region stands there twice');
  return byRegion;
}

/** What the settings' own check complains of is the deployer's to change. */
function usable<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new ConfigError(`outside systems, provinces: ${error instanceof Error ? error.message : ''}`);
  }
}

function needed(secret: string | undefined, name: string): string {
  if (secret === undefined) throw new ConfigError(`outside systems, provinces: ${name} is missing, and the signing form needs it`);
  return secret;
}
