import { Button, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { idleStage, type IdleStage } from '../../shared/idle.js';
import { spanText } from '../../shared/times.js';
import { api, session } from '../api/client.js';
import { isNumber, keep, kept } from './kept.js';

const lookEveryMs = 1000;

/** Says in time that the session is about to end. What was done in another tab of the browser counts as well. */
export function IdleWatch({ idleMs, leave }: { readonly idleMs: number; readonly leave: (notice: string) => void }): ReactNode {
  const [stage, setStage] = useState<IdleStage>({ kind: 'quiet' });
  useEffect(() => {
    let actedAt = Date.now();
    const act = (): void => {
      actedAt = Date.now();
      keep('acted', actedAt);
      setStage({ kind: 'quiet' });
    };
    act();
    session.acted = act;
    const timer = window.setInterval(() => {
      const now = idleStage(Math.max(actedAt, kept('acted', isNumber) ?? 0), idleMs, Date.now());
      if (now.kind === 'over') {
        window.clearInterval(timer);
        api.signOut({ background: true }).catch(() => undefined);
        leave('长时间未操作，登录已结束，请重新登录');
      } else {
        setStage((before) => (before.kind === 'quiet' && now.kind === 'quiet' ? before : now));
      }
    }, lookEveryMs);
    return () => {
      window.clearInterval(timer);
      session.acted = () => undefined;
    };
  }, [idleMs, leave]);

  const stay = (): void => { api.me().catch(() => undefined); };
  const leftMs = stage.kind === 'warning' ? stage.leftMs : 0;
  return (
    <Modal open={stage.kind === 'warning'} title="登录即将结束" closable={false} mask={{ closable: false }} keyboard={false} width={420} footer={<Button type="primary" autoFocus onClick={stay}>继续使用</Button>}>
      <p role="alert">您已有一段时间没有操作，{spanText(leftMs)}后将自动退出登录。</p>
    </Modal>
  );
}
