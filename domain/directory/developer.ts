import type { SignatureScheme } from '../access/signature-scheme.js';

/** 开发者: the account of a business system at the gateway (requirement field devId). */
export interface Developer {
  readonly devId: string;
  readonly developerName: string;
  readonly scheme: SignatureScheme;
  /** Keys accepted now: the current one first, during a rotation also the one before (KEY-06). SPKI PEM. */
  readonly publicKeyPems: readonly string[];
  readonly enabled: boolean;
  /** `scheme://host:port` values a notifyUrl or returnUrl may lie under (URL-01). */
  readonly allowedOrigins: readonly string[];
  /** Addresses requests may come from; empty = from anywhere (answer 40301 otherwise). */
  readonly allowedAddresses: readonly string[];
  /** Gateway methods it may call; empty = none (ISO-02). */
  readonly allowedMethods: readonly string[];
  /** Payees it may act for; empty = none (ISO-03). */
  readonly merchantNos: readonly string[];
  /** Requests a second on average before 42900. */
  readonly requestsPerSecond: number;
  /** We send text messages to the payers of its orders; off where the business system tells them itself (1.1.7.2.4-g). */
  readonly textsPayers: boolean;
  /** Where the personal bills of its orders are pushed (1.1.7.2.4-b); undefined: nowhere. */
  readonly personalBillUrl: string | undefined;
  readonly version: number;
}

export const mayCall = (developer: Developer, method: string): boolean => developer.allowedMethods.includes(method);
export const mayActFor = (developer: Developer, merchantNo: string): boolean => developer.merchantNos.includes(merchantNo);
export const mayComeFrom = (developer: Developer, address: string): boolean =>
  developer.allowedAddresses.length === 0 || developer.allowedAddresses.includes(address);
