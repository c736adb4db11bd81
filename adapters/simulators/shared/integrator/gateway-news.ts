import { GatewayFault, GatewayRefusal } from '../../../../contracts/sdk/errors.js';

/** What an unsuccessful call means for an order or refund: refused, or unknown. Never "failed" because nothing was heard. */
export function asNews(error: unknown): { readonly state: 'unknown' | 'refused'; readonly stateMsg: string } {
  if (error instanceof GatewayRefusal) {
    const explained = error.explanation === undefined ? '' : `；平台计算的待签名文本：${error.explanation.canonicalText}`;
    return { state: error.code === '20000' ? 'unknown' : 'refused', stateMsg: `平台答复：${error.message}${explained}` };
  }
  if (error instanceof GatewayFault) return { state: 'unknown', stateMsg: `${error.message}，请查询` };
  throw error;
}
