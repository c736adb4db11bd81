import { Connections, fire } from './load.js';
import { residentMb, watchMemory } from './process-figures.js';
import type { Product } from './product.js';
import type { RequestMaker } from './requests.js';
import type { Settings } from './settings.js';
import type { Latencies } from './statistics.js';

export interface OverloadFigures {
  readonly connections: number;
  /** Places of the admission queue: the product's default. */
  readonly maxInFlight: number;
  readonly servedPerSecond: number; readonly busyPerSecond: number; readonly errors: number; readonly firstError: string | undefined;
  readonly served: Latencies; readonly refused: Latencies;
  readonly memoryMb: { readonly before: number; readonly highest: number; readonly after: number };
}

/** Bodies at hand; a body that was answered "busy" goes round again, so few are used up. */
const bodiesPerSecond = 1_500;

/** Many more connections than places, each sending without a pause. */
export async function measureOverload(product: Product, maker: RequestMaker, maxInFlight: number, settings: Settings): Promise<OverloadFigures> {
  const connections = await new Connections(settings.overloadConnections).open(product.site.baseUrl);
  const bodies = maker.creates(Math.ceil(bodiesPerSecond * settings.overloadMs / 1000)).map((one) => one.body);
  const before = residentMb(product.pid);
  const stopWatching = watchMemory(product.pid);
  const result = await fire(connections, `${product.site.baseUrl}/gateway`, bodies, settings.overloadMs);
  const highest = stopWatching();
  connections.close();
  return {
    connections: settings.overloadConnections, maxInFlight, servedPerSecond: result.rate, busyPerSecond: result.busy / result.seconds, errors: result.errors, firstError: result.firstError,
    served: result.latencies, refused: result.busyLatencies, memoryMb: { before, highest, after: residentMb(product.pid) },
  };
}
