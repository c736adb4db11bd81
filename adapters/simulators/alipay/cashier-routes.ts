import type { Router as ExpressRouter, Request, Response } from 'express';
import { Router } from 'express';
import { sendPage } from '../shared/page.js';
import { confirmPage, messagePage, paidPage, phonePage, refusalPage, signInPage } from './cashier-pages.js';
import { conflictWith } from './find-trade.js';
import { returnAddress } from './return-address.js';
import type { Trade, TradeOrder } from './trade.js';
import type { World } from './world.js';

const maximumPhoneTrades = 20;

function orderOf(world: World, request: Request, response: Response): TradeOrder | undefined {
  const order = world.sessions.order(String(request.params['id']));
  if (order === undefined) sendPage(response, 404, messagePage('页面不存在', '收银台页面不存在或已失效。'));
  return order;
}

function tradeOf(world: World, order: TradeOrder): Trade | undefined {
  return world.book.find(order.sellerId, order.outTradeNo);
}

function expired(world: World, order: TradeOrder): boolean {
  return world.clock.now() >= order.expiresAt;
}

function backButton(order: TradeOrder): { url: string; label: string } | undefined {
  const url = order.quitUrl ?? order.returnUrl;
  return url === undefined ? undefined : { url, label: '返回商户' };
}

function showCashier(world: World, id: string, order: TradeOrder, response: Response): void {
  const trade = tradeOf(world, order);
  if (trade?.state === 'TRADE_SUCCESS' || trade?.state === 'TRADE_FINISHED') {
    sendPage(response, 200, paidPage(trade, returnAddress(world.keys.privateKey, trade, world.clock.now())));
  } else if (trade?.state === 'TRADE_CLOSED' || expired(world, order)) {
    sendPage(response, 200, messagePage('交易已关闭', '付款已超时或交易已关闭，未扣款。', backButton(order)));
  } else {
    const conflict = conflictWith(trade, order);
    if (conflict !== undefined) sendPage(response, 400, refusalPage(conflict));
    else sendPage(response, 200, trade === undefined ? signInPage(id, order) : confirmPage(id, trade));
  }
}

function act(world: World, step: string, id: string, order: TradeOrder, response: Response): void {
  const trade = tradeOf(world, order);
  const cashier = `/cashier/${id}`;
  if (step === 'cancel') {
    const back = backButton(order);
    if (back === undefined) sendPage(response, 200, messagePage('已取消付款', '您没有付款。', { url: cashier, label: '重新付款' }));
    else response.redirect(303, back.url);
    return;
  }
  if (step === 'fail' && trade?.state === 'WAIT_BUYER_PAY') {
    sendPage(response, 200, messagePage('付款失败', '账户余额不足，未扣款。', { url: cashier, label: '重新付款' }));
    return;
  }
  if (step === 'sign-in' && trade === undefined && !expired(world, order)) world.book.create(order);
  if (step === 'confirm' && trade !== undefined && conflictWith(trade, order) === undefined) world.book.pay(trade);
  response.redirect(303, cashier);
}

function phoneRoutes(world: World, router: ExpressRouter): void {
  router.get('/phone', (_request, response) => {
    sendPage(response, 200, phonePage(world.barcodes.awaitingPhone().slice(-maximumPhoneTrades), world.barcodes.freshCodes()));
  });
  router.post('/phone/:tradeNo/:step', (request, response) => {
    const trade = world.barcodes.awaitingPhone().find(({ tradeNo }) => tradeNo === request.params['tradeNo']);
    if (trade !== undefined && request.params['step'] === 'confirm') world.book.pay(trade);
    if (trade !== undefined && request.params['step'] === 'decline') world.book.close(trade);
    response.redirect(303, '/phone');
  });
}

/** The pages for payers: plain forms, no script. */
export function cashierRoutes(world: World): ExpressRouter {
  const router = Router();
  router.get('/cashier/:id', (request, response) => {
    const order = orderOf(world, request, response);
    if (order !== undefined) showCashier(world, String(request.params['id']), order, response);
  });
  router.post('/cashier/:id/:step', (request, response) => {
    const order = orderOf(world, request, response);
    if (order !== undefined) act(world, String(request.params['step']), String(request.params['id']), order, response);
  });
  phoneRoutes(world, router);
  return router;
}
