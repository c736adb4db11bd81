import type { Operator } from '../../domain/operators/operator.js';
import type { Asker } from './operator-parts.js';

/** Whoever is signed in and does something to an account, and from where. */
export interface Acting extends Asker { readonly by: Pick<Operator, 'operatorNo'> }
