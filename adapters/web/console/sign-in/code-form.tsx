import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { Trouble } from './frame.js';
import { useSubmit } from './use-submit.js';

interface Props { readonly action: string; readonly prove: (code: string) => Promise<void> }

/** Six digits from an authenticator. A code is good once, so a refused one is taken away. */
export function CodeForm({ action, prove }: Props): ReactNode {
  const [form] = Form.useForm<{ code: string }>();
  const { isBusy, fault, submit } = useSubmit();
  const send = ({ code }: { readonly code: string }): Promise<void> => submit(async () => {
    try {
      await prove(code);
    } catch (refusal) {
      form.setFieldValue('code', '');
      throw refusal;
    }
  });
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={send}>
      <Trouble words={fault} />
      <Form.Item name="code" label="动态口令" normalize={(typed: string) => typed.replaceAll(/\D/g, '')} validateTrigger="onSubmit" rules={[{ pattern: /^\d{6}$/, required: true, message: '请输入 6 位动态口令' }]}>
        <Input className="code-input" inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isBusy}>{action}</Button>
    </Form>
  );
}
