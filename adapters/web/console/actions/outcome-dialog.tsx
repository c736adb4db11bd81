import { Alert, Button, Modal, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { Outcome } from './action-types.js';

interface Props { readonly outcome: Outcome; readonly forget: () => void }

/** What came of an action, where it is to be read: a secret goes away only by its button. */
export function OutcomeDialog({ outcome, forget }: Props): ReactNode {
  if (outcome.kind === 'said') return null;
  const isCode = outcome.kind === 'code';
  return (
    <Modal open title={outcome.title} width={480} closable={!isCode} keyboard={!isCode} mask={{ closable: !isCode }} onCancel={forget} footer={<Button type="primary" onClick={forget}>{isCode ? '已记下，关闭' : '关闭'}</Button>}>
      {outcome.kind === 'verdict' && <Alert type={outcome.isGood ? 'success' : 'error'} showIcon title={outcome.words} role="alert" />}
      {outcome.kind === 'facts' && <dl className="shown-facts">{outcome.facts.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>}
      {outcome.kind === 'code' && (
        <>
          <p className="action-words">{outcome.words}</p>
          <p className="shown-once"><Typography.Text code>{outcome.code}</Typography.Text><Typography.Text copyable={{ text: outcome.code, icon: ['复制', '已复制'], tooltips: false }} /></p>
        </>
      )}
    </Modal>
  );
}
