import { consoleOpenApi } from '../../adapters/inbound/console-api/openapi.js';
import type { ConsoleRoute } from '../../adapters/inbound/console-api/route.js';

export const consoleOpenApiFile = 'docs/reference/console-openapi.json';

/** JSON whose outer levels have a line for each member: an address, a schema, a list each stand on one line, so that two changes seldom meet. */
function lined(value: unknown, levels: number): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  return `{\n${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${lined(inner, levels - 1)}`).join(',\n')}\n}`;
}

/** docs/reference/console-openapi.json: what the console answers at `/console/api/openapi.json`. */
export const consoleOpenApiJson = (routes: readonly ConsoleRoute[]): string => `${lined(consoleOpenApi(routes), 3)}\n`;
