import type { Operator } from '../../../../domain/operators/operator.js';

/** An account with its mobile number, which nothing but `mobileOf` reads. */
export interface MemoryOperator extends Operator { readonly mobile: string | undefined }
