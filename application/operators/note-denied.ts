import type { Operator } from '../../domain/operators/operator.js';
import { auditOperator } from './operator-audit.js';
import type { Asker, OperatorParts } from './operator-parts.js';

/** Somebody who is signed in asked for what is not for them (AUD-01). */
export class NoteDenied {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'platformClock' | 'journal'>;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'platformClock' | 'journal'>) {
    this.#parts = parts;
  }

  /** `what`: name of a route or a list, never what was sent. */
  async run({ operatorNo }: Pick<Operator, 'operatorNo'>, what: string, asker: Asker): Promise<void> {
    this.#parts.journal.warn('console-denied', { operatorNo, what, address: asker.address });
    await this.#parts.unitOfWork.run((stores) => auditOperator(stores, this.#parts, asker, { by: operatorNo, kind: 'function', about: what, action: 'operator.denied', description: `无权访问：${what}` }));
  }
}
