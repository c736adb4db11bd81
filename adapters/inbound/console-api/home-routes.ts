import type { ShowHome } from '../../../application/home/show-home.js';
import { home, homeTasks, type HomeBody } from '../../../contracts/console/home.js';
import { labelOf } from '../../../contracts/lists/codes.js';
import { payOrders } from '../../../contracts/lists/order-lists.js';
import { refundOrders } from '../../../contracts/lists/refund-lists.js';
import type { ConsoleRoute, OwnCall } from './route.js';

export interface HomeDeps { readonly showHome: Pick<ShowHome, 'run'>; readonly today: () => string }

const sumBody = ({ count, amount }: { readonly count: number; readonly amount: bigint }) => ({ count, amount: String(amount) });

/** 运营首页 (1.1.4): one answer with what this account may see, of the rows that it may see. */
export const homeRoutes = ({ showHome, today }: HomeDeps): readonly ConsoleRoute[] => [{
  name: 'home', method: 'GET', path: '/home', access: 'signed-in', summary: '首页数据', requirements: ['1.1.4'], answer: home,
  handle: async ({ who }: OwnCall<never>) => {
    const { rights, operator: { scope } } = who;
    const [seesOrders, seesRefunds] = [rights.has(payOrders.permission), rights.has(refundOrders.permission)];
    const { today: figures, counts } = await showHome.run({ rights, scope }, seesOrders || seesRefunds);
    const tasks = homeTasks.flatMap((task) => {
      const count = counts.get(task.key);
      return count === undefined ? [] : [{ key: task.key, title: task.title, list: task.list, parameters: { ...task.parameters }, count }];
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
