import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { NextStep } from '../../../../contracts/console/sign-in.js';
import { api } from '../api/client.js';
import { sealPassword } from '../api/sealed-password.js';
import { Trouble } from './frame.js';
import { NewPasswordFields, type NewPassword } from './new-password-fields.js';
import { useSubmit } from './use-submit.js';

interface Typed extends NewPassword { readonly password: string }

/** Changes one's own password: at the gate when it has to be, and of one's own will. */
export function ChangePasswordForm({ account, goOn }: { readonly account: string; readonly goOn: (next: NextStep) => void }): ReactNode {
  const [form] = Form.useForm<Typed>();
  const { isBusy, fault, submit } = useSubmit();
  const change = ({ password, newPassword }: Typed): Promise<void> => submit(async () => {
    const challenge = await api.challenge({ purpose: 'change-password' });
    const [cipher, newCipher] = await Promise.all([sealPassword(password, challenge), sealPassword(newPassword, challenge)]);
    const { next } = await api.changePassword({ challengeNo: challenge.challengeNo, cipher, newCipher });
    goOn(next);
  });
  return (
    <Form<Typed> form={form} layout="vertical" size="large" requiredMark={false} onFinish={change}>
      <Trouble words={fault} />
      <input className="unseen-field" type="text" autoComplete="username" value={account} readOnly tabIndex={-1} aria-hidden="true" />
      <Form.Item name="password" label="当前口令" rules={[{ required: true, message: '请输入当前口令' }]}>
        <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
      </Form.Item>
      <NewPasswordFields account={account} />
      <Button type="primary" htmlType="submit" block loading={isBusy}>更换口令</Button>
    </Form>
  );
}
