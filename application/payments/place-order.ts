import type { Result } from '../../domain/kernel/result.js';
import type { RegisterOrder} from './register-order.js';
import { type OrderRefusal, type OrderRequest, type Registered } from './register-order.js';

/** An order to be paid on the cashier, PC or phone (1.1.7.1.2-a, -b). */
export class PlaceOrder {
  readonly #register: RegisterOrder;

  constructor(register: RegisterOrder) {
    this.#register = register;
  }

  async run(request: OrderRequest): Promise<Result<Registered, OrderRefusal>> {
    const methods = request.facts.terminal === 'pc' ? ['pc'] : ['pc', 'h5'];
    return this.#register.run(request, (link) => link.payMethods.some((method) => methods.includes(method)));
  }
}
