import { Alert, Card, Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { placesOf, usualPlaces } from '../../shared/menu.js';
import { greetingAt, timeText } from '../../shared/times.js';
import { useMe } from '../layout/me-context.js';
import { PageTitle } from '../layout/page-title.js';
import { Link } from '../routing/link.js';
import { TaskList } from './task-list.js';
import { TodayPanel } from './today-panel.js';
import { useHome } from './use-home.js';
import { visits } from './visits.js';

const mostPlaces = 8;
const passwordNoticeDays = 10;

/** Where somebody arrives (运营首页): who they are here, what waits, how the day goes, and the places they go to most. */
export function HomePage(): ReactNode {
  const me = useMe();
  const { home, fault } = useHome();
  const [places] = useState(() => usualPlaces(placesOf(me.menu), visits(), mostPlaces));
  return (
    <>
      <PageTitle title="首页" />
      {me.passwordDaysLeft <= passwordNoticeDays && (
        <Alert className="notice" type="warning" showIcon title={<>口令还有 {me.passwordDaysLeft} 天到期，请及时<Link to="/change-password">修改口令</Link>。</>} />
      )}
      <section className="panel greeting">
        <h2>{greetingAt(Date.now())}，{me.name}</h2>
        <dl>
          {me.officer !== undefined && <><dt>岗位</dt><dd>{me.officer}</dd></>}
          <dt>数据范围</dt><dd>{me.scope}</dd>
          <dt>本次登录</dt><dd>{timeText(me.signedInAt)}</dd>
        </dl>
      </section>
      {fault !== undefined && <Alert className="notice" type="warning" showIcon title={`首页数据暂时不能更新：${fault}`} />}
      {home !== undefined && <TaskList tasks={home.tasks} />}
      {home !== undefined && <TodayPanel home={home} />}
      <h2 className="section-title">常用功能</h2>
      {places.length === 0 ? <div className="panel"><Empty description="您的账号还没有可以使用的功能，请联系安全管理员授权" /></div> : (
        <ul className="places">
          {places.map(({ key, title, path, above }) => (
            <li key={key}><Link to={path}><Card size="small" hoverable><strong>{title}</strong><span>{above.join(' / ') || '功能'}</span></Card></Link></li>
          ))}
        </ul>
      )}
    </>
  );
}
