import { AggregatorRegistry } from 'prom-client';

/** The metrics of one process as plain data, for another process to merge. */
export type MetricsPart = readonly object[];

/** The exposition text of several processes as one: counts are added, gauges as each says of itself. */
export async function mergedMetrics(parts: readonly MetricsPart[]): Promise<{ readonly contentType: string; readonly body: string }> {
  const merged = AggregatorRegistry.aggregate([...parts]);
  return { contentType: merged.contentType, body: await merged.metrics() };
}

/** What a process that ended leaves behind: its counts go on being true, its gauges do not. */
export async function keptOfEnded(parts: readonly MetricsPart[]): Promise<MetricsPart> {
  const counts = parts.map((part) => part.filter((metric) => 'type' in metric && (metric.type === 'counter' || metric.type === 'histogram')));
  return AggregatorRegistry.aggregate(counts).getMetricsAsJSON();
}
