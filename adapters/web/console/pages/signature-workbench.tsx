import { Alert, Button, Form, Input, Select, Tabs, Tag, Typography } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { WorkbenchAnswer, WorkbenchChoices, WorkbenchSample } from '../../../../contracts/console/workbench.js';
import { textIfAny, type FormValues } from '../../shared/form-values.js';
import { api, Refused, wordsOf } from '../api/client.js';
import { PageTitle } from '../layout/page-title.js';
import { useLocation } from '../routing/location.js';
import { Trouble } from '../sign-in/frame.js';
import { useSubmit } from '../sign-in/use-submit.js';
import { ByteRows } from './byte-rows.js';
import type { OwnPageProps } from './page-props.js';

const maxPasted = 30_000;

/** 签名工作台: paste a request, see what the gateway computes of it and why its signature is refused. */
export function SignatureWorkbench({ title, above }: OwnPageProps): ReactNode {
  const asked = new URLSearchParams(useLocation().search).get('devId') ?? undefined;
  const [form] = Form.useForm<FormValues>();
  const [choices, setChoices] = useState<WorkbenchChoices>();
  const [sample, setSample] = useState<WorkbenchSample>();
  const [answer, setAnswer] = useState<WorkbenchAnswer>();
  const { isBusy, fault, setFault, submit } = useSubmit();
  useEffect(() => {
    const leaving = new AbortController();
    api.workbenchChoices(leaving.signal).then(setChoices, (refusal: unknown) => { if (!leaving.signal.aborted) setFault(wordsOf(refusal)); });
    return () => { leaving.abort(); };
  }, [setFault]);
  const check = (values: FormValues): Promise<void> => submit(async () => {
    setAnswer(undefined);
    try {
      // What was signed is compared byte by byte: nothing is cut off at its ends.
      const signedText = typeof values['signedText'] === 'string' && values['signedText'] !== '' ? { signedText: values['signedText'] } : {};
      setAnswer(await api.checkSignature({ devId: String(values['devId']), request: String(values['request']), ...textIfAny(values, 'signature'), ...signedText }));
    } catch (refusal) {
      if (!(refusal instanceof Refused) || refusal.field === undefined || !(refusal.field in values)) throw refusal;
      form.setFields([{ name: refusal.field, errors: [refusal.message] }]);
    }
  });
  const makeSample = (): Promise<void> => submit(async () => {
    const { devId } = await form.validateFields(['devId']) as { readonly devId: string };
    const made = await api.workbenchSample(devId);
    setSample(made);
    setAnswer(undefined);
    form.setFieldsValue({ request: made.request, signature: '', signedText: '' });
  });
  const options = choices?.developers.map(({ devId, developerName, algorithm }) => ({ value: devId, label: `${developerName}（${devId}，${algorithm}）` })) ?? [];
  return (
    <>
      <PageTitle title={title} above={above} />
      <section className="panel bench">
        <p className="action-words">粘贴开发者发出的请求，查看平台计算的待签名文本、摘要和验签结果；验签不通过时逐一尝试常见的错误写法。粘贴的内容不保存，也不写日志。</p>
        <Trouble words={fault} />
        <Form form={form} name="workbench" layout="vertical" validateTrigger="onSubmit" initialValues={{ devId: asked }} onFinish={(values: FormValues) => { void check(values); }}
          onValuesChange={(changed: FormValues) => { form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] }))); }}>
          <Form.Item name="devId" label="开发者" rules={[{ required: true, message: '请选择开发者' }]}><Select showSearch={{ optionFilterProp: 'label' }} placeholder="请选择开发者" options={options} loading={choices === undefined} /></Form.Item>
          <Form.Item name="request" label="请求" rules={[{ required: true, whitespace: true, message: '请粘贴请求' }]} extra="请求正文，JSON 或表单，按实际发送的原样粘贴"><Input.TextArea rows={8} maxLength={maxPasted} spellCheck={false} /></Form.Item>
          <Form.Item name="signature" label="签名" extra="不填则用请求里的 sign"><Input.TextArea rows={2} maxLength={4000} spellCheck={false} /></Form.Item>
          <Form.Item name="signedText" label="对方的待签名文本" extra="开发者的程序实际签名的文本，填写后与平台的逐字节比较"><Input.TextArea rows={3} maxLength={maxPasted} spellCheck={false} /></Form.Item>
          <div className="panel-actions">
            <Button type="primary" htmlType="submit" loading={isBusy}>检查</Button>
            <Button disabled={isBusy} onClick={() => { void makeSample(); }}>生成样例请求</Button>
          </div>
        </Form>
      </section>
      {answer !== undefined && <AnswerView answer={answer} />}
      {sample !== undefined && answer === undefined && (
        <section className="panel bench">
          <h2>待签名文本（样例）</h2>
          <p className="action-words">请开发者用自己的私钥对下面的文本签名，把结果填入“签名”后检查。<Typography.Text copyable={{ text: sample.canonicalText, icon: ['复制', '已复制'], tooltips: false }} /></p>
          <pre className="pasted">{sample.canonicalText}</pre>
        </section>
      )}
      <section className="panel bench">
        <h2>各语言签名示例</h2>
        <Tabs items={(choices?.samples ?? []).map(({ language, needs, code }) => ({
          key: language, label: language,
          children: <><p className="action-words">{needs} <Typography.Text copyable={{ text: code, icon: ['复制', '已复制'], tooltips: false }} /></p><pre className="pasted">{code}</pre></>,
        }))} />
      </section>
    </>
  );
}

function AnswerView({ answer: { steps, algorithm, canonicalText, digest, isVerified, verdict, explanation, pasted } }: { readonly answer: WorkbenchAnswer }): ReactNode {
  return (
    <section className="panel bench" aria-label="检查结果">
      <Alert className="notice" role="alert" type={isVerified ? 'success' : 'error'} showIcon title={verdict} {...(explanation.length > 0 && { description: <ul>{explanation.map((one) => <li key={one}>{one}</li>)}</ul> })} />
      {pasted !== undefined && (
        <div className="bench-part"><h3>与对方的待签名文本比较</h3><p>{pasted.words}</p>{pasted.difference !== undefined && <ByteRows difference={pasted.difference} />}</div>
      )}
      <div className="bench-part">
        <h3>平台计算的待签名文本 <Typography.Text copyable={{ text: canonicalText, icon: ['复制', '已复制'], tooltips: false }} /></h3>
        <pre className="pasted">{canonicalText}</pre>
      </div>
      {digest !== undefined && <div className="bench-part"><h3>摘要（{algorithm === 'RSA2' ? 'SHA-256' : '含 Z 值的 SM3'}）</h3><pre className="pasted">{digest}</pre></div>}
      <div className="bench-part">
        <h3>网关的其他检查</h3>
        <ul className="bench-steps">{steps.map(({ title, isGood, words }) => <li key={title}><span className="step-name">{title}</span><Tag {...(isGood === undefined ? {} : { color: isGood ? 'success' : 'error' })}>{isGood === undefined ? '未检查' : isGood ? '通过' : '不通过'}</Tag><span>{words}</span></li>)}</ul>
      </div>
    </section>
  );
}
