import { App, Alert, Button, Descriptions, Empty, Spin, Table, Tag, Typography, type TableColumnType } from 'antd';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { DeveloperKeys } from '../../../../contracts/console/developers.js';
import { timeText } from '../../shared/times.js';
import { ActionDialog } from '../actions/action-dialog.js';
import type { Outcome } from '../actions/action-types.js';
import type { Task } from '../actions/task.js';
import { api, wordsOf } from '../api/client.js';
import { useMe } from '../layout/me-context.js';
import { PageTitle } from '../layout/page-title.js';
import { Link } from '../routing/link.js';
import { useLocation } from '../routing/location.js';
import { importTask, originsTask, retireTask, schemeTask } from './developer-key-tasks.js';
import type { OwnPageProps } from './page-props.js';

type Key = DeveloperKeys['keys'][number];

/** 密钥设置 (1.1.6.2.1-f): public keys of a developer, how it signs, the origins it may name, and the platform's own key for it. */
export function DeveloperKeysPage({ title, above }: OwnPageProps): ReactNode {
  const devId = new URLSearchParams(useLocation().search).get('devId') ?? '';
  const { permissions } = useMe();
  const { message } = App.useApp();
  const [shown, setShown] = useState<DeveloperKeys>();
  const [fault, setFault] = useState<string>();
  const [task, setTask] = useState<Task>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    api.developerKeys(devId, leaving.signal).then(setShown, (refusal: unknown) => { if (!leaving.signal.aborted) setFault(wordsOf(refusal)); });
    return () => { leaving.abort(); };
  }, [devId, round]);
  const done = useCallback((came: Outcome): void => {
    setTask(undefined);
    setRound((before) => before + 1);
    if (came.kind === 'said') void message.success(came.words);
  }, [message]);
  if (shown === undefined) return <><PageTitle title={title} above={above} />{fault === undefined ? <div className="waiting"><Spin /></div> : <Alert type="error" showIcon title={fault} />}</>;
  const { algorithm, sm2Encoding, sm2UserId, allowedOrigins, keys, platformPems, developerName } = shown;
  return (
    <>
      <PageTitle title={`${title}：${developerName}`} above={above}>
        {permissions.includes('platform.workbench.use') && <Link to={`/pages/signature-workbench?devId=${encodeURIComponent(devId)}`}>测试签名</Link>}
        <Button type="primary" onClick={() => { setTask(importTask(shown)); }}>导入公钥</Button>
      </PageTitle>
      <section className="panel key-panel">
        <h2>开发者公钥</h2>
        <Table<Key> size="small" columns={columns((key) => { setTask(retireTask(shown, key)); })} dataSource={keys} rowKey="fingerprint" pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Empty description="还没有公钥，不能调用接口" /> }} />
      </section>
      <section className="panel key-panel">
        <h2>签名参数和回调来源</h2>
        <Descriptions size="small" bordered column={1} items={[
          { key: 'devId', label: '开发者编号', children: devId }, { key: 'algorithm', label: '签名算法', children: algorithm === 'RSA2' ? 'RSA2（SHA256withRSA）' : '国密 SM2（SM3withSM2）' },
          ...(algorithm === 'SM2' ? [{ key: 'encoding', label: '签名编码', children: sm2Encoding === 'raw' ? 'r‖s（64 字节）' : 'DER' }, { key: 'user', label: '用户标识', children: sm2UserId ?? '1234567812345678（默认）' }] : []),
          { key: 'origins', label: '允许的回调来源', children: allowedOrigins.length === 0 ? '没有：请求里的通知、跳转地址都会被拒绝' : allowedOrigins.map((origin) => <div key={origin}>{origin}</div>) },
        ]} />
        <div className="panel-actions">
          <Button onClick={() => { setTask(originsTask(shown)); }}>修改回调来源</Button>
          {algorithm === 'SM2' && <Button onClick={() => { setTask(schemeTask(shown)); }}>修改签名参数</Button>}
        </div>
      </section>
      <section className="panel key-panel">
        <h2>平台公钥（{algorithm}）</h2>
        <p className="action-words">交给开发者，用来验证平台的应答和通知。<Typography.Text copyable={{ text: platformPems[algorithm], icon: ['复制', '已复制'], tooltips: false }} /></p>
        <pre className="pasted">{platformPems[algorithm]}</pre>
      </section>
      {task !== undefined && <ActionDialog task={task} done={done} giveUp={() => { setTask(undefined); }} />}
    </>
  );
}

const columns = (retire: (key: Key) => void): TableColumnType<Key>[] => [
  { key: 'prints', title: '指纹', render: (_value, { fingerprint, sha256 }) => <><div className="print">SM3 {fingerprint}</div><div className="print">SHA-256 {sha256}</div></> },
  { key: 'since', title: '登记时间', render: (_value, { since }) => (since === undefined ? '未记录' : timeText(since)) },
  { key: 'state', title: '状态', render: (_value, { isAccepted, until }) => (!isAccepted ? <Tag>已停用</Tag> : until === undefined ? <Tag color="success">有效</Tag> : <Tag color="warning">有效至 {timeText(until)}</Tag>) },
  { key: 'retire', title: '操作', render: (_value, key) => <Button type="link" size="small" danger onClick={() => { retire(key); }}>{key.isAccepted ? '停用' : '移除'}</Button> },
];
