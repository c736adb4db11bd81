import { ProvinceEar } from '../../adapters/inbound/province-messages/province-ear.js';
import type { ReceivePaid } from '../../adapters/inbound/province-messages/answer-frame.js';
import { proxyList } from '../../adapters/inbound/http/request-context.js';
import type { Clock } from '../../application/ports/clock.js';
import type { Journal } from '../../application/ports/journal.js';
import { ConfigError } from '../config.js';
import type { OutsideSystems } from './outside-systems.js';

export interface EarNeeds { readonly receive: ReceivePaid; readonly clock: Clock; readonly journal: Journal }

/** Listens wherever a province calls us in frames. Where one place cannot be listened on, none is, and the start says which. */
export async function listenToProvinces({ provinces, provinceEars }: OutsideSystems, needs: EarNeeds): Promise<readonly ProvinceEar[]> {
  const ears: ProvinceEar[] = [];
  try {
    for (const [region, { host, port, sources }] of provinceEars) {
      const frames = provinces.get(region)?.paidFrames;
      if (frames === undefined) continue;
      const ear = new ProvinceEar({ region, frames, ...needs }, { host, port, sources: sources.length === 0 ? undefined : proxyList(sources) });
      await ear.listen().catch((error: unknown) => {
        throw new ConfigError(`outside systems, provinces: cannot listen for region ${region} on ${host}:${port}: ${error instanceof Error ? error.message : ''}`);
      });
      ears.push(ear);
    }
    return ears;
  } catch (error) {
    await Promise.all(ears.map((ear) => ear.close(0)));
    throw error;
  }
}
