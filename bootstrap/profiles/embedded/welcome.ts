import { consoleBaseUrl, publicBaseUrl, type Config } from '../../config.js';
import type { OutsideLink } from './outside-link.js';

/** What a newcomer reads after the start. */
export const welcome = (config: Config, outside: OutsideLink, credentialsFile: string, ms: number): string => [
  '', '通缴 Tongjiao — embedded profile: simulators and demo keys, no real money', '',
  `  demo business system   ${outside.businessUrl}/      place an order, pay it, refund it`,
  `  demo service hall      ${outside.serviceHallUrl}/      approve a matter, pay it, see its e-bill`,
  `  demo real-estate       ${outside.realEstateUrl}/      fee sheet, QR code or barcode, bill, printed sheet`,
  `  demo city app          ${outside.cityAppUrl}/      a business app, a payment zone, personal bills`,
  `  console of operators   ${consoleBaseUrl(config) ?? ''}/console/`,
  `  gateway                ${publicBaseUrl(config)}/gateway`,
  `  where is my money      ${publicBaseUrl(config)}/where      order number, phone, a code by text`,
  `  interface description  ${publicBaseUrl(config)}/docs`,
  `  simulated Alipay       ${outside.alipayUrl}/`,
  `  simulated UnionPay     ${outside.unionpayUrl}/`,
  `  simulated province     ${outside.provinceUrl}/`,
  `  simulated e-bills      ${outside.eBillUrl}/`,
  `  simulated texts        ${outside.textMessageUrl}/      every text that was sent`,
  `  simulated data sharing ${outside.dataSharingUrl}/      what the city has been given`,
  `  metrics                http://127.0.0.1:${config.managementPort}/metrics`,
  `  credentials            ${credentialsFile}`,
  ...(config.workers > 1 ? [`  processes              ${config.workers}, replaced one after the other by kill -HUP ${process.pid}`] : []),
  '', `  ready after ${Math.round(ms)} ms; stop with Ctrl-C`, '', '',
].join('\n');
