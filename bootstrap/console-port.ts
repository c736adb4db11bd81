import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Container } from 'inversify';
import { alertRoutes } from '../adapters/inbound/console-api/alert-routes.js';
import { auditRoutes } from '../adapters/inbound/console-api/audit-routes.js';
import { channelMerchantRoutes } from '../adapters/inbound/console-api/channel-merchant-routes.js';
import { channelRoutes } from '../adapters/inbound/console-api/channel-routes.js';
import { callbackRoutes } from '../adapters/inbound/console-api/callback-routes.js';
import { caseRoutes } from '../adapters/inbound/console-api/case-routes.js';
import { choiceRoutes } from '../adapters/inbound/console-api/choice-routes.js';
import { consoleApp } from '../adapters/inbound/console-api/console-server.js';
import { developerKeyRoutes } from '../adapters/inbound/console-api/developer-key-routes.js';
import { developerRoleRoutes } from '../adapters/inbound/console-api/developer-role-routes.js';
import { developerRoutes } from '../adapters/inbound/console-api/developer-routes.js';
import { permissionsOfParts } from '../adapters/inbound/console-api/for-parts.js';
import { exportRoutes } from '../adapters/inbound/console-api/export-routes.js';
import { industryRoutes } from '../adapters/inbound/console-api/industry-routes.js';
import { issueRoutes } from '../adapters/inbound/console-api/issue-routes.js';
import { institutionRoutes } from '../adapters/inbound/console-api/institution-routes.js';
import { listRoutes } from '../adapters/inbound/console-api/list-routes.js';
import { openApiRoute } from '../adapters/inbound/console-api/openapi.js';
import { homeRoutes } from '../adapters/inbound/console-api/home-routes.js';
import { menuRoutes } from '../adapters/inbound/console-api/menu-routes.js';
import { keyRoutes } from '../adapters/inbound/console-api/key-routes.js';
import { operatorRoutes } from '../adapters/inbound/console-api/operator-routes.js';
import { personalDataRoutes } from '../adapters/inbound/console-api/personal-data-routes.js';
import { orderRoutes } from '../adapters/inbound/console-api/order-routes.js';
import { ownRoutes } from '../adapters/inbound/console-api/own-routes.js';
import { regionRoutes } from '../adapters/inbound/console-api/region-routes.js';
import { payeeChannelRoutes } from '../adapters/inbound/console-api/payee-channel-routes.js';
import { payeeRoutes } from '../adapters/inbound/console-api/payee-routes.js';
import type { ConsoleRoute } from '../adapters/inbound/console-api/route.js';
import { signInRoutes } from '../adapters/inbound/console-api/sign-in-routes.js';
import { SeeContactMobile } from '../application/access/see-contact-mobile.js';
import { SeePersonalData } from '../application/access/see-personal-data.js';
import { WithinScope } from '../application/access/within-scope.js';
import { OfferNames } from '../application/lists/offer-names.js';
import type { SignedIn } from '../application/operators/check-session.js';
import { workbenchRoutes } from '../adapters/inbound/console-api/workbench-routes.js';
import { defaultGatewayLimits } from '../adapters/inbound/gateway/router.js';
import { proxyList } from '../adapters/inbound/http/request-context.js';
import { ServerDrain } from '../adapters/inbound/http/server-drain.js';
import { businessDay } from '../domain/kernel/china-time.js';
import { consoleBaseUrl, type Config } from './config.js';
import { listen } from './listen.js';
import { tokens } from './tokens.js';

/** Where `vite build` puts the pages. */
const pagesFolder = fileURLToPath(new URL('../adapters/web/console', import.meta.url));
const timeouts = { keepAliveMs: 65_000, headersMs: 15_000, /** As long as a file may take; bodies of forms have a limit of their own. */ requestMs: 150_000 };

/** Every address of the console's interface. */
export function consoleRoutes(container: Container, config: Config): readonly ConsoleRoute[] {
  const [desk, menus, places, developers, payeeDesk] = [container.get(tokens.operatorDesk), container.get(tokens.menus), container.get(tokens.placesDesk), container.get(tokens.developerDesk), container.get(tokens.payeeDesk)];
  const facts = { ...desk.rules, platformName: '通缴 非税收入收缴公共平台', isEmbedded: config.profile === 'embedded', ofParts: () => ofParts };
  const noteDenied = ({ operator }: SignedIn, listName: string, asker: { readonly address: string; readonly requestId: string }) => desk.noteDenied.run(operator, `列表 ${listName}`, asker);
  const looking = { unitOfWork: container.get(tokens.unitOfWork), rateLimiter: container.get(tokens.rateLimiter), ids: container.get(tokens.ids), clock: container.get(tokens.clock) };
  const routes: readonly ConsoleRoute[] = [
    ...signInRoutes(desk), ...ownRoutes({ ...desk, facts, menu: menus.menu }), ...operatorRoutes(desk), ...keyRoutes(desk), ...choiceRoutes({ ...desk, regionChoices: places.regionChoices }), ...auditRoutes({ ...desk, auditFile: container.get(tokens.exportAuditFile) }),
    ...personalDataRoutes({ seePersonalData: new SeePersonalData(looking), seeContactMobile: new SeeContactMobile(looking) }),
    ...channelMerchantRoutes(places), ...channelRoutes(places), ...regionRoutes(places), ...industryRoutes(places),
    ...listRoutes({ lists: container.get(tokens.lists), offerNames: new OfferNames(container.get(tokens.unitOfWork)), now: () => container.get(tokens.clock).now(), noteDenied }),
    ...alertRoutes({ alerts: container.get(tokens.handleAlerts) }), ...menuRoutes(menus),
    ...homeRoutes({ showHome: container.get(tokens.showHome), today: () => businessDay(container.get(tokens.clock).now()) }),
    ...issueRoutes(container.get(tokens.issueDesk)),
    ...orderRoutes({ confirmPayment: container.get(tokens.confirmPayment), reviewRefund: container.get(tokens.reviewRefund) }),
    ...callbackRoutes({
      resend: container.get(tokens.resendCallback), batches: container.get(tokens.resendGivenUp), health: container.get(tokens.showHealth), test: container.get(tokens.testAddress),
      unitOfWork: container.get(tokens.unitOfWork), now: () => container.get(tokens.clock).now(),
    }),
    ...caseRoutes({
      notes: container.get(tokens.writeNote), giveBack: container.get(tokens.giveBack), startRun: container.get(tokens.startRun), cancelRun: container.get(tokens.cancelRun), directory: container.get(tokens.directory),
    }),
    ...exportRoutes({ desk: container.get(tokens.exportDesk), noteDenied }),
    ...developerRoutes(developers), ...developerKeyRoutes(developers), ...developerRoleRoutes(developers),
    ...workbenchRoutes({ workbench: container.get(tokens.workbench), read: developers.read, now: () => container.get(tokens.clock).now(), timestampWindowMs: defaultGatewayLimits.timestampWindowMs }),
    ...payeeRoutes(payeeDesk), ...payeeChannelRoutes(payeeDesk), ...institutionRoutes(payeeDesk),
  ];
  const ofParts = permissionsOfParts(routes);
  return [...routes, openApiRoute(routes)];
}

/** Opens the port of the console where this installation has one. */
export async function openConsolePort(container: Container, config: Config): Promise<ServerDrain | undefined> {
  const origin = consoleBaseUrl(config);
  if (origin === undefined) return undefined;
  await container.get(tokens.menus).editMenu.seed();
  const [desk, routes, isSecure] = [container.get(tokens.operatorDesk), consoleRoutes(container, config), origin.startsWith('https://')];
  const origins = isSecure ? [origin] : [origin, `http://localhost:${config.consolePort}`];
  const server = createServer(consoleApp({
    journal: container.get(tokens.journal), isSecure, pagesFolder: existsSync(`${pagesFolder}/index.html`) ? pagesFolder : undefined,
    door: {
      routes, checkSession: desk.checkSession, withinScope: new WithinScope(container.get(tokens.unitOfWork)), proxies: proxyList(config.trustedProxies), isSecure, origins,
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
