import { InProcessTransport } from '../../../adapters/outbound/queue/in-process/in-process-transport.js';
import { BullTransport } from '../../../adapters/outbound/queue/bullmq/bull-transport.js';
import { until } from '../../unit/inbound/workshop.js';
import { listenedLine, ownPrefix, removeKeys } from '../../support/redis.js';
import { onServer, redisServer } from '../../support/servers.js';
import { boundedTransportContract, jobTransportContract, type OpenedTransport } from './job-transport.contract.js';

jobTransportContract('in this process', async () => {
  const transport = new InProcessTransport();
  return { host: async () => transport, close: () => transport.close() };
});

onServer(redisServer, 'on Redis', (url) => {
  const open = async (): Promise<OpenedTransport> => {
    const prefix = ownPrefix();
    const hosts: { readonly transport: BullTransport; end(): void }[] = [];
    return {
      host: async () => {
        const { line, journal } = listenedLine(url);
        const transport = new BullTransport({ line, prefix, journal });
        // Words before that would stay with the host that has them.
        await until(() => line.ready);
        hosts.push({ transport, end: () => line.close() });
        return transport;
      },
      close: async () => {
        for (const { transport, end } of hosts) {
          await transport.close();
          end();
        }
        await removeKeys(url, prefix);
      },
    };
  };
  jobTransportContract('by BullMQ', open);
  boundedTransportContract('by BullMQ', open);
});
