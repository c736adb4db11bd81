import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { passwordHints, unseenRules } from '../../shared/password-hints.js';

export interface NewPassword { readonly newPassword: string; readonly again: string }

/** A new password, typed twice, with the rules that can be seen from here checked while it is typed. */
export function NewPasswordFields({ account }: { readonly account: string }): ReactNode {
  const typed = (Form.useWatch('newPassword') as string | undefined) ?? '';
  const hints = passwordHints(typed, account);
  return (
    <>
      <Form.Item name="newPassword" label="新口令" rules={[{ validator: (_rule, value: string | undefined) => (passwordHints(value ?? '', account).every(({ holds }) => holds) ? Promise.resolve() : Promise.reject(new Error('新口令还不符合下面的要求'))) }]} validateTrigger="onSubmit">
        <Input.Password autoComplete="new-password" maxLength={128} aria-describedby="password-rules" />
      </Form.Item>
      <ul id="password-rules" className="password-rules">
        {hints.map(({ words, holds }) => (
          <li key={words} className={holds ? 'holds' : ''}>{holds ? <CheckCircleFilled aria-label="已满足" /> : <MinusCircleOutlined aria-label="未满足" />} {words}</li>
        ))}
        <li className="unseen">{unseenRules}</li>
      </ul>
      <Form.Item name="again" label="再次输入新口令" dependencies={['newPassword']} validateTrigger="onBlur" rules={[({ getFieldValue }) => ({
        validator: (_rule, value: string | undefined) => ((value ?? '') === ((getFieldValue('newPassword') as string | undefined) ?? '') ? Promise.resolve() : Promise.reject(new Error('两次输入的新口令不一致'))),
      })]}>
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
    </>
  );
}
