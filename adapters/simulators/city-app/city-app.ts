import { setMaxListeners } from 'node:events';
import express, { type ErrorRequestHandler } from 'express';
import { BodyTooLarge, MalformedForm } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { machineRoutes } from './machine-routes.js';
import { messagePage } from './page-parts.js';
import { pageRoutes } from './routes.js';
import { openWorld, type AppCredentials, type AppWorld } from './world.js';

/** Orders, dues and bills are kept in memory: there are no keys to keep. */
export interface CityAppOptions extends Pick<SimulatorOptions, 'port' | 'clock'> {
  /** The shape of `var/demo/credentials.json`; only the app's own two developers are used. */
  readonly credentials: AppCredentials;
  /** Page with the texts that phones received. */
  readonly textsUrl?: string;
}

const showProblem: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) next(error);
  else if (error instanceof BodyTooLarge || error instanceof MalformedForm) sendPage(response, 400, messagePage('无法读取', '提交的内容无法读取。'));
  else sendPage(response, 500, messagePage('e三明故障', '演示城市应用内部错误。'));
};

function buildApp(world: AppWorld, life: AbortSignal): express.Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(machineRoutes(world, life));
  app.use(pageRoutes(world));
  app.use((_request, response) => { sendPage(response, 404, messagePage('页面不存在', '没有这个页面。')); });
  app.use(showProblem);
  return app;
}

/**
 * Starts the played city app e三明 on loopback, with a business app inside it (mode 1) and its payment zone (mode 2). It knows the platform
 * only through the integrator SDK. Rejects when the port is busy or an account is missing.
 */
export async function startCityApp({ port, clock, credentials, textsUrl }: CityAppOptions): Promise<RunningSimulator> {
  const life = new AbortController();
  setMaxListeners(0, life.signal);
  const world = openWorld(clock, credentials, textsUrl);
  const running = await listenOnLoopback(buildApp(world, life.signal), port, () => { life.abort(); });
  world.baseUrl = running.baseUrl;
  return running;
}
