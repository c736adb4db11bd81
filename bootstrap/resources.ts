import { createAlipayChannel } from '../adapters/outbound/channels/alipay/alipay-channel.js';
import { confirmedBills, confirmedChannel } from '../adapters/outbound/channels/confirmed-channel.js';
import { AlipayBills } from '../adapters/outbound/channels/alipay/bills/alipay-bills.js';
import { UnionPayBills } from '../adapters/outbound/channels/unionpay/bills/unionpay-bills.js';
import { createUnionPayChannel } from '../adapters/outbound/channels/unionpay/unionpay-channel.js';
import { NodeDigests } from '../adapters/outbound/crypto/digests.js';
import type { KeyStore } from '../adapters/outbound/crypto/keystore/key-store.js';
import { watchKeyStore } from '../adapters/outbound/crypto/keystore/key-store-watch.js';
import { NodeSigner } from '../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../adapters/outbound/crypto/node-verifier.js';
import { createSm2Engine, selfTestCrypto } from '../adapters/outbound/crypto/self-test.js';
import { SoftwareVault } from '../adapters/outbound/crypto/software-vault.js';
import { X509Certificates } from '../adapters/outbound/crypto/x509-certificates.js';
import { HttpPersonalBills } from '../adapters/outbound/city-app/http-personal-bills.js';
import { HttpCallbacks } from '../adapters/outbound/merchant-callbacks/http-callbacks.js';
import { SignedReturn } from '../adapters/outbound/merchant-callbacks/signed-return.js';
import { sqlPersistence, type Persistence } from '../adapters/outbound/persistence/sql/sql-persistence.js';
import type { SqlEngine } from '../adapters/outbound/persistence/sql/engine.js';
import { checkKeyMark } from '../adapters/outbound/persistence/sql/key-mark.js';
import { SqlListReader } from '../adapters/outbound/persistence/sql/lists/sql-list-reader.js';
import { SqlDayFigures } from '../adapters/outbound/persistence/sql/sql-day-figures.js';
import { SqlNodeNumbers } from '../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { SqlPayCodes } from '../adapters/outbound/persistence/sql/sql-pay-codes.js';
import { moneyTableNames } from '../adapters/outbound/persistence/sql/coded-tables.js';
import { prepareDirectoryCodes } from '../adapters/outbound/persistence/sql/directory-code-mark.js';
import { prepareRowCodes } from '../adapters/outbound/persistence/sql/row-code-mark.js';
import { pinDirectoryRows } from '../adapters/outbound/persistence/sql/row-journal/directory-pins.js';
import { UnitRunner } from '../adapters/outbound/persistence/sql/unit-runner.js';
import { UnusableDatabase } from '../adapters/outbound/persistence/sql/unusable-database.js';
import { TamperWatch } from '../adapters/outbound/persistence/tamper-watch.js';
import { watchedDirectory, watchedEditor } from '../adapters/outbound/persistence/watched-directory.js';
import { WatchedUnitOfWork } from '../adapters/outbound/persistence/watched-unit-of-work.js';
import { NodeLease } from '../adapters/outbound/system/node-lease.js';
import { NumberMaker } from '../adapters/outbound/system/number-maker.js';
import { WireClient } from '../adapters/outbound/wire/http-client.js';
import type { BillsOfChannels } from '../application/ports/channel-bills.js';
import type { Clock } from '../application/ports/clock.js';
import type { JobTransport } from '../application/ports/job-transport.js';
import { AlertInbox } from '../application/alerts/alert-inbox.js';
import { LogBuffer } from '../application/logs/log-buffer.js';
import type { DayFigures } from '../application/ports/day-figures.js';
import type { HeardJournal } from '../application/ports/journal-ears.js';
import type { Journal } from '../application/ports/journal.js';
import type { ListReader } from '../application/ports/list-reader.js';
import type { ProcessRole } from '../application/ports/node-numbers.js';
import type { RequestTrail } from '../application/ports/request-trail.js';
import type { PaymentChannels } from '../application/ports/payment-channel.js';
import type { Config } from './config.js';
import { configuredDatabase, openEngine } from './open-engine.js';
import { hasEnded, processCard } from './process-card.js';
import { onlyProductionAccounts, refuseForeignTexts } from './production-accounts.js';
import { readyDatabase } from './ready-database.js';
import { openOutsideSystems, type OutsideSystems } from './outside/outside-systems.js';
import { demoOutside } from './profiles/embedded/demo-outside.js';
import { openRedis } from './redis.js';
import { keyStoreFile, keyStoreOf } from './secrets.js';

/** Everything that must be opened before the product can be wired, and closed after it has stopped. */
export interface Resources extends Persistence {
  readonly config: Config; readonly clock: Clock; readonly journal: HeardJournal; readonly trail: RequestTrail; readonly ids: NumberMaker; readonly nodeLease: NodeLease;
  readonly keyStore: KeyStore; readonly signer: NodeSigner; readonly verifier: NodeVerifier; readonly certificates: X509Certificates;
  readonly digests: NodeDigests; readonly vault: SoftwareVault; readonly engine: SqlEngine; readonly channels: PaymentChannels;
  readonly bills: BillsOfChannels;
  readonly outside: OutsideSystems;
  readonly lists: ListReader;
  readonly dayFigures: DayFigures;
  /** What is heard of the journal from here on, until it is written where people look it up. */
  readonly alertInbox: AlertInbox; readonly logBuffer: LogBuffer;
  readonly jobTransport: JobTransport;
  /** Whether processes may share limits with this one: asked each second, and nothing is exchanged while it says no. */
  readonly sharesLimits: () => boolean;
  readonly personalBills: HttpPersonalBills;
  readonly merchantCallbacks: HttpCallbacks; readonly returnAddresses: SignedReturn; readonly decoyKeyPem: string; readonly sm2Engine: string;
  close(): Promise<void>;
}

const keepAliveMs = 30_000;
const connectTimeoutMs = 3_000;

/** What the opened things log with, and follow requests by. */
export interface Telling { readonly journal: HeardJournal; readonly trail: RequestTrail }

/** `role`: what the process does that opens them; a command beside running processes never takes the fixed node number of one. */
export async function openResources(
  config: Config, clock: Clock, { journal, trail }: Telling, environment: Readonly<Record<string, string | undefined>>, role: ProcessRole = config.role,
): Promise<Resources> {
  const [alertInbox, logBuffer] = [new AlertInbox(() => clock.now()), new LogBuffer(() => clock.now())];
  // A command says what it has to say to whoever gave it.
  const endEars = role === 'command' ? [] : [alertInbox, logBuffer].map((ear) => journal.listen(ear));
  const tested = selfTestCrypto();
  if (tested.engine !== 'native') journal.alarm('sm2-not-native', { engine: tested.engine });
  const sm2 = createSm2Engine();
  const keyStore = await keyStoreOf(config, environment);
  const [signer, verifier, certificates, digests, vault] = [new NodeSigner({ signingKey: (name) => keyStore.findSigningKey(name) }, sm2), new NodeVerifier(sm2), new X509Certificates(sm2), new NodeDigests(), new SoftwareVault(keyStore)];
  const engine = await readyEngine(config, clock, journal, environment, vault);
  const endWatch = watchKeyStore(keyStore, keyStoreFile(config), journal);
  const ids = new NumberMaker(clock);
  const nodeLease = new NodeLease({
    numbers: new SqlNodeNumbers(new UnitRunner(engine)), maker: ids, clock, wallNow: () => Date.now(), self: processCard(role), fixed: role === 'command' ? undefined : config.nodeNumber, hasEnded, journal,
  });
  await nodeLease.start().catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  const plain = sqlPersistence(engine, { vault, clock, ids, wallNow: () => performance.now() });
  const watch = new TamperWatch(journal);
  const stored = { ...plain, unitOfWork: new WatchedUnitOfWork(plain.unitOfWork, watch), directory: watchedDirectory(plain.directory, watch), directoryEditor: watchedEditor(plain.directoryEditor, watch) };
  const persistence = config.profile === 'production' ? { ...stored, directory: onlyProductionAccounts(stored.directory, journal) } : stored;
  const redis = await openRedis(config, environment, journal);
  const channelHttp = { alipay: new WireClient({ maxConnections: 64, keepAliveMs, connectTimeoutMs }), unionpay: new WireClient({ maxConnections: 64, keepAliveMs, connectTimeoutMs }) };
  const needs = {
    alipay: { signer, verifier, http: channelHttp.alipay, clock, journal }, unionpay: { signer, verifier, certificates, digests, http: channelHttp.unionpay, clock, journal },
  };
  const outside = openOutsideSystems(config.outsideSystems ?? (config.profile === 'embedded' ? demoOutside(config).file : undefined), {
    digests, signer, verifier, clock, journal, payCodes: (region, system) => new SqlPayCodes(new UnitRunner(engine), region, system),
    isProduction: config.profile === 'production',
    spentMessages: stored.spentNumbers,
  }, environment);
  if (config.profile === 'production') refuseForeignTexts(outside.textMessages);
  const callbackHttp = new WireClient({ maxConnections: 16, keepAliveMs, connectTimeoutMs: 5_000, allowedNetworks: callbackNetworks(config) });
  return {
    config, clock, journal, trail, ids, nodeLease, keyStore, signer, verifier, certificates, digests, vault, engine, ...persistence, sm2Engine: tested.engine,
    jobTransport: redis.jobTransport, limitExchange: redis.limitExchange ?? persistence.limitExchange,
    // Several hosts are known by their common Redis, or by the table of processes.
    sharesLimits: () => redis.limitExchange !== undefined || nodeLease.others() > 0,
    channels: { alipay: confirmedChannel(createAlipayChannel(needs.alipay)), unionpay: confirmedChannel(createUnionPayChannel(needs.unionpay)) },
    outside, lists: new SqlListReader(new UnitRunner(engine), vault, watch), dayFigures: new SqlDayFigures(new UnitRunner(engine), vault, watch), alertInbox, logBuffer,
    bills: { alipay: confirmedBills(new AlipayBills(needs.alipay)), unionpay: confirmedBills(new UnionPayBills(needs.unionpay)) },
    personalBills: new HttpPersonalBills(callbackHttp, signer, clock, config.profile === 'production'),
    merchantCallbacks: new HttpCallbacks(callbackHttp, signer, clock), returnAddresses: new SignedReturn(signer, persistence.directory, clock),
    decoyKeyPem: await signer.publicKeyPem('decoy.RSA2'),
    close: async () => {
      endWatch();
      for (const end of endEars) end();
      await Promise.all([channelHttp.alipay.close(), channelHttp.unionpay.close(), callbackHttp.close(), outside.close(), redis.close()]);
      await nodeLease.end();
      await engine.close();
    },
  };
}

async function readyEngine(config: Config, clock: Clock, journal: Journal, environment: Readonly<Record<string, string | undefined>>, vault: SoftwareVault): Promise<SqlEngine> {
  const engine = openEngine(configuredDatabase(config, environment));
  try {
    await readyDatabase(engine, config, journal);
    await checkKeyMark(new UnitRunner(engine), vault);
    const codes = await prepareRowCodes(new UnitRunner(engine), vault, moneyTableNames, clock.now());
    const directoryCodes = await prepareDirectoryCodes(new UnitRunner(engine), vault, clock.now());
    if (codes === 'lost' || directoryCodes === 'lost') journal.alarm('row-code-mark-lost');
    if (directoryCodes === 'none') throw new UnusableDatabase('every row of the directory was to carry a code, and not one does: rows of an earlier release were restored beside tables of this one, or somebody took the codes away; restore into an empty schema, then migrate (docs/operate/integrity.md)');
    if (codes === 'none') throw new UnusableDatabase('every order, attempt and refund was to carry a code, and not one does: a dump of an earlier release was restored beside tables of this one; restore it into an empty schema, then migrate (docs/operate/backup.md)');
    await pinDirectoryRows(new UnitRunner(engine), vault, clock.now());
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Business systems of the embedded profile live on this machine; elsewhere nobody is called who was not named. */
const callbackNetworks = (config: Config): readonly string[] =>
  config.callbackNetworks.length > 0 || config.profile === 'production' ? config.callbackNetworks : ['127.0.0.0/8', '::1/128'];
