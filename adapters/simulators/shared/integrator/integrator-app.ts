import express, { type ErrorRequestHandler, type Router } from 'express';
import { BodyTooLarge, MalformedForm } from '../form-body.js';
import { listenOnLoopback } from '../loopback-server.js';
import { sendPage } from '../page.js';
import type { RunningSimulator } from '../running-simulator.js';
import type { Desk } from './desk.js';
import { messagePage } from './page-parts.js';

/** Serves a business system on loopback: its routes in their order, then "no such page". Rejects when the port is busy. */
export async function serveIntegrator(desk: Desk, port: number, routers: readonly Router[]): Promise<RunningSimulator> {
  const showProblem: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) next(error);
    else if (error instanceof BodyTooLarge || error instanceof MalformedForm) sendPage(response, 400, messagePage(desk.face, '无法读取', '提交的内容无法读取。'));
    else sendPage(response, 500, messagePage(desk.face, '业务系统故障', '演示业务系统内部错误。'));
  };
  const app = express();
  app.disable('x-powered-by').disable('etag');
  for (const router of routers) app.use(router);
  app.use((_request, response) => { sendPage(response, 404, messagePage(desk.face, '页面不存在', '没有这个页面。')); });
  app.use(showProblem);
  const running = await listenOnLoopback(app, port);
  desk.baseUrl = running.baseUrl;
  return running;
}
