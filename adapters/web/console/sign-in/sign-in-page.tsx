import { Button, Spin } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { NextStep } from '../../../../contracts/console/sign-in.js';
import { CodeForm } from './code-form.js';
import { Frame } from './frame.js';
import { PasswordForm } from './password-form.js';
import { api } from '../api/client.js';

const ActivationForm = lazy(async () => ({ default: (await import('./activation-form.js')).ActivationForm }));
const ChangePasswordForm = lazy(async () => ({ default: (await import('./change-password-form.js')).ChangePasswordForm }));
const EnrolmentForm = lazy(async () => ({ default: (await import('./enrolment-form.js')).EnrolmentForm }));
const KeyForm = lazy(async () => ({ default: (await import('./key-form.js')).KeyForm }));

type Step = 'password' | 'activate' | Exclude<NextStep, 'home'>;
const titles: Readonly<Record<Step, string>> = { password: '登录', activate: '激活账号', totp: '验证身份', ukey: 'UKey 验证', enrol: '绑定身份验证器', 'change-password': '更换口令' };

interface Props { readonly notice: string | undefined; readonly signedIn: () => void }

/** From the account to the home page, one step after the other, as the server asks for them. */
export function SignInPage({ notice, signedIn }: Props): ReactNode {
  const [step, setStep] = useState<Step>('password');
  const [account, setAccount] = useState('');
  const goOn = (next: NextStep, named = account): void => {
    setAccount(named);
    if (next === 'home') signedIn();
    else setStep(next);
  };
  return (
    <Frame title={titles[step]}>
      <Suspense fallback={<Spin />}>
        {step === 'password' && <PasswordForm notice={notice} goOn={goOn} activate={() => { setStep('activate'); }} />}
        {step === 'activate' && <ActivationForm goOn={goOn} back={() => { setStep('password'); }} />}
        {step === 'totp' && <CodeForm action="验证" prove={async (code) => { goOn((await api.proveCode(code)).next); }} />}
        {step === 'ukey' && <KeyForm ask={api.keyQuestion} prove={async (body) => { goOn((await api.proveKey(body)).next); }} />}
        {step === 'enrol' && <EnrolmentForm goOn={goOn} />}
        {step === 'change-password' && <><p className="gate-words">口令须更换后才能继续。</p><ChangePasswordForm account={account} goOn={goOn} /></>}
        {(step === 'totp' || step === 'ukey' || step === 'enrol') && <p className="gate-other"><Button type="link" size="small" onClick={() => { setStep('password'); }}>换一个账号</Button></p>}
      </Suspense>
    </Frame>
  );
}
