import { Spin, Typography } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { Enrolment, NextStep } from '../../../../contracts/console/sign-in.js';
import { api, wordsOf } from '../api/client.js';
import { CodeForm } from './code-form.js';
import { Trouble } from './frame.js';
import { QrPicture } from './qr-picture.js';

const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

/** Binds an authenticator: its secret is shown this once. */
export function EnrolmentForm({ goOn }: { readonly goOn: (next: NextStep) => void }): ReactNode {
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    api.enrolment().then((given) => { if (isWanted) setEnrolment(given); }, (refusal: unknown) => { if (isWanted) setFault(wordsOf(refusal)); });
    return () => { isWanted = false; };
  }, []);
  if (enrolment === undefined) return fault === undefined ? <Spin /> : <Trouble words={fault} />;
  return (
    <>
      <p className="gate-words">用手机上的身份验证器扫描二维码；不能扫描时，手工输入密钥。</p>
      <div className="enrolment">
        <QrPicture text={enrolment.uri} label="动态口令二维码" />
        <Typography.Text code copyable={{ text: enrolment.secret, tooltips: ['复制密钥', '已复制'] }}>{inFours(enrolment.secret)}</Typography.Text>
      </div>
      <CodeForm action="绑定并继续" prove={async (code) => { goOn((await api.confirmEnrolment(code)).next); }} />
    </>
  );
}
