import { Alert, Progress } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { BatchStandingBody } from '../../../../contracts/console/service-desk.js';
import { api, wordsOf } from '../api/client.js';

const lookMs = 1_000;
interface Props { readonly batch: string; readonly ended: () => void; readonly close: () => void }

/** How far a batch is. It goes on without anybody looking. */
export function BatchBar({ batch, ended, close }: Props): ReactNode {
  const [standing, setStanding] = useState<BatchStandingBody>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      while (!leaving.signal.aborted) {
        const now = await api.batchStanding(batch, leaving.signal);
        setStanding(now);
        if (now.state !== 'running') { ended(); return; }
        await new Promise((done) => { setTimeout(done, lookMs); });
      }
    };
    look().catch((refusal: unknown) => { if (!leaving.signal.aborted) setFault(wordsOf(refusal)); });
    return () => { leaving.abort(); };
  }, [batch, ended]);
  if (fault !== undefined) return <Alert className="notice" type="error" showIcon title={fault} closable={{ onClose: close }} role="alert" />;
  if (standing === undefined) return null;
  const { state, left, underWay, accepted, failedAgain } = standing;
  const figures = `对方已接受 ${accepted}，再次失败 ${failedAgain}，正在发送 ${underWay}，待发 ${left}`;
  const all = accepted + failedAgain + left + underWay;
  if (state === 'running') return <Alert className="notice" type="info" role="status" title={<div className="export-progress"><span>正在重发：{figures}；离开本页不影响</span><Progress percent={all === 0 ? 0 : Math.floor(((accepted + failedAgain) / all) * 100)} size="small" status="active" /></div>} />;
  return <Alert className="notice" type={state === 'over' && failedAgain === 0 ? 'success' : 'warning'} showIcon role="status" closable={{ onClose: close }} title={state === 'over' ? `重发完成：${figures}` : `对方仍不能接受，已停止：${figures}`} />;
}
