import type { ReactNode } from 'react';
import type { HomeBody } from '../../../../contracts/console/home.js';
import { countText } from '../../shared/money.js';
import { addressOfList } from '../lists/handed.js';
import { Link } from '../routing/link.js';

/** What waits for somebody, each with the way to where it is done. */
export const TaskList = ({ tasks }: Pick<HomeBody, 'tasks'>): ReactNode => (tasks.length === 0 ? null : (
  <section aria-label="待办">
    <h2 className="section-title">待办</h2>
    <ul className="tasks">
      {tasks.map(({ key, title, list, parameters, count }) => (
        <li key={key} className={count > 0 ? 'waiting-task' : undefined}><Link to={addressOfList(list, parameters)}><span>{title}</span><strong>{countText(count)}</strong></Link></li>
      ))}
    </ul>
  </section>
));
