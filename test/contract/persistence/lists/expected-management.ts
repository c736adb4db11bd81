import { no, noon } from '../builders.js';
import { by, range, since, type Expected } from './expectation.js';
import { day } from './world.js';

const hour = 3_600_000;
const [unread, read, handled] = [`${no(7801)} CALLBACK 0 0`, `${no(7802)} RECONCILIATION 0 1`, `${no(7803)} SECURITY 2 1`];
const [desk, orders, own, gone] = ['d.desk 客户服务 undefined 2', 'p.pay-orders 支付订单 客户服务 1', 'a.1 我的目录 undefined 2', 'a.2 旧页面 我的目录 1'];

/** What the lists of alerts, logs and the menu show of the small city. */
export const managementExpectations: Readonly<Record<string, Expected>> = {
  'alerts': {
    // The unread one stands first although it is the oldest.
    by: by('alertNo', 'alertType', 'handleState', 'readState'), rows: [unread, handled, read],
    first: { createTime: noon, alertLevel: 'MAJOR', message: '通知业务系统多次未成功（次数 6）', relatedOrderNo: 'P1', times: 3, firstTime: noon - hour, handlerName: undefined, handleTime: undefined, remark: undefined },
    narrowed: [
      [{ alertType: 'SECURITY' }, [handled]], [{ handleState: '0' }, [unread, read]], [{ handleState: '2' }, [handled]], [{ readState: '0' }, [unread]], [{ readState: '1' }, [handled, read]],
      [{ alertLevel: 'CRITICAL' }, [handled]], [{ createDate: range('20260509') }, [read]], [{ createDate: since('20260509') }, [handled, read]],
    ],
  },
  'platform-logs': {
    by: by('message', 'logType', 'logLevel'), rows: ['job-board SYSTEM FAULT', 'job-ran JOB WARN', 'gateway-answered method=epay-trade-core.order.query code=10000 REQUEST INFO'],
    first: { createTime: noon + day, requestId: undefined, relatedOrderNo: undefined },
    narrowed: [
      [{ logType: 'JOB' }, ['job-ran JOB WARN']], [{ logLevel: 'FAULT' }, ['job-board SYSTEM FAULT']], [{ relatedOrderNo: 'P1' }, ['gateway-answered method=epay-trade-core.order.query code=10000 REQUEST INFO']], [{ relatedOrderNo: 'P' }, []],
      [{ requestId: 'work-refund:R1' }, ['job-ran JOB WARN']], [{ createDate: range('20260509') }, ['job-board SYSTEM FAULT']],
    ],
  },
  'menus': {
    by: by('menuKey', 'menuName', 'parentMenuName', 'siblingCount'), rows: [gone, desk, orders, own],
    first: { menuPath: undefined, menuType: 'PAGE', sortNo: 1, enabled: '1', menuOrigin: 'ADDED', remark: undefined, parentKey: 'a.1' },
    narrowed: [[{ menuName: '订单' }, [orders]], [{ menuName: '目录' }, [own]], [{ enabled: '0' }, [own]], [{ enabled: '1' }, [gone, desk, orders]]],
  },
};
