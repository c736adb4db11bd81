import type { InstitutionAccounts } from '../ports/institution-accounts.js';
import { ManageInstitutions } from './manage-institutions.js';
import { ManagePayeeChannels } from './manage-payee-channels.js';
import { ManagePayees } from './manage-payees.js';
import type { PayeeParts } from './payee-audit.js';
import { ReadPayees } from './read-payees.js';

export type PayeeDesk = ReturnType<typeof payeeDesk>;

/** Everything about payees, their channels and their institutions, put together. */
export const payeeDesk = (parts: PayeeParts, accounts: InstitutionAccounts) =>
  ({ payees: new ManagePayees(parts), payeeChannels: new ManagePayeeChannels(parts), institutions: new ManageInstitutions(parts, accounts), readPayees: new ReadPayees(parts) });
