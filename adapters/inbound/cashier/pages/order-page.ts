import type { CashierView } from '../../../../application/payments/cashier-view.js';
import { never } from '../../../../domain/kernel/result.js';
import { page } from './layout.js';
import type { PageSetting } from './page-setting.js';
import { payablePage, stoppedPage } from './payable-page.js';
import { askingPage, endedPage, paidPage } from './state-pages.js';

export interface PageWishes { readonly change: boolean; readonly stop: boolean; /** Why the payer's last wish was refused. */ readonly told?: string | undefined }

/** The page that an order shows now. */
export function orderPage(setting: PageSetting, view: CashierView, cashierToken: string, wishes: PageWishes): string {
  switch (view.page) {
    case 'payable':
    case 'failed':
      return page(setting, wishes.stop ? stoppedPage(setting, view, cashierToken) : payablePage(setting, view, cashierToken, wishes.told));
    case 'asking': return page(setting, askingPage(setting, view, cashierToken, wishes.told, wishes.change));
    case 'paid': return page(setting, paidPage(setting, view, cashierToken, wishes.told));
    case 'expired':
    case 'closed': return page(setting, endedPage(setting, view, cashierToken, wishes.told));
    default: return never(view.page);
  }
}
