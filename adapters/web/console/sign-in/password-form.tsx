import { Button, Form, Input, type InputRef } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { NextStep } from '../../../../contracts/console/sign-in.js';
import { api, Refused } from '../api/client.js';
import { sealPassword } from '../api/sealed-password.js';
import { CaptchaField } from './captcha-field.js';
import { Trouble } from './frame.js';
import { useChallenge } from './use-challenge.js';
import { useSubmit } from './use-submit.js';

interface Typed { readonly account: string; readonly password: string; readonly captcha?: string }
interface Props { readonly notice: string | undefined; readonly goOn: (next: NextStep, account: string) => void; readonly activate: () => void }

export function PasswordForm({ notice, goOn, activate }: Props): ReactNode {
  const [form] = Form.useForm<Typed>();
  const password = useRef<InputRef>(null);
  const { picture, ask, take, letGo } = useChallenge('sign-in');
  const { isBusy, fault, setFault, submit } = useSubmit();
  const accountNow = (): string => ((form.getFieldValue('account') as string | undefined) ?? '').trim();

  /** Whether a picture is needed shows as soon as the account is known. */
  const look = (): void => {
    if (accountNow() !== '') take(accountNow()).catch(() => undefined);
  };
  const renew = (): void => {
    form.setFieldValue('captcha', '');
    ask(accountNow()).catch(() => { setFault('连接不上服务器，请检查网络后重试'); });
  };
  const signIn = ({ account: typed, password: secret, captcha }: Typed): Promise<void> => submit(async () => {
    const account = typed.trim();
    const { challenge, isNewPicture } = await take(account);
    if (isNewPicture || (challenge.captcha !== undefined && !captcha)) {
      form.setFieldValue('captcha', '');
      throw new Refused('CAPTCHA', '请输入图形验证码');
    }
    const cipher = await sealPassword(secret, challenge);
    letGo();
    try {
      const { next } = await api.signIn({ challengeNo: challenge.challengeNo, account, cipher, ...(captcha ? { captcha } : {}) });
      goOn(next, account);
    } catch (refusal) {
      form.setFieldsValue({ password: '', captcha: '' });
      await ask(account).catch(() => undefined);
      password.current?.focus();
      throw refusal;
    }
  });

  return (
    <Form<Typed> form={form} layout="vertical" size="large" requiredMark={false} onFinish={signIn}>
      <Trouble words={fault ?? notice} type={fault === undefined ? 'info' : 'error'} />
      <Form.Item name="account" label="账号" rules={[{ required: true, whitespace: true, message: '请输入账号' }]}>
        <Input autoComplete="username" maxLength={64} autoFocus spellCheck={false} onBlur={look} />
      </Form.Item>
      <Form.Item name="password" label="口令" rules={[{ required: true, message: '请输入口令' }]}>
        <Input.Password ref={password} autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <CaptchaField picture={picture} renew={renew} />
      <Button type="primary" htmlType="submit" block loading={isBusy}>登录</Button>
      <p className="gate-other">首次使用或口令已重置？<Button type="link" size="small" onClick={activate}>用激活码激活账号</Button></p>
    </Form>
  );
}
