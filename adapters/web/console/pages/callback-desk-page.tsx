import { ReloadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Select, Table, type TableColumnType } from 'antd';
import { useState, type ReactNode } from 'react';
import { countText } from '../../shared/money.js';
import { nothingText } from '../../shared/cells.js';
import { spanText, timeText } from '../../shared/times.js';
import { api, wordsOf } from '../api/client.js';
import { PageTitle } from '../layout/page-title.js';
import { Link } from '../routing/link.js';
import { BatchBar } from './batch-bar.js';
import type { OwnPageProps } from './page-props.js';
import { ResendDialog } from './resend-dialog.js';
import { useHealth, type DeveloperHealth } from './use-health.js';

const windows = [{ value: 1, label: '最近 1 小时' }, { value: 24, label: '最近 24 小时' }, { value: 72, label: '最近 3 天' }, { value: 168, label: '最近 7 天' }];
const takenText = (ms: number | undefined): string => (ms === undefined ? nothingText : ms < 1000 ? '不到 1 秒' : spanText(ms));

/** 通知监控: how the business systems take what they are told, what to do where they do not. */
export function CallbackDeskPage({ title, above }: OwnPageProps): ReactNode {
  const [hours, setHours] = useState(24);
  const { developers, fault, isWaiting, refresh } = useHealth(hours);
  const [resending, setResending] = useState<DeveloperHealth>();
  const [batch, setBatch] = useState<string>();
  const { modal } = App.useApp();
  const test = async (devId: string, origin: string): Promise<void> => {
    try {
      const { isReached, message } = await api.testAddress({ devId, origin });
      modal[isReached ? 'success' : 'warning']({ title: isReached ? '地址可以连通' : '地址不能连通', content: message, okText: '关闭' });
    } catch (refusal) {
      modal.error({ title: '没有测试', content: wordsOf(refusal), okText: '关闭' });
    }
  };
  const number = (key: 'waiting' | 'atOnce' | 'retried' | 'givenUp', heading: string): TableColumnType<DeveloperHealth> => ({ key, title: heading, align: 'right', render: (_value, row) => (key === 'givenUp' && row[key] > 0 ? <strong className="minus">{countText(row[key])}</strong> : countText(row[key])) });
  const columns: TableColumnType<DeveloperHealth>[] = [
    { key: 'who', title: '开发者', render: (_value, { devId, developerName }) => <><strong>{developerName === '' ? '未登记' : developerName}</strong><br /><span className="nothing">{devId}</span></> },
    number('givenUp', '已放弃'), number('waiting', '等待中'), number('atOnce', '一次成功'), number('retried', '重试后成功'),
    { key: 'last', title: '最近成功', render: (_value, { lastAcceptedAt }) => (lastAcceptedAt === undefined ? nothingText : timeText(lastAcceptedAt)) },
    { key: 'median', title: '送达用时（中位数）', align: 'right', render: (_value, { medianMs }) => takenText(medianMs) },
    {
      key: 'origins', title: '登记的回调来源', render: (_value, { devId, origins }) => (
        <div className="desk-origins">{origins.map((origin) => <span key={origin}>{origin} <Button size="small" onClick={() => { void test(devId, origin); }}>测试此地址</Button></span>)}</div>
      ),
    },
    {
      key: 'do', title: '操作', render: (_value, row) => (
        <><Button type="link" size="small" disabled={row.givenUp === 0} onClick={() => { setResending(row); }}>批量重发</Button><Link to={`/lists/callbacks?${new URLSearchParams({ noticeState: '2', devId: row.devId }).toString()}`}>查看</Link></>
      ),
    },
  ];
  return (
    <>
      <PageTitle title={title} above={above}><Button icon={<ReloadOutlined aria-hidden="true" />} onClick={refresh}>刷新</Button></PageTitle>
      <div className="desk-controls"><Select aria-label="时间范围" value={hours} options={windows} onChange={setHours} /><span className="nothing">按通知产生的时间统计；送达用时取最近 100 条成功通知，从产生到对方接受</span></div>
      {batch !== undefined && <BatchBar key={batch} batch={batch} ended={refresh} close={() => { setBatch(undefined); }} />}
      {fault !== undefined && <Alert className="notice" type="error" showIcon title={fault} role="alert" />}
      <div className="panel table-panel">
        <Table<DeveloperHealth> size="small" columns={columns} dataSource={developers ?? []} rowKey="devId" pagination={false} loading={{ spinning: isWaiting, delay: 150 }} scroll={{ x: 'max-content' }} locale={{ emptyText: isWaiting ? ' ' : '这段时间没有通知' }} />
      </div>
      {resending !== undefined && <ResendDialog developer={resending} giveUp={() => { setResending(undefined); }} asked={(begun) => { setResending(undefined); setBatch(begun); }} />}
    </>
  );
}
