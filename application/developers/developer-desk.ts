import type { DeveloperParts } from './developer-parts.js';
import { ManageDeveloperKeys } from './manage-developer-keys.js';
import { ManageDeveloperRoles } from './manage-developer-roles.js';
import { ManageDevelopers } from './manage-developers.js';
import { ReadDevelopers } from './read-developers.js';

export type DeveloperDesk = ReturnType<typeof developerDesk>;

/** Everything that is done about developers, put together. */
export const developerDesk = (parts: DeveloperParts) =>
  ({ developers: new ManageDevelopers(parts), keys: new ManageDeveloperKeys(parts), roles: new ManageDeveloperRoles(parts), read: new ReadDevelopers(parts) });
