import type { CashierTerminal } from '../../../../application/payments/cashier-view.js';
import type { HostApp } from '../visitor.js';
import type { Html } from '../html.js';

/** How a page is to be drawn; the same for all pages of one request. */
export interface PageSetting {
  readonly terminal: CashierTerminal;
  readonly viewAsked: boolean;
  readonly app: HostApp | undefined;
  readonly big: boolean;
  readonly demo: boolean;
  readonly nonce: string;
  /** Path of the cashier as the browser sees it, for example `/pay`. */
  readonly basePath: string;
  /** Page on which a payer sees what became of the money. */
  readonly whereAddress: string;
  /** Absolute address of the cashier, for the QR code. */
  readonly publicAddress: string;
}

export interface PageContent {
  /** Also the browser's tab; says the state in few words. */
  readonly title: string;
  readonly body: Html;
  /** Present on pages of one order. */
  readonly cashierToken?: string;
  /** Present on pages that watch for news. */
  readonly watch?: { readonly page: string; readonly everyMs: number; readonly remainingMs: number; readonly refreshWithoutScript: boolean };
  /** The page can be shown for the other kind of device. */
  readonly otherView?: boolean;
}

export interface AddressChoice { readonly view?: CashierTerminal; readonly big?: boolean; readonly change?: boolean; readonly stop?: boolean }

/** Address of an order's page. The view is repeated only when the payer chose it; otherwise the browser decides. */
export function orderAddress(setting: PageSetting, cashierToken: string, choice: AddressChoice = {}): string {
  const view = choice.view ?? (setting.viewAsked ? setting.terminal : undefined);
  const query = [
    view === undefined ? '' : `view=${view}`, choice.big === undefined ? '' : `big=${choice.big ? '1' : '0'}`,
    choice.change === true ? 'change=1' : '', choice.stop === true ? 'stop=1' : '',
  ].filter((part) => part !== '').join('&');
  return `${setting.basePath}/${cashierToken}${query === '' ? '' : `?${query}`}`;
}
