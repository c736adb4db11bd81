import { App, Button, Form, Input, Typography } from 'antd';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { KeyQuestion } from '../../../../contracts/console/sign-in.js';
import { api, wordsOf } from '../api/client.js';
import { goTo } from '../routing/location.js';
import { Trouble } from '../sign-in/frame.js';
import { installedKey } from '../sign-in/key-form.js';
import { useSubmit } from '../sign-in/use-submit.js';
import { PageTitle } from './page-title.js';

interface Typed { readonly publicKey: string; readonly signature: string; readonly remark?: string }
const hex = (typed: string): string => typed.trim().toLowerCase();

/** Somebody hands in the key of the own UKey; it counts once a security officer has agreed (AUTH-03). */
export function RegisterKeyPage(): ReactNode {
  const [form] = Form.useForm<Typed>();
  const { modal } = App.useApp();
  const [question, setQuestion] = useState<KeyQuestion>();
  const { isBusy, fault, setFault, submit } = useSubmit();
  const ask = useCallback((): Promise<void> => api.registerQuestion().then(setQuestion), []);
  useEffect(() => { ask().catch((refusal: unknown) => { setFault(wordsOf(refusal)); }); }, [ask, setFault]);
  const send = ({ publicKey, signature, remark = '' }: Typed): Promise<void> => submit(async () => {
    if (question === undefined) return;
    try {
      const { print } = await api.registerKey({ challengeNo: question.challengeNo, publicKey: hex(publicKey), signature: hex(signature), remark });
      void modal.success({ title: '已提交，等待安全管理员审批', content: `公钥指纹（SM3）${print}。请携带 UKey 当面核对；审批以前仍用原来的第二因素登录。`, okText: '知道了', onOk: () => { goTo('/'); } });
    } catch (refusal) {
      // A question is good for one answer.
      form.resetFields(['signature']);
      await ask();
      throw refusal;
    }
  });
  const key = installedKey();
  const signIt = (): void => {
    if (key !== undefined && question !== undefined) key.sign(question.text).then((signature) => { form.setFieldValue('signature', signature); }, () => { setFault('UKey 没有完成签名，请检查后重试'); });
  };
  return (
    <>
      <PageTitle title="登记 UKey" />
      <div className="panel narrow">
        <p className="gate-words">登记后由安全管理员当面核对指纹、审批；生效后以 UKey 代替动态口令登录和再次验证。</p>
        <Trouble words={fault} />
        {question !== undefined && (
          <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={send}>
            <Form.Item name="publicKey" label="公钥" extra="由 UKey 工具导出（SM2，04 开头的 130 位十六进制）" rules={[{ required: true, pattern: /^\s*04[0-9a-fA-F]{128}\s*$/, message: '公钥为 04 开头的 130 位十六进制' }]}>
              <Input.TextArea rows={3} spellCheck={false} autoFocus />
            </Form.Item>
            <Form.Item label="待签名文本" extra="两分钟内有效"><Typography.Text code copyable>{question.text}</Typography.Text></Form.Item>
            {key !== undefined && <Form.Item><Button onClick={signIt}>用 UKey 签名</Button></Form.Item>}
            <Form.Item name="signature" label="签名" extra="用同一个 UKey 对上面的文本签名（SM2），粘贴 128 位十六进制结果" rules={[{ required: true, pattern: /^\s*[0-9a-fA-F]{128}\s*$/, message: '签名为 128 位十六进制' }]}>
              <Input.TextArea rows={3} spellCheck={false} />
            </Form.Item>
            <Form.Item name="remark" label="备注"><Input maxLength={200} /></Form.Item>
            <Button type="primary" htmlType="submit" block loading={isBusy}>提交登记</Button>
          </Form>
        )}
      </div>
    </>
  );
}
