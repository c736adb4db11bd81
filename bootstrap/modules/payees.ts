import { ContainerModule } from 'inversify';
import { payeeDesk } from '../../application/directory/payee-desk.js';
import { tokens as t } from '../tokens.js';

/** What people configure of payees, their channels and institutions. */
export const payees = new ContainerModule(({ bind }) => {
  bind(t.payeeDesk).toResolvedValue(
    (unitOfWork, ids, clock, config, { institutionAccounts }) => payeeDesk({ unitOfWork, ids, clock, isProduction: config.profile === 'production' }, institutionAccounts),
    [t.unitOfWork, t.ids, t.clock, t.config, t.operatorDesk]);
});
