import { Statistic } from 'antd';
import type { ReactNode } from 'react';
import type { HomeBody } from '../../../../contracts/console/home.js';
import { countText, yuanText } from '../../shared/money.js';
import { dayText } from '../../shared/times.js';
import { HourCurve } from './hour-curve.js';

/** In hundredths of the whole, cut and not rounded: 100.0% is said when all were paid. */
const shareText = (part: number, all: number): string => (all === 0 ? '–' : `${(Math.floor((part * 1000) / all) / 10).toFixed(1)}%`);

/** Figures of today. */
export function TodayPanel({ home: { day, orders, refunds } }: { readonly home: HomeBody }): ReactNode {
  if (orders === undefined && refunds === undefined) return null;
  return (
    <section aria-label="今日数据">
      <h2 className="section-title">今日数据 <small>{dayText(day)}</small></h2>
      <div className="panel today">
        <div className="figures">
          {orders !== undefined && <Statistic title="今日订单（笔）" value={countText(orders.placed)} />}
          {orders !== undefined && <Statistic title="支付成功（笔）" value={countText(orders.paid.count)} />}
          {orders !== undefined && <Statistic title="支付金额（元）" value={yuanText(orders.paid.amount)} />}
          {orders !== undefined && <Statistic title="支付成功率" value={shareText(orders.paid.count, orders.placed)} />}
          {refunds !== undefined && <Statistic title="退款申请（笔）" value={countText(refunds.asked.count)} />}
          {refunds !== undefined && <Statistic title="退款成功（元）" value={yuanText(refunds.done.amount)} />}
        </div>
        {orders !== undefined && (
          <div className="figures-below">
            <table className="by-channel">
              <caption>按支付渠道</caption>
              <thead><tr><th scope="col">渠道</th><th scope="col">成功笔数</th><th scope="col">金额（元）</th></tr></thead>
              <tbody>{orders.channels.length === 0 ? <tr><td colSpan={3}>今日尚无支付</td></tr> : orders.channels.map(({ channel, title, count, amount }) => <tr key={channel}><th scope="row">{title}</th><td>{countText(count)}</td><td>{yuanText(amount)}</td></tr>)}</tbody>
            </table>
            <figure><figcaption>各小时支付成功笔数</figcaption><HourCurve hours={orders.hours} /></figure>
          </div>
        )}
      </div>
    </section>
  );
}
