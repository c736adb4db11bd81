import express, { type ErrorRequestHandler } from 'express';
import { BodyTooLarge, MalformedForm } from '../shared/form-body.js';
import { listenOnLoopback } from '../shared/loopback-server.js';
import { sendPage } from '../shared/page.js';
import type { RunningSimulator, SimulatorOptions } from '../shared/running-simulator.js';
import { openDesk, type Desk, type DeskCredentials } from './desk.js';
import { machineRoutes } from './machine-routes.js';
import { messagePage } from './page-parts.js';
import { pageRoutes } from './routes.js';

export interface BusinessSystemOptions extends SimulatorOptions {
  /** The shape of `var/demo/credentials.json` (design section 6); other members of that file are not needed. */
  readonly credentials: DeskCredentials;
}

const showProblem: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) next(error);
  else if (error instanceof BodyTooLarge || error instanceof MalformedForm) sendPage(response, 400, messagePage('无法读取', '提交的内容无法读取。'));
  else sendPage(response, 500, messagePage('业务系统故障', '演示业务系统内部错误。'));
};

function buildApp(desk: Desk): express.Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(machineRoutes(desk));
  app.use(pageRoutes(desk));
  app.use((_request, response) => { sendPage(response, 404, messagePage('页面不存在', '没有这个页面。')); });
  app.use(showProblem);
  return app;
}

/**
 * Starts the demo business system, the fee window of a real-estate registration centre, on loopback. It knows the platform only
 * through the integrator SDK and keeps its orders in memory. Rejects when the port is busy or a key cannot be read.
 */
export async function startBusinessSystem(options: BusinessSystemOptions): Promise<RunningSimulator> {
  const desk = openDesk(options.clock, options.credentials);
  const running = await listenOnLoopback(buildApp(desk), options.port);
  desk.baseUrl = running.baseUrl;
  return running;
}
