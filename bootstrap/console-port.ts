import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Container } from 'inversify';
import { auditRoutes } from '../adapters/inbound/console-api/audit-routes.js';
import { BodyCheck } from '../adapters/inbound/console-api/body.js';
import { callbackRoutes } from '../adapters/inbound/console-api/callback-routes.js';
import { caseRoutes } from '../adapters/inbound/console-api/case-routes.js';
import { choiceRoutes } from '../adapters/inbound/console-api/choice-routes.js';
import { consoleApp } from '../adapters/inbound/console-api/console-server.js';
import { exportRoutes } from '../adapters/inbound/console-api/export-routes.js';
import { listRoutes } from '../adapters/inbound/console-api/list-routes.js';
import { operatorRoutes } from '../adapters/inbound/console-api/operator-routes.js';
import { orderRoutes } from '../adapters/inbound/console-api/order-routes.js';
import { ownRoutes } from '../adapters/inbound/console-api/own-routes.js';
import type { ConsoleRoute } from '../adapters/inbound/console-api/route.js';
import { signInRoutes } from '../adapters/inbound/console-api/sign-in-routes.js';
import type { SignedIn } from '../application/operators/check-session.js';
import { proxyList } from '../adapters/inbound/http/request-context.js';
import { ServerDrain } from '../adapters/inbound/http/server-drain.js';
import { consoleBaseUrl, type Config } from './config.js';
import { listen } from './listen.js';
import { tokens } from './tokens.js';

/** Where `vite build` puts the pages. */
const pagesFolder = fileURLToPath(new URL('../adapters/web/console', import.meta.url));
const timeouts = { keepAliveMs: 65_000, headersMs: 15_000, requestMs: 30_000 };

/** Every address of the console's interface. */
export function consoleRoutes(container: Container, config: Config): readonly ConsoleRoute[] {
  const desk = container.get(tokens.operatorDesk);
  const facts = { ...desk.rules, platformName: '通缴 非税收入收缴公共平台', isEmbedded: config.profile === 'embedded' };
  const noteDenied = ({ operator }: SignedIn, listName: string, asker: { readonly address: string; readonly requestId: string }) => desk.noteDenied.run(operator, `列表 ${listName}`, asker);
  return [
    ...signInRoutes(desk), ...ownRoutes({ ...desk, facts }), ...operatorRoutes(desk), ...choiceRoutes(desk), ...auditRoutes(desk),
    ...listRoutes({ lists: container.get(tokens.lists), now: () => container.get(tokens.clock).now(), noteDenied }),
    ...orderRoutes({ confirmPayment: container.get(tokens.confirmPayment), reviewRefund: container.get(tokens.reviewRefund) }),
    ...callbackRoutes({
      resend: container.get(tokens.resendCallback), batches: container.get(tokens.resendGivenUp), health: container.get(tokens.showHealth), test: container.get(tokens.testAddress),
      unitOfWork: container.get(tokens.unitOfWork), now: () => container.get(tokens.clock).now(),
    }),
    ...caseRoutes({
      notes: container.get(tokens.writeNote), giveBack: container.get(tokens.giveBack), startRun: container.get(tokens.startRun), cancelRun: container.get(tokens.cancelRun), directory: container.get(tokens.directory),
    }),
    ...exportRoutes({ desk: container.get(tokens.exportDesk), noteDenied }),
  ];
}

/** Opens the port of the console where this installation has one. */
export async function openConsolePort(container: Container, config: Config): Promise<ServerDrain | undefined> {
  const origin = consoleBaseUrl(config);
  if (origin === undefined) return undefined;
  const [desk, routes, isSecure] = [container.get(tokens.operatorDesk), consoleRoutes(container, config), origin.startsWith('https://')];
  const origins = isSecure ? [origin] : [origin, `http://localhost:${config.consolePort}`];
  const server = createServer(consoleApp({
    journal: container.get(tokens.journal), isSecure, pagesFolder: existsSync(`${pagesFolder}/index.html`) ? pagesFolder : undefined,
    door: {
      routes, checkSession: desk.checkSession, bodies: new BodyCheck(routes), proxies: proxyList(config.trustedProxies), isSecure, origins,
      noteDenied: ({ operator }, route, { asker }) => desk.noteDenied.run(operator, route.summary, asker),
    },
  }));
  server.keepAliveTimeout = timeouts.keepAliveMs;
  server.headersTimeout = timeouts.headersMs;
  server.requestTimeout = timeouts.requestMs;
  const drain = new ServerDrain(server);
  await listen(server, config.host, config.consolePort, 'consolePort');
  return drain;
}
