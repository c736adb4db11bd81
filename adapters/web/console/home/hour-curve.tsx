import type { ReactNode } from 'react';

const [width, height, foot, head] = [480, 96, 14, 6] as const;

/** Payments in each hour of the day as bars: 24 of them are read more easily than a line. */
export function HourCurve({ hours }: { readonly hours: readonly number[] }): ReactNode {
  const most = Math.max(1, ...hours);
  const step = width / Math.max(1, hours.length);
  const heightOf = (count: number): number => Math.round((count / most) * (height - foot - head));
  const words = hours.flatMap((count, hour) => (count === 0 ? [] : [`${hour} 时 ${count} 笔`])).join('，');
  return (
    <svg className="hour-curve" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`今日各小时支付成功笔数：${words === '' ? '尚无' : words}`}>
      <line x1="0" x2={width} y1={height - foot} y2={height - foot} />
      {hours.map((count, hour) => count > 0 && <rect key={hour} x={hour * step + 2} width={step - 4} y={height - foot - heightOf(count)} height={heightOf(count)}><title>{`${hour} 时 ${count} 笔`}</title></rect>)}
      {[0, 6, 12, 18].map((hour) => <text key={hour} x={hour * step + step / 2} y={height - 2}>{hour}时</text>)}
    </svg>
  );
}
