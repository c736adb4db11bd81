import type { SignatureScheme } from '../access/signature-scheme.js';
import type { EpochMs } from '../kernel/china-time.js';
import { addressIsIn } from './address-range.js';

/** A public key of a developer. */
export interface DeveloperKey {
  /** SPKI PEM. */
  readonly pem: string;
  /** Registered then; undefined: before it was noted. */
  readonly since: EpochMs | undefined;
  /** Not accepted from then on; undefined: until it is retired. */
  readonly until: EpochMs | undefined;
}

/** So many are accepted at once: the current one and, during a rotation, the one before (KEY-06). */
export const maxKeys = 2;
/** Most payees that one developer may act for, by itself and by its roles: a list of orders asks for all of them at once. */
export const maxPayees = 500;
/** Most roles that one developer holds. */
export const maxRoles = 20;

/** 开发者: the account of a business system at the gateway (requirement field devId). */
export interface Developer {
  readonly devId: string;
  readonly developerName: string;
  readonly scheme: SignatureScheme;
  /** The current one first, during a rotation also the one before (KEY-06). */
  readonly keys: readonly DeveloperKey[];
  readonly enabled: boolean;
  /** `scheme://host:port` values a notifyUrl or returnUrl may lie under (URL-01). */
  readonly allowedOrigins: readonly string[];
  /** Addresses and networks requests may come from; empty = from anywhere (answer 40301 otherwise). */
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
  /** Roles that grant it more methods and payees than its own (1.1.6.2.2). */
  readonly roleCodes: readonly string[];
  /** Who is asked when something is wrong; empty where nobody is named. */
  readonly contactName: string;
  /** Their mobile number, masked; the whole number is sealed and read by itself. */
  readonly contactMobile: string | undefined;
  /** undefined: before it was noted. */
  readonly createdAt: EpochMs | undefined;
  readonly version: number;
}

export const mayCall = (developer: Developer, method: string): boolean => developer.allowedMethods.includes(method);
export const mayActFor = (developer: Developer, merchantNo: string): boolean => developer.merchantNos.includes(merchantNo);
export const mayComeFrom = (developer: Developer, address: string): boolean =>
  developer.allowedAddresses.length === 0 || developer.allowedAddresses.some((range) => addressIsIn(range, address));

/** Keys that are accepted at a moment, the current one first. */
export const keysAt = (developer: Pick<Developer, 'keys'>, at: EpochMs): readonly DeveloperKey[] => developer.keys.filter(({ until }) => until === undefined || at < until);

const bareKey = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');
/** Two spellings of PEM may differ in their line breaks. */
export const isSameKey = (one: string, other: string): boolean => bareKey(one) === bareKey(other);
