import { Button, Form, Input, Typography } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { KeyQuestion, ProveByKey } from '../../../../contracts/console/sign-in.js';
import { wordsOf } from '../api/client.js';
import { Trouble } from './frame.js';
import { useSubmit } from './use-submit.js';

/** Where the software of a UKey's maker puts itself, if it is installed: takes the text, gives r and s in hex. */
interface UKey { sign(text: string): Promise<string> }
export const installedKey = (): UKey | undefined => (window as unknown as { readonly tongjiaoUKey?: UKey }).tongjiaoUKey;

interface Props { readonly ask: () => Promise<KeyQuestion>; readonly prove: (body: ProveByKey) => Promise<void> }

/** Second factor with a UKey: signs the question of the server, by the maker's software or by hand with its tool. */
export function KeyForm({ ask, prove: show }: Props): ReactNode {
  const [form] = Form.useForm<{ signature: string }>();
  const [question, setQuestion] = useState<KeyQuestion>();
  const { isBusy, fault, setFault, submit } = useSubmit();
  useEffect(() => { ask().then(setQuestion, (refusal: unknown) => { setFault(wordsOf(refusal)); }); }, [ask, setFault]);
  if (question === undefined) return <Trouble words={fault} />;
  const prove = (signature: string): Promise<void> => submit(async () => {
    try {
      await show({ challengeNo: question.challengeNo, signature });
    } catch (refusal) {
      form.resetFields();
      setQuestion(await ask());
      throw refusal;
    }
  });
  const key = installedKey();
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={({ signature }) => prove(signature.trim().toLowerCase())}>
      <Trouble words={fault} />
      {key !== undefined && <Button type="primary" block loading={isBusy} onClick={() => { key.sign(question.text).then(prove, () => { setFault('UKey 没有完成签名，请检查后重试'); }); }}>用 UKey 签名</Button>}
      <Form.Item label="待签名文本"><Typography.Text code copyable>{question.text}</Typography.Text></Form.Item>
      <Form.Item name="signature" label="签名" extra="用 UKey 工具对上面的文本签名（SM2），粘贴 128 位十六进制结果" rules={[{ required: true, pattern: /^\s*[0-9a-fA-F]{128}\s*$/, message: '签名为 128 位十六进制' }]}>
        <Input.TextArea rows={3} spellCheck={false} autoFocus={key === undefined} />
      </Form.Item>
      <Button type={key === undefined ? 'primary' : 'default'} htmlType="submit" block>提交签名</Button>
    </Form>
  );
}
