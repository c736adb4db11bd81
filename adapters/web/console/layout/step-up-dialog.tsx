import { Modal, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { api, session } from '../api/client.js';
import { CodeForm } from '../sign-in/code-form.js';
import { useMe } from './me-context.js';

const KeyForm = lazy(async () => ({ default: (await import('../sign-in/key-form.js')).KeyForm }));

/** Before the dialog of whatever asked for it. */
const zIndex = 1100;

/** Asks once more who is there when the server wants to know before it does something grave; then what was refused is sent again (AUTH-10). */
export function StepUpDialog(): ReactNode {
  const { factor } = useMe();
  const [answer, setAnswer] = useState<(isProved: boolean) => void>();
  useEffect(() => {
    session.stepUp = () => new Promise<boolean>((resolve) => { setAnswer(() => resolve); });
    return () => { session.stepUp = () => Promise.resolve(false); };
  }, []);
  const end = (isProved: boolean): void => {
    answer?.(isProved);
    setAnswer(undefined);
  };
  return (
    <Modal open={answer !== undefined} title="再次验证身份" footer={null} width={factor === 'ukey' ? 480 : 380} zIndex={zIndex} destroyOnHidden mask={{ closable: false }} onCancel={() => { end(false); }}>
      <p>此操作须再次验证身份。</p>
      {factor === 'ukey'
        ? <Suspense fallback={<Spin />}><KeyForm ask={api.stepUpQuestion} prove={async (body) => { await api.stepUpByKey(body); end(true); }} /></Suspense>
        : <CodeForm action="验证并继续" prove={async (code) => { await api.stepUp(code); end(true); }} />}
    </Modal>
  );
}
