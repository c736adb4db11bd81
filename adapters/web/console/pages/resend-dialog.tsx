import { DatePicker, Form, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { timeText, wireDay } from '../../shared/times.js';
import { api } from '../api/client.js';
import { Trouble } from '../sign-in/frame.js';
import { useSubmit } from '../sign-in/use-submit.js';
import type { DeveloperHealth } from './use-health.js';

interface Props { readonly developer: DeveloperHealth; readonly asked: (batch: string) => void; readonly giveUp: () => void }

/** Of which days the callbacks that were given up are sent again. */
export function ResendDialog({ developer: { devId, developerName }, asked, giveUp }: Props): ReactNode {
  const [form] = Form.useForm<{ readonly days: readonly [Dayjs, Dayjs] }>();
  const { isBusy, fault, submit } = useSubmit();
  const today = dayjs(timeText(Date.now()).slice(0, 10));
  const send = ({ days: [from, to] }: { readonly days: readonly [Dayjs, Dayjs] }): Promise<void> => submit(async () => {
    const { batch } = await api.resendGivenUp({ devId, fromDay: wireDay(from.format('YYYY-MM-DD')), toDay: wireDay(to.format('YYYY-MM-DD')) });
    asked(batch);
  });
  return (
    <Modal open title="批量重发已放弃的通知" okText="开始重发" cancelText="取消" onCancel={giveUp} mask={{ closable: false }} okButtonProps={{ htmlType: 'submit', loading: isBusy }}
      modalRender={(content) => <Form form={form} layout="vertical" initialValues={{ days: [today, today] }} onFinish={send}>{content}</Form>}>
      <Trouble words={fault} />
      <p className="action-words">把 {developerName}（{devId}）在所选日期产生、已放弃的通知各再发送一次。先逐条试发，对方接受后再成批发送；对方仍不能接受时自动停止。</p>
      <Form.Item name="days" label="产生日期" rules={[{ required: true, message: '请选择日期' }]}><DatePicker.RangePicker className="wide" allowClear={false} /></Form.Item>
    </Modal>
  );
}
