import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { PublicKeys } from '../../adapters/outbound/crypto/public-keys.js';
import { checkAccount as checkAlipay } from '../../adapters/outbound/channels/alipay/account.js';
import { checkAccount as checkUnionPay } from '../../adapters/outbound/channels/unionpay/account-check.js';
import { AsyncRequestTrail } from '../../adapters/outbound/system/async-request-trail.js';
import { PinoJournal } from '../../adapters/outbound/system/pino-journal.js';
import { WallClock } from '../../adapters/outbound/system/wall-clock.js';
import { FirstPlaces } from '../../application/directory/first-places.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { isSameKey, type Developer, type DeveloperKey } from '../../domain/directory/developer.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import { fen, type Fen } from '../../domain/kernel/money.js';
import { ConfigError, readConfig } from '../config.js';
import { openResources, type Resources } from '../resources.js';
import { directoryFile, type DirectoryFile } from './directory/directory-file.js';

const by = { kind: 'operator', code: 'directory-command', address: undefined } as const;

/** `npm run directory -- file.json` loads developers, payees and channel accounts; `-- --public-keys` prints the platform's own. */
async function main(): Promise<void> {
  const argument = process.argv[2];
  if (argument === undefined) throw new ConfigError('name a directory file, or --public-keys');
  const file = argument === '--public-keys' ? undefined : readFile(argument);
  const resources = await openResources(readConfig(process.env), new WallClock(), { journal: new PinoJournal('warn'), trail: new AsyncRequestTrail() }, process.env, 'command');
  try {
    if (file) await load(resources, file);
    else for (const algorithm of ['RSA2', 'SM2']) process.stdout.write(`${algorithm}\n${await resources.signer.publicKeyPem(`platform.${algorithm}`)}`);
  } finally {
    await resources.close();
  }
}

function readFile(name: string): DirectoryFile {
  const content: unknown = JSON.parse(readFileSync(name, 'utf8'));
  const check = new Ajv({ allErrors: true }).compile(directoryFile);
  if (check(content)) return content;
  throw new ConfigError(`${name} is not a directory file: ${(check.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message ?? ''}`).join('; ')}`);
}

/** Everything is checked before anything is saved. */
async function load(resources: Resources, file: DirectoryFile): Promise<void> {
  for (const key of file.keys ?? []) {
    if (!resources.keyStore.has(key.name)) await resources.keyStore.importSigningKey(key.name, key.algorithm, readFileSync(key.pemFile, 'utf8'));
  }
  const now = new WallClock().now();
  const accounts = await Promise.all((file.channelMerchants ?? []).map(async (given): Promise<ChannelMerchant> => {
    const known = await resources.directory.channelMerchant(given.channelMerchantId);
    return { ...given, channelAppId: given.channelAppId, remark: given.remark ?? known?.remark ?? '', createdAt: known?.createdAt ?? resources.clock.now(), version: 1 };
  }));
  for (const account of accounts) await checkAccount(resources, account);
  const developers = await Promise.all((file.developers ?? []).map(async (given) =>
    developerOf(given, await resources.unitOfWork.read(({ directory }) => directory.developers.one({ devId: given.devId })), resources.clock.now())));
  for (const developer of developers) await resources.directoryEditor.saveDeveloper(developer, by);
  for (const payee of file.payees ?? []) {
    const { refundReviewAboveFen, ...rest } = payee;
    const known = await resources.directory.payee(rest.merchantNo);
    await resources.directoryEditor.savePayee({
      // What a file from before does not name stays as it was set in the console.
      ...rest, institutionNo: rest.institutionNo ?? known?.institutionNo, industryCode: rest.industryCode ?? known?.industryCode, remark: rest.remark ?? known?.remark ?? '', createdAt: now,
      regionCode: rest.regionCode, payNotifyUrl: rest.payNotifyUrl, refundNotifyUrl: rest.refundNotifyUrl, defaultReturnUrl: rest.defaultReturnUrl,
      refundReviewAbove: maybeFen(refundReviewAboveFen), chargingUnit: rest.chargingUnit, isNoticeFirst: rest.isNoticeFirst ?? false,
      slipRefundPolicy: rest.slipRefundPolicy ?? 'direct-until-settled', version: 1,
    }, by);
  }
  for (const region of file.nontaxRegions ?? []) await resources.directoryEditor.saveNontaxRegion({ ...region, version: 1 }, by);
  for (const { lowestPriceFen, highestPriceFen, ...item } of file.nontaxItems ?? []) {
    await resources.directoryEditor.saveNontaxItem({ ...item, nationalCode: item.nationalCode, lowestPrice: maybeFen(lowestPriceFen), highestPrice: maybeFen(highestPriceFen), version: 1 }, by);
  }
  for (const account of accounts) await resources.directoryEditor.saveChannelMerchant(account, by);
  for (const link of file.payeeChannels ?? []) {
    const known = (await resources.directory.channelsOf(link.merchantNo)).find(({ channelMerchantId }) => channelMerchantId === link.channelMerchantId);
    await resources.directoryEditor.savePayeeChannel({ ...link, remark: link.remark ?? known?.remark ?? '', createdAt: now, version: 1 }, by);
  }
  await new FirstPlaces({ unitOfWork: resources.unitOfWork, ids: resources.ids, clock: resources.clock }).run();
  process.stdout.write(`saved ${developers.length} developers, ${file.payees?.length ?? 0} payees, ${accounts.length} channel merchants, ${file.payeeChannels?.length ?? 0} links, ${file.nontaxRegions?.length ?? 0} regions, ${file.nontaxItems?.length ?? 0} items\n`);
}

const maybeFen = (text: string | undefined): Fen | undefined => (text === undefined ? undefined : fen(text));

/** What the file does not say and the console keeps, stays: contact, roles, and since when a key is accepted. */
function developerOf(given: NonNullable<DirectoryFile['developers']>[number], known: Developer | undefined, now: EpochMs): Developer {
  const { algorithm, sm2Encoding, sm2UserId, publicKeys, ...rest } = given;
  const reader = new PublicKeys();
  const keys = publicKeys.map((key): DeveloperKey => {
    const read = reader.read(algorithm, key);
    if (!read.ok) throw new ConfigError(`public key of ${given.devId}: ${read.why}`);
    process.stdout.write(`${given.devId} key fingerprint (SM3) ${read.fingerprint}\n`);
    return known?.keys.find(({ pem }) => isSameKey(pem, read.pem)) ?? { pem: read.pem, since: now, until: undefined };
  });
  const scheme = { algorithm, ...(sm2Encoding === undefined ? {} : { sm2Encoding }), ...(sm2UserId === undefined ? {} : { sm2UserId }) };
  return {
    ...rest, scheme, keys, textsPayers: rest.textsPayers ?? true, personalBillUrl: rest.personalBillUrl, roleCodes: known?.roleCodes ?? [], contactName: known?.contactName ?? '',
    contactMobile: known?.contactMobile, createdAt: known?.createdAt ?? now, version: 1,
  };
}

/** CHN-03, CHN-04, CHN-06, CHN-07: an account that cannot be trusted is refused here and not when money moves. */
async function checkAccount(resources: Resources, account: ChannelMerchant): Promise<void> {
  if (resources.config.profile === 'production' && account.environment !== 'production') throw new ConfigError(`${account.channelMerchantId} belongs to a test environment`);
  if (!resources.keyStore.has(account.keyName)) throw new ConfigError(`${account.channelMerchantId} names the signing key ${account.keyName}, which the key store does not hold`);
  if (account.payChannel === 'unionpay') {
    const complaints = checkUnionPay(account);
    if (complaints.length > 0) throw new ConfigError(`${account.channelMerchantId}: ${complaints.join('; ')}`);
    return;
  }
  const checked = await checkAlipay(account, resources.signer);
  if (!checked.ok) throw new ConfigError(`${account.channelMerchantId}: ${checked.refusal}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
