import { randomUUID } from 'node:crypto';
import { ContainerModule } from 'inversify';
import { watchedChannel } from '../../adapters/outbound/channels/watched-channel.js';
import { runningSm3 } from '../../adapters/outbound/crypto/digests.js';
import { SharedBuckets } from '../../adapters/outbound/system/shared-buckets.js';
import type { ChannelAddresses } from '../../application/payments/channel-addresses.js';
import type { Measurements } from '../../application/ports/measurements.js';
import { publicBaseUrl, type Config } from '../config.js';
import type { Resources } from '../resources.js';
import { tokens as t } from '../tokens.js';

/** What we call and store with, as opened at start. */
export const outbound = (resources: Resources, measurements: Measurements): ContainerModule => new ContainerModule(({ bind }) => {
  bind(t.config).toConstantValue(resources.config);
  bind(t.clock).toConstantValue(resources.clock);
  bind(t.ids).toConstantValue(resources.ids);
  bind(t.journal).toConstantValue(resources.journal);
  bind(t.trail).toConstantValue(resources.trail);
  bind(t.measurements).toConstantValue(measurements);
  const limits = sharedBuckets(resources);
  bind(t.rateLimiter).toConstantValue(limits);
  bind(t.sharedLimits).toConstantValue(limits);
  bind(t.digests).toConstantValue(resources.digests);
  bind(t.signer).toConstantValue(resources.signer);
  bind(t.verifier).toConstantValue(resources.verifier);
  bind(t.certificates).toConstantValue(resources.certificates);
  bind(t.vault).toConstantValue(resources.vault);
  bind(t.decoyKeyPem).toConstantValue(resources.decoyKeyPem);
  bind(t.unitOfWork).toConstantValue(resources.unitOfWork);
  bind(t.jobBoard).toConstantValue(resources.jobBoard);
  bind(t.jobTransport).toConstantValue(resources.jobTransport);
  bind(t.directory).toConstantValue(resources.directory);
  bind(t.directoryEditor).toConstantValue(resources.directoryEditor);
  bind(t.keptFiles).toConstantValue(resources.keptFiles(runningSm3));
  bind(t.keyWalk).toConstantValue(resources.keyWalk);
  bind(t.rowIntegrity).toConstantValue(resources.rowIntegrity);
  bind(t.auditChain).toConstantValue(resources.auditChain);
  bind(t.channels).toConstantValue({
    alipay: watchedChannel(resources.channels.alipay, resources.journal, measurements), unionpay: watchedChannel(resources.channels.unionpay, resources.journal, measurements),
  });
  bind(t.textLine).toConstantValue(resources.outside.textMessages);
  bind(t.billIssuers).toConstantValue(resources.outside.billIssuers);
  bind(t.provinces).toConstantValue(resources.outside.provinces);
  bind(t.lists).toConstantValue(resources.lists);
  bind(t.bills).toConstantValue(resources.bills);
  bind(t.merchantCallbacks).toConstantValue(resources.merchantCallbacks);
  bind(t.addressProbe).toConstantValue(resources.merchantCallbacks);
  bind(t.personalBills).toConstantValue(resources.personalBills);
  bind(t.returnAddresses).toConstantValue(resources.returnAddresses);
  bind(t.addresses).toConstantValue(ownAddresses(resources.config));
});

/** Digests are keyed by the installation's key store, which all its processes share; 128 bits tell keys apart. */
const sharedBuckets = ({ limitExchange, sharesLimits, vault, journal }: Resources): SharedBuckets => new SharedBuckets({
  exchange: limitExchange, isShared: sharesLimits, journal, process: randomUUID(), digestsOf: (key) => vault.blindIndexes('limit_note.key', key).map((index) => index.slice(0, 32)), phaseOfKeys: () => vault.indexKeys(),
});

/** Our addresses as channels and browsers see them; the routes are in adapters/inbound/http/public-app. */
function ownAddresses(config: Config): ChannelAddresses {
  const base = publicBaseUrl(config);
  return {
    notifyUrl: (payChannel) => `${base}/channels/${payChannel}/notify`,
    returnUrl: (payChannel, cashierToken) => `${base}/channels/${payChannel}/return/${cashierToken}`,
    quitUrl: (cashierToken) => `${base}/pay/${cashierToken}/back`,
  };
}
