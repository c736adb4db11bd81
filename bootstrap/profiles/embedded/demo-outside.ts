import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { textTemplateNames, type TextTemplateName } from '../../../domain/text-messages/templates.js';
import type { Config } from '../../config.js';
import type { OutsideFile } from '../../outside/outside-file.js';

/** What platform and simulators agree on; secrets are made once for each data folder. */
export interface DemoOutside {
  /** Path of the description. */
  readonly file: string;
  readonly province: { readonly region: string; readonly deptcode: string; readonly appid: string; readonly callKey: string; readonly messageKey: string };
  /** The same province over frames, for another region of the city. */
  readonly line: { readonly callToken: string; readonly messageToken: string; readonly nodes: { readonly own: string; readonly partner: string } };
  readonly eBill: { readonly appid: string; readonly key: string; readonly place: { readonly region: string; readonly deptcode: string } };
  readonly text: { readonly ecName: string; readonly apId: string; readonly secretKey: string; readonly sign: string; readonly pushToken: string };
}

/** As phones show it: 【三明财政】. */
export const demoSignature = '三明财政';
/** Every text that the platform sends, as it is registered at the simulated text message platform. */
export const demoTemplateIds: Readonly<Record<TextTemplateName, string>> = Object.fromEntries(textTemplateNames.map((name, index) => [name, `TPL${String(index + 1).padStart(4, '0')}`])) as Record<TextTemplateName, string>;

const region = '350400';
const deptcode = '350400001';
/** Where the simulated data sharing platform keeps its front database; the platform writes into the same file. */
export const frontFolder = (config: Config): string => resolve(config.dataFolder, 'simulators', 'data-sharing');

const secretNames = ['province-call', 'province-message', 'e-bill', 'text-secret', 'text-push-token', 'line-call', 'line-message'] as const;
const lineRegion = '350404';
const lineNodes = { own: 'F350404', partner: 'K3504040001' } as const;

/** Writes the description of the simulated outside for the ports of this start, and its secrets where there are none. Safe beside others that do the same. */
export function demoOutside(config: Config): DemoOutside {
  const folder = resolve(config.dataFolder, 'demo', 'outside');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [callKey, messageKey, eBillKey, secretKey, pushToken, callToken, messageToken] = secretNames.map((name) => secretOf(join(folder, `${name}.key`))) as [string, string, string, string, string, string, string];
  const file = join(folder, 'outside-systems.json');
  const text = JSON.stringify(description(config), undefined, 2);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, text, { mode: 0o600 });
    renameSync(fresh, file);
  }
  return {
    file, province: { region, deptcode, appid: 'TONGJIAO', callKey, messageKey }, line: { callToken, messageToken, nodes: lineNodes }, eBill: { appid: 'TONGJIAO', key: eBillKey, place: { region, deptcode } },
    text: { ecName: '三明市财政局', apId: 'smfs', secretKey, sign: 'SIGN0001', pushToken },
  };
}

function secretOf(file: string): string {
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

function description(config: Config): OutsideFile {
  const at = (port: number): string => `http://127.0.0.1:${port}`;
  return {
    provinces: [{
      dialect: 'bosssoft-json', callKeyFile: 'province-call.key', messageKeyFile: 'province-message.key',
      settings: { environment: 'simulator', baseUrl: at(config.provincePort), region, deptCode: deptcode, appId: 'TONGJIAO', signing: { form: 'sm3-upper' } },
    }, {
      dialect: 'cnnontax-xml', callKeyFile: 'line-call.key', messageKeyFile: 'line-message.key',
      settings: {
        environment: 'simulator', region: lineRegion, line: { host: '127.0.0.1', port: config.provinceLinePort }, nodes: { ours: lineNodes.partner, province: lineNodes.own },
        mac: 'sm3-token-prefix', ownCodes: { system: '35' }, receiver: { name: '三元区财政局', account: '35000000000000000001', bank: '模拟银行三元支行', bankNo: '104395000018' },
        listen: { host: '127.0.0.1', port: config.provinceEarPort, sources: ['127.0.0.0/8'] },
      },
    }],
    eBills: [{
      eBillRegionCodes: ['35'], keyFile: 'e-bill.key',
      settings: {
        apiUrl: `${at(config.eBillPort)}/standard-web/api/standard`, place: { region, deptcode }, appid: 'TONGJIAO', digest: 'sm3-upper', placeCode: 'PT001', kindCode: '0101',
        cashier: '通缴平台', author: '通缴平台', pageOrigins: [at(config.eBillPort)],
      },
    }],
    textMessages: {
      secretKeyFile: 'text-secret.key', pushTokenFile: 'text-push-token.key',
      settings: {
        environment: 'simulator', signature: demoSignature, baseUrl: `${at(config.textMessagePort)}/sms`, ecName: '三明市财政局', apId: 'smfs', sign: 'SIGN0001', canQuery: true, pushNetworks: ['127.0.0.0/8', '::1/128'],
        templateIds: demoTemplateIds,
      },
    },
    dataSharing: { way: 'front-database', settings: { database: `sqlite:${join(frontFolder(config), 'front.db')}` } },
  };
}
