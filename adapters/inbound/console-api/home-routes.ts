import type { ShowHome } from '../../../application/home/show-home.js';
import { homeTasks, parametersOn, type HomeBody } from '../../../contracts/console/home.js';
import { labelOf } from '../../../contracts/lists/codes.js';
import { payOrders } from '../../../contracts/lists/order-lists.js';
import { refundOrders } from '../../../contracts/lists/refund-lists.js';
import type { ConsoleRoute, OwnCall } from './route.js';

export interface HomeDeps { readonly showHome: Pick<ShowHome, 'run'>; readonly today: () => string }

const sumBody = ({ count, amount }: { readonly count: number; readonly amount: bigint }) => ({ count, amount: String(amount) });

/** 运营首页 (1.1.4): one answer with what this account may see; of a scope without rows of its own nothing (ISO-02). */
export const homeRoutes = ({ showHome, today }: HomeDeps): readonly ConsoleRoute[] => [{
  name: 'home', method: 'GET', path: '/home', access: 'signed-in', summary: '首页数据',
  handle: async ({ who }: OwnCall<never>) => {
    const rights = who.operator.scope.kind === 'all' ? who.rights : new Set<string>();
    const [seesOrders, seesRefunds] = [rights.has(payOrders.permission), rights.has(refundOrders.permission)];
    const { today: figures, counts } = await showHome.run(rights, seesOrders || seesRefunds);
    const tasks = homeTasks.flatMap((task) => {
      const count = counts.get(task.key);
      return count === undefined ? [] : [{ key: task.key, title: task.title, list: task.list, parameters: parametersOn(task, today()), count }];
    });
    const body: HomeBody = {
      day: figures?.day ?? today(), tasks,
      ...(figures !== undefined && seesOrders && {
        orders: {
          placed: figures.paid.count + figures.unpaid, paid: sumBody(figures.paid), hours: [...figures.hours],
          channels: figures.channels.map(({ payChannel = '', ...sum }) => ({ channel: payChannel, title: labelOf('payChannel', payChannel.toUpperCase()), ...sumBody(sum) })),
        },
      }),
      ...(figures !== undefined && seesRefunds && { refunds: { asked: sumBody(figures.refundsAsked), done: sumBody(figures.refundsDone) } }),
    };
    return { body };
  },
}];
