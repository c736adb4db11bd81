import { ContainerModule } from 'inversify';
import { AskWhere } from '../../application/where/ask-where.js';
import { FindPayments } from '../../application/where/find-payments.js';
import { OpenWhere } from '../../application/where/open-where.js';
import { ShowPayment } from '../../application/where/show-payment.js';
import { WherePasses } from '../../application/where/where-passes.js';
import { tokens as t } from '../tokens.js';

/** 「我的钱在哪」 for payers. Without a text message platform nobody's phone can be checked, and the page asks for nothing. */
export const where = new ContainerModule(({ bind }) => {
  bind(t.findPayments).toResolvedValue((unitOfWork, provinces) => new FindPayments(unitOfWork, [...provinces.keys()]), [t.unitOfWork, t.provinces]);
  bind(t.where).toResolvedValue((find, line, sendCode, tryCode, unitOfWork, timeline, directory, vault, clock) => ({
    ask: line && new AskWhere(find, sendCode), open: new OpenWhere(find, tryCode), show: new ShowPayment(unitOfWork, timeline, directory), passes: new WherePasses(vault, clock),
  }), [t.findPayments, t.textLine, t.sendCode, t.tryCode, t.unitOfWork, t.showTimeline, t.directory, t.vault, t.clock]);
});
