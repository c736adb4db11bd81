import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { NextStep } from '../../../../contracts/console/sign-in.js';
import { api, Refused } from '../api/client.js';
import { sealPassword } from '../api/sealed-password.js';
import { CaptchaField } from './captcha-field.js';
import { Trouble } from './frame.js';
import { NewPasswordFields, type NewPassword } from './new-password-fields.js';
import { useChallenge } from './use-challenge.js';
import { useSubmit } from './use-submit.js';

interface Typed extends NewPassword { readonly account: string; readonly activationCode: string; readonly captcha?: string }
interface Props { readonly goOn: (next: NextStep, account: string) => void; readonly back: () => void }

/** Who got a one-time code from the security officer chooses a password of their own with it. */
export function ActivationForm({ goOn, back }: Props): ReactNode {
  const [form] = Form.useForm<Typed>();
  const account = ((Form.useWatch('account', form) as string | undefined) ?? '').trim();
  const { picture, ask, take, letGo } = useChallenge('activate');
  const { isBusy, fault, submit } = useSubmit();
  const activate = ({ activationCode, newPassword, captcha }: Typed): Promise<void> => submit(async () => {
    const { challenge, isNewPicture } = await take(account);
    if (isNewPicture || (challenge.captcha !== undefined && !captcha)) {
      form.setFieldValue('captcha', '');
      throw new Refused('CAPTCHA', '请输入图形验证码');
    }
    const cipher = await sealPassword(newPassword, challenge);
    letGo();
    try {
      const { next } = await api.activate({ challengeNo: challenge.challengeNo, account, activationCode: activationCode.trim(), cipher, ...(captcha ? { captcha } : {}) });
      goOn(next, account);
    } catch (refusal) {
      form.setFieldValue('captcha', '');
      await ask(account).catch(() => undefined);
      throw refusal;
    }
  });
  return (
    <Form<Typed> form={form} layout="vertical" size="large" requiredMark={false} onFinish={activate}>
      <Trouble words={fault} />
      <Form.Item name="account" label="账号" rules={[{ required: true, whitespace: true, message: '请输入账号' }]}>
        <Input autoComplete="username" maxLength={64} autoFocus spellCheck={false} />
      </Form.Item>
      <Form.Item name="activationCode" label="激活码" rules={[{ required: true, message: '请输入激活码' }, { pattern: /^\s*[A-Za-z0-9_-]{8,64}\s*$/, message: '激活码为 8 至 64 位字母、数字' }]}>
        <Input autoComplete="one-time-code" maxLength={66} spellCheck={false} />
      </Form.Item>
      <NewPasswordFields account={account} />
      <CaptchaField picture={picture} renew={() => { ask(account).catch(() => undefined); }} />
      <Button type="primary" htmlType="submit" block loading={isBusy}>激活账号</Button>
      <p className="gate-other"><Button type="link" size="small" onClick={back}>返回登录</Button></p>
    </Form>
  );
}
