import { Alert, Form, Modal, Spin } from 'antd';
import type { ReactNode } from 'react';
import type { FormValues } from '../../shared/form-values.js';
import { Refused } from '../api/client.js';
import { Trouble } from '../sign-in/frame.js';
import { useSubmit } from '../sign-in/use-submit.js';
import type { FormSpec, Outcome } from './action-types.js';
import { FormField } from './form-field.js';
import type { Task } from './task.js';
import { useFormSpec } from './use-form-spec.js';

const [usualWidth, groupedWidth] = [520, 760];

interface Props { readonly task: Task; readonly done: (outcome: Outcome) => void; readonly giveUp: () => void }

/** Says what will happen, asks for what is needed, and does it. What the server refuses is shown at its field, or above all of them. */
export function ActionDialog({ task, done, giveUp }: Props): ReactNode {
  const [form] = Form.useForm<FormValues>();
  const { isBusy, fault, submit } = useSubmit();
  const asked = useFormSpec(task);
  const spec = asked.kind === 'ready' ? asked.spec : undefined;
  const send = (values: FormValues): Promise<void> => submit(async () => {
    try {
      done(await task.run(values));
    } catch (refusal) {
      if (!(refusal instanceof Refused) || refusal.field === undefined || !(refusal.field in form.getFieldsValue())) throw refusal;
      form.setFields([{ name: refusal.field, errors: [refusal.message] }]);
      form.scrollToField(refusal.field, { block: 'center' });
    }
  });
  /** What was said of a value does not hold for another one. */
  const forgive = (changed: FormValues): void => { form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] }))); };
  return (
    <Modal open className="action-dialog" title={task.heading} width={spec?.fields.some(({ kind }) => kind === 'grouped' || kind === 'rows') ? groupedWidth : usualWidth} mask={{ closable: false }} keyboard={!isBusy} onCancel={giveUp}
      okText={task.title} cancelText="取消" okButtonProps={{ htmlType: 'submit', danger: task.isGrave, loading: isBusy, disabled: spec === undefined, autoFocus: spec?.fields.length === 0 }} cancelButtonProps={{ disabled: isBusy }} closable={!isBusy}
      modalRender={(content) => (spec === undefined ? content : <Form form={form} name="action" layout="vertical" validateTrigger="onSubmit" initialValues={spec.initial} onFinish={send} onValuesChange={forgive}>{content}</Form>)}>
      <Trouble words={asked.kind === 'fault' ? asked.words : fault} />
      {task.words !== undefined && <p className="action-words">{task.words}</p>}
      {asked.kind === 'waiting' && <div className="action-waiting"><Spin /></div>}
      {spec !== undefined && <Fields spec={spec} />}
    </Modal>
  );
}

/** Those that are asked, by what the others say. */
function Fields({ spec: { fields, initial, notice } }: { readonly spec: FormSpec }): ReactNode {
  const values = Form.useWatch((all: FormValues) => all) ?? initial;
  const asked = fields.filter(({ isAsked }) => isAsked?.({ ...initial, ...values }) ?? true);
  const first = asked.find(({ kind }) => kind !== 'kept');
  return (
    <>
      {notice !== undefined && <Alert className="notice" type="warning" showIcon title={notice} />}
      {asked.map((field) => <FormField key={field.name} field={field} isFirst={field === first} />)}
    </>
  );
}
