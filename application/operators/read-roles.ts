import type { OperatorRole } from '../../domain/operators/rights.js';
import type { OperatorParts } from './operator-parts.js';

/** Roles as forms need them: to choose from, and one with all that it holds. */
export class ReadRoles {
  readonly #parts: Pick<OperatorParts, 'unitOfWork'>;
  constructor(parts: Pick<OperatorParts, 'unitOfWork'>) { this.#parts = parts; }

  all(): Promise<readonly OperatorRole[]> { return this.#parts.unitOfWork.read(({ operators }) => operators.roles()); }

  async one(roleCode: string): Promise<{ readonly role: OperatorRole; readonly isHeld: boolean } | undefined> {
    return this.#parts.unitOfWork.read(async ({ operators }) => {
      const role = await operators.role(roleCode);
      return role && { role, isHeld: await operators.isHeld(roleCode) };
    });
  }
}
