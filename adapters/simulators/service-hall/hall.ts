import type { Desk } from '../shared/integrator/desk.js';
import type { MatterBook } from './matter.js';

/** The hall: a business system, and the matters it handles. */
export interface Hall { readonly desk: Desk; readonly matters: MatterBook }
