import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';

/** The picture comes as SVG; as the source of an image nothing in it can run. */
const asImage = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export function CaptchaField({ picture, renew }: { readonly picture: string | undefined; readonly renew: () => void }): ReactNode {
  if (picture === undefined) return null;
  return (
    <Form.Item label="图形验证码" required>
      <div className="captcha">
        <Form.Item name="captcha" noStyle rules={[{ required: true, message: '请输入图形验证码' }]}>
          <Input autoComplete="off" maxLength={12} aria-label="图形验证码" />
        </Form.Item>
        <img src={asImage(picture)} alt="图形验证码图片" height={40} />
        <Button type="link" onClick={renew}>换一张</Button>
      </div>
    </Form.Item>
  );
}
