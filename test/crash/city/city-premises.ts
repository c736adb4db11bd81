import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askJson, OutsideLink } from '../../../bootstrap/profiles/embedded/outside-link.js';
import { demoDevelopers, demoLinks, demoMethods, demoPayees } from '../../../bootstrap/profiles/embedded/demo-city.js';
import { provision, type DemoCredentials } from '../../../bootstrap/profiles/embedded/provision.js';
import type { Resources } from '../../../bootstrap/resources.js';
import type { Payee } from '../../../domain/directory/payee.js';
import { freePorts } from '../../support/free-ports.js';
import { besidePlatform } from '../beside-platform.js';
import { findPremises, type Foundations, type Premises } from '../premises.js';
import { noticeFirstPayee, lineItem, linePayee, lineRegion } from './city-directory.js';

const by = { kind: 'system', code: 'crash-suite', address: undefined } as const;
/** What both ends of the line have agreed on beyond the norm: a confirmation, and the question who paid. */
const agreed = { confirm: '2602', state: '8997' } as const;

/** Premises on which all outside systems of the city are connected. */
export interface CityPremises extends Premises {
  readonly provinceUrl: string;
  readonly eBillUrl: string;
  readonly textMessageUrl: string;
  readonly cityAppUrl: string;
  readonly dataSharingUrl: string;
}

const systemsFile = (dataFolder: string, name: string): string => join(dataFolder, 'demo', 'outside', name);

export async function findCityPremises(foundations?: Foundations): Promise<CityPremises> {
  const found = await findPremises(foundations);
  // The demo business systems listen elsewhere: callbacks are heard by the suite itself.
  const [elsewhere = 0] = await freePorts(1);
  const at = (name: string): string => `http://127.0.0.1:${found.environment[`TONGJIAO_${name}_PORT`] ?? ''}`;
  return {
    ...found, credentialsFile: join(found.dataFolder, 'crash-credentials.json'),
    environment: { ...found.environment, TONGJIAO_OUTSIDE_SYSTEMS: systemsFile(found.dataFolder, 'crash-systems.json') },
    outsideEnvironment: { ...found.environment, TONGJIAO_BUSINESS_PORT: String(elsewhere) },
    provinceUrl: at('PROVINCE'), eBillUrl: at('E_BILL'), textMessageUrl: at('TEXT_MESSAGE'), cityAppUrl: at('CITY_APP'), dataSharingUrl: at('DATA_SHARING'),
  };
}

/** Between the start of the outside and that of the platform: what the demo city lacks, in the directory and at both ends of the line. */
export async function prepareCity(premises: CityPremises, now: number): Promise<void> {
  const described = JSON.parse(readFileSync(systemsFile(premises.dataFolder, 'outside-systems.json'), 'utf8')) as { readonly provinces: { readonly dialect: string; settings: object }[] };
  for (const province of described.provinces) if (province.dialect === 'cnnontax-xml') province.settings = { ...province.settings, msgNo: agreed };
  writeFileSync(systemsFile(premises.dataFolder, 'crash-systems.json'), JSON.stringify(described), { mode: 0o600 });
  await askJson('POST', `${premises.provinceUrl}/sim/switches`, { normConfirm: agreed.confirm });
  await besidePlatform(premises, now, async (resources) => {
    const demo = JSON.parse(readFileSync(await provision(resources, new OutsideLink(resources.config)), 'utf8')) as DemoCredentials;
    writeFileSync(premises.credentialsFile, JSON.stringify({ ...demo, developers: [...demo.developers, await furnish(resources, premises)] }), { mode: 0o600 });
  });
  await askJson('POST', `${premises.outsideUrl}/sim/business`, { credentialsFile: premises.credentialsFile });
}

/** Saves region, items, payees and their developer; gives the developer's account. */
async function furnish({ directoryEditor, directory, signer }: Resources, premises: CityPremises): Promise<DemoCredentials['developers'][number]> {
  const usual = demoPayees[0];
  const callbacks = `http://127.0.0.1:${premises.businessPort}/callbacks`;
  const payees: readonly Payee[] = [noticeFirstPayee, linePayee].map((own) => ({ ...usual as Payee, payNotifyUrl: callbacks, refundNotifyUrl: callbacks, ...own }));
  await directoryEditor.saveNontaxRegion(lineRegion, by);
  await directoryEditor.saveNontaxItem(lineItem, by);
  for (const payee of payees) {
    await directoryEditor.savePayee(payee, by);
    for (const link of demoLinks.filter(({ merchantNo }) => merchantNo === usual?.merchantNo)) await directoryEditor.savePayeeChannel({ ...link, merchantNo: payee.merchantNo }, by);
  }
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const like = await directory.developer(demoDevelopers[0]?.devId ?? '');
  if (!like) throw new Error('no demo developer');
  const devId = 'DEV-CRASH-0001';
  await directoryEditor.saveDeveloper({
    ...like, devId, developerName: '全市故障演练系统', scheme: { algorithm: 'RSA2' }, keys: [{ pem: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(), since: undefined, until: undefined }],
    allowedMethods: demoMethods, merchantNos: payees.map(({ merchantNo }) => merchantNo), version: 1,
  }, by);
  return {
    devId, algorithm: 'RSA2', merchantNo: noticeFirstPayee.merchantNo, privateKeyPem: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    platformPublicKeyPem: await signer.publicKeyPem('platform.RSA2'),
  };
}
