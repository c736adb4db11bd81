import 'reflect-metadata';
import { Container, type ServiceIdentifier } from 'inversify';
import type { Measurements } from '../application/ports/measurements.js';
import { developers } from './modules/developers.js';
import { eBills } from './modules/e-bills.js';
import { followUp } from './modules/follow-up.js';
import { inbound } from './modules/inbound.js';
import { lists } from './modules/lists.js';
import { management } from './modules/management.js';
import { operators } from './modules/operators.js';
import { places } from './modules/places.js';
import { outbound } from './modules/outbound.js';
import { paymentNotices } from './modules/payment-notices.js';
import { payments } from './modules/payments.js';
import { reconciliation } from './modules/reconciliation.js';
import { payees } from './modules/payees.js';
import { personalBills } from './modules/personal-bills.js';
import { textMessages } from './modules/text-messages.js';
import { refunds } from './modules/refunds.js';
import { serviceDesk } from './modules/service-desk.js';
import { sharing } from './modules/sharing.js';
import { where } from './modules/where.js';
import type { Resources } from './resources.js';
import { tokens } from './tokens.js';

/** Wires the product. Everything is resolved once here, so that a missing binding fails at start and never inside a request. */
export function buildContainer(resources: Resources, measurements: Measurements): Container {
  const container = new Container({ defaultScope: 'Singleton' });
  container.load(outbound(resources, measurements), paymentNotices, payments, refunds, personalBills, reconciliation, lists, textMessages, sharing(resources), followUp, eBills, where, operators, places(resources), management(resources), serviceDesk, developers, payees, inbound);
  for (const token of Object.values(tokens)) container.get(token as ServiceIdentifier<unknown>);
  return container;
}
