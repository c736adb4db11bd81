import { join } from 'node:path';
import { startDataSharingSimulator } from '../../../adapters/simulators/data-sharing/data-sharing-simulator.js';
import { startEBillSimulator } from '../../../adapters/simulators/e-bills/e-bill-simulator.js';
import { startProvinceSimulator } from '../../../adapters/simulators/province/province-simulator.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import type { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { startTextMessageSimulator } from '../../../adapters/simulators/text-messages/text-message-simulator.js';
import { textTemplateNames, templateOf } from '../../../domain/text-messages/templates.js';
import { publicBaseUrl, type Config } from '../../config.js';
import { demoOutside, demoSignature, demoTemplateIds, frontFolder, type DemoOutside } from './demo-outside.js';
import { askJson } from './outside-link.js';

/** Starts the simulated province, e-bill system, text message platform and data sharing platform with what the platform was told of them. */
export async function startDemoSystems(config: Config, clock: SteppedClock): Promise<readonly RunningSimulator[]> {
  const { province, line, eBill, text } = demoOutside(config);
  const { callKey, messageKey, ...partner } = province;
  const folder = (name: string): string => join(config.dataFolder, 'simulators', name);
  const systems = await Promise.all([
    startProvinceSimulator({
      port: config.provincePort, clock, partner: { ...partner, signing: { form: 'sm3-upper', callKey, messageKey } }, dataFolder: folder('province'),
      line: {
        port: config.provinceLinePort, notifyPort: config.provinceEarPort, nodes: line.nodes,
        mac: { rule: 'sm3-token-prefix', callToken: line.callToken, messageToken: line.messageToken },
      },
    }),
    startEBillSimulator({ port: config.eBillPort, clock, dataFolder: folder('e-bills'), clients: [{ ...eBill, version: '1.0', digest: 'sm3-upper' }] }),
    startTextMessageSimulator({ port: config.textMessagePort, clock }),
    startDataSharingSimulator({ port: config.dataSharingPort, dataFolder: frontFolder(config) }),
  ]);
  await registerTextAccount(config, systems[2].baseUrl, text);
  return systems;
}

/** The platform's account at the text message platform: its templates, and where reports and texts from phones are pushed. */
async function registerTextAccount(config: Config, baseUrl: string, { pushToken, ...account }: DemoOutside['text']): Promise<void> {
  const ours = `${publicBaseUrl(config)}/text-messages`;
  await askJson('POST', `${baseUrl}/sim/accounts`, {
    ...account, signText: demoSignature, templates: Object.fromEntries(textTemplateNames.map((name) => [demoTemplateIds[name], templateOf(name).text])),
    reportUrl: `${ours}/reports/${pushToken}`, inboundUrl: `${ours}/inbound/${pushToken}`,
  });
}
