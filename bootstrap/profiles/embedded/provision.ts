import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Actor } from '../../../domain/audit/audit-entry.js';
import type { ChannelMerchant } from '../../../domain/directory/channel-merchant.js';
import type { Payee } from '../../../domain/directory/payee.js';
import type { Developer } from '../../../domain/directory/developer.js';
import { consoleBaseUrl, publicBaseUrl } from '../../config.js';
import type { Resources } from '../../resources.js';
import { demoAccounts, demoContract, demoDevelopers, demoItems, demoLinks, demoMethods, demoPayees, demoRegions, demoRequestsPerSecond, zoneMerchantNos, type DemoAccount, type DemoDeveloperPlan } from './demo-city.js';
import { paidNoticeUrl } from '../../modules/payment-notices.js';
import { askJson, type OutsideLink } from './outside-link.js';

const by: Actor = { kind: 'system', code: 'embedded-start', address: undefined };

export interface DemoCredentials {
  readonly gatewayUrl: string;
  readonly consoleUrl: string;
  /** The portal is not part of the product yet. */
  readonly portalUrl: null;
  readonly developers: readonly DemoDeveloper[];
}
export interface DemoDeveloper {
  readonly devId: string; readonly algorithm: 'RSA2' | 'SM2'; readonly merchantNo: string; readonly privateKeyPem: string; readonly platformPublicKeyPem: string;
}

/**
 * Makes the demo city usable: channel accounts whose keys the simulators know, payees, developers, and `var/demo/credentials.json` for whoever
 * wants to call the gateway (design section 6). Run at each start of the embedded profile; keys made once are kept.
 */
export async function provision(resources: Resources, outside: OutsideLink): Promise<string> {
  const accounts = await Promise.all(demoAccounts.map((account) => channelMerchant(resources, outside, account)));
  for (const account of accounts) await keep(resources.directory.channelMerchant(account.channelMerchantId), account, (fresh) => resources.directoryEditor.saveChannelMerchant(fresh, by));
  for (const payee of demoPayees) {
    await demoPayee(resources, payee, `${outside.businessUrl}/callbacks`);
  }
  for (const region of demoRegions) await keep(resources.directory.nontaxRegion(region.regionCode), region, (fresh) => resources.directoryEditor.saveNontaxRegion(fresh, by));
  for (const item of demoItems) await keep(resources.directory.nontaxItem(item.regionCode, item.itemCode), item, (fresh) => resources.directoryEditor.saveNontaxItem(fresh, by));
  // The simulated province tells us what was paid elsewhere.
  await askJson('POST', `${outside.provinceUrl}/sim/switches`, { notifyUrl: paidNoticeUrl(resources.config) });
  return developers(resources, outside);
}

/** A payee that is new, with its links; of one that is there what people made of it stays, but for the addresses of the demo business system, whose port may be another one. */
async function demoPayee({ directory, directoryEditor, clock }: Resources, payee: Payee, callbacks: string): Promise<void> {
  const found = await directory.payee(payee.merchantNo);
  if (found === undefined) {
    // Itself last: a start that is cut off in between begins again.
    for (const link of demoLinks.filter(({ merchantNo }) => merchantNo === payee.merchantNo)) await directoryEditor.savePayeeChannel({ ...link, createdAt: clock.now() }, by);
    await directoryEditor.savePayee({ ...payee, payNotifyUrl: callbacks, refundNotifyUrl: callbacks, createdAt: clock.now() }, by);
    return;
  }
  const moved = (url: string | undefined): string | undefined => (url !== undefined && /^http:\/\/127\.0\.0\.1:\d+\/callbacks$/.test(url) ? callbacks : url);
  await keep(Promise.resolve(found), { ...found, payNotifyUrl: moved(found.payNotifyUrl), refundNotifyUrl: moved(found.refundNotifyUrl) }, (fresh) => directoryEditor.savePayee(fresh, by));
}

/** Saves what is new or different; an unchanged city writes nothing at a restart. */
async function keep<T extends { readonly version: number }>(known: Promise<T | undefined>, wanted: T, save: (fresh: T) => Promise<void>): Promise<void> {
  const found = await known;
  const plain = (value: T): string => JSON.stringify({ ...value, version: 0 }, (_name, member: unknown) => (typeof member === 'bigint' ? member.toString() : member));
  if (!found || plain(found) !== plain(wanted)) await save({ ...wanted, version: found?.version ?? wanted.version });
}

async function channelMerchant(resources: Resources, outside: OutsideLink, account: DemoAccount): Promise<ChannelMerchant> {
  const keyName = `${account.payChannel}.${account.channelMerchantId}`;
  const algorithm = account.signMethod === '21' ? 'SM2' : 'RSA2';
  if (!resources.keyStore.has(keyName)) await resources.keyStore.generateSigningKey(keyName, algorithm);
  const publicKeyPem = await resources.signer.publicKeyPem(keyName);
  const settings = account.payChannel === 'alipay' ? await alipaySettings(outside, account, publicKeyPem) : await unionpaySettings(resources, outside, account, publicKeyPem);
  // What people change in the console is theirs.
  const { channelMerchantName = account.name, enabled = true, remark = '', createdAt = resources.clock.now() } = await resources.directory.channelMerchant(account.channelMerchantId) ?? {};
  return {
    channelMerchantId: account.channelMerchantId, payChannel: account.payChannel, channelMerchantName, channelMerchantNo: account.no,
    channelAppId: account.appId, environment: 'simulator', keyName, settings, enabled, remark, createdAt, version: 1,
  };
}

async function alipaySettings(outside: OutsideLink, account: DemoAccount, appPublicKeyPem: string): Promise<Record<string, string>> {
  const { alipayPublicKeyPem } = await askJson<{ alipayPublicKeyPem: string }>('POST', `${outside.alipayUrl}/sim/apps`, { appId: account.appId, sellerId: account.no, appPublicKeyPem });
  return { gatewayUrl: `${outside.alipayUrl}/gateway.do`, alipayPublicKeyPem, ...demoContract };
}

async function unionpaySettings(resources: Resources, outside: OutsideLink, account: DemoAccount, publicKeyPem: string): Promise<Record<string, string>> {
  const known = (await resources.directory.channelMerchant(account.channelMerchantId))?.settings;
  const certified = known?.['certPem'] !== undefined && known['certId'] !== undefined
    ? { certPem: known['certPem'], certId: known['certId'] }
    : await askJson<{ certPem: string; certId: string }>('POST', `${outside.unionpayUrl}/sim/merchant-certificates`, { merId: account.no, publicKeyPem });
  const chain = await askJson<{ rootPem: string; middlePem: string; allowedName: string }>(
    'POST', `${outside.unionpayUrl}/sim/merchants`, { merId: account.no, signMethod: account.signMethod, certPem: certified.certPem });
  const gateway = `${outside.unionpayUrl}/gateway/api`;
  return {
    frontUrl: `${gateway}/frontTransReq.do`, backUrl: `${gateway}/backTransReq.do`, queryUrl: `${gateway}/queryTrans.do`, fileUrl: `${outside.unionpayUrl}/`, ...demoContract, signMethod: account.signMethod ?? '01',
    certId: certified.certId, certPem: certified.certPem, rootPems: JSON.stringify([chain.rootPem]), middlePems: JSON.stringify([chain.middlePem]), allowedNames: JSON.stringify([chain.allowedName]),
  };
}

async function developers(resources: Resources, outside: OutsideLink): Promise<string> {
  const folder = join(resources.config.dataFolder, 'demo');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = resolve(folder, 'credentials.json');
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials : undefined;
  const kept: DemoDeveloper[] = [];
  for (const { developerName, lives, ...demo } of demoDevelopers) {
    const keys = keysOf(demo.algorithm, before?.developers.find((one) => one.devId === demo.devId)?.privateKeyPem);
    kept.push({ ...demo, privateKeyPem: keys.privateKeyPem, platformPublicKeyPem: await resources.signer.publicKeyPem(`platform.${demo.algorithm}`) });
    await keep(resources.directory.developer(demo.devId), {
      devId: demo.devId, developerName, scheme: { algorithm: demo.algorithm }, keys: [{ pem: keys.publicKeyPem, since: resources.clock.now(), until: undefined }], enabled: true, roleCodes: [], contactName: '', contactMobile: undefined, createdAt: resources.clock.now(),
      allowedAddresses: [], allowedMethods: demoMethods, requestsPerSecond: demoRequestsPerSecond, ...rightsOf(lives, demo.merchantNo, outside), version: 1,
    }, (fresh) => resources.directoryEditor.saveDeveloper(fresh, by));
  }
  const credentials: DemoCredentials = { gatewayUrl: `${publicBaseUrl(resources.config)}/gateway`, consoleUrl: `${consoleBaseUrl(resources.config) ?? ''}/console/`, portalUrl: null, developers: kept };
  writeFileSync(`${file}.new`, JSON.stringify(credentials, undefined, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return file;
}

/** A business app acts for its own payee and has its records pushed; the payment zone acts for all that trust it with their dues, and texts payers itself. */
function rightsOf(lives: DemoDeveloperPlan['lives'], merchantNo: string, outside: OutsideLink): Pick<Developer, 'allowedOrigins' | 'merchantNos' | 'textsPayers' | 'personalBillUrl'> {
  const app = { allowedOrigins: [outside.cityAppUrl], personalBillUrl: undefined };
  switch (lives) {
    case 'window': return { allowedOrigins: [outside.businessUrl], merchantNos: demoPayees.map((payee) => payee.merchantNo), textsPayers: true, personalBillUrl: undefined };
    case 'business-app': return { ...app, merchantNos: [merchantNo], textsPayers: true, personalBillUrl: `${outside.cityAppUrl}/openapi/personal-bill/push` };
    case 'payment-zone': return { ...app, merchantNos: zoneMerchantNos, textsPayers: false };
    case 'service-hall': return { allowedOrigins: [outside.serviceHallUrl], merchantNos: [merchantNo], textsPayers: true, personalBillUrl: undefined };
    case 'real-estate': return { allowedOrigins: [outside.realEstateUrl], merchantNos: [merchantNo], textsPayers: true, personalBillUrl: undefined };
  }
}

function keysOf(algorithm: 'RSA2' | 'SM2', privateKeyPem: string | undefined): { privateKeyPem: string; publicKeyPem: string } {
  const pem = privateKeyPem ?? (algorithm === 'RSA2' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'SM2' }))
    .privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { privateKeyPem: pem, publicKeyPem: createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString() };
}
