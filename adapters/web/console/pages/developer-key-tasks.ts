import type { DeveloperKeys } from '../../../../contracts/console/developers.js';
import { linesIn, textIfAny, textIn, type FormValues } from '../../shared/form-values.js';
import { deedRemarkField, remarkIn, said, type Field } from '../actions/action-types.js';
import type { Task } from '../actions/task.js';
import { api } from '../api/client.js';

type Key = DeveloperKeys['keys'][number];
const isSm2 = ({ algorithm }: FormValues): boolean => algorithm === 'SM2';
const moment = { kind: 'text', name: 'until', label: '停用时间', isRequired: true, maxLength: 16, placeholder: '2026-12-31 18:00', pattern: [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '如 2026-12-31 18:00（北京时间）'] } as const satisfies Field;
/** `2026-12-31 18:00` as the wire writes it. */
const wireMoment = (values: FormValues): string => `${textIn(values, 'until').replace(/[^0-9]/g, '')}00`;
const sm2Fields: readonly Field[] = [
  { kind: 'one', name: 'sm2Encoding', label: '签名编码', isRequired: true, options: [{ value: 'der', label: 'DER（多数 Java、openssl）' }, { value: 'raw', label: 'r‖s 64 字节（加密机、部分 JavaScript 库）' }], isAsked: isSm2 },
  { kind: 'text', name: 'sm2UserId', label: '用户标识', maxLength: 64, hint: '不填为 1234567812345678', isAsked: isSm2 },
];
const sm2In = (values: FormValues) => ({ sm2Encoding: textIn(values, 'sm2Encoding') === 'raw' ? 'raw' as const : 'der' as const, ...textIfAny(values, 'sm2UserId') });
const named = ({ devId, version }: DeveloperKeys) => ({ devId, version });

export function importTask(shown: DeveloperKeys): Task {
  const { algorithm, sm2Encoding = 'der', sm2UserId = '', keys } = shown;
  const isFirst = !keys.some(({ isAccepted }) => isAccepted);
  return {
    key: 'import', title: '导入', heading: '导入公钥', isGrave: false, words: '粘贴开发者自己生成的公钥（不是私钥）。私钥由开发者保管，任何人不应向平台提供私钥。',
    form: () => ({
      fields: [
        { kind: 'one', name: 'algorithm', label: '签名算法', isRequired: true, options: [{ value: 'RSA2', label: 'RSA2（2048 位以上）' }, { value: 'SM2', label: '国密 SM2' }] }, ...sm2Fields,
        { kind: 'words', name: 'publicKey', label: '开发者公钥', isRequired: true, maxLength: 8192, rows: 6, hint: 'PEM、Base64；SM2 也可以是 04 开头的十六进制' },
        ...(isFirst ? [] : [
          { kind: 'one', name: 'former', label: '原密钥', isRequired: true, options: [{ value: 'keep', label: '与新密钥同时有效，以后停用' }, { value: 'until', label: '到指定时间停用' }, { value: 'retire', label: '立即停用原密钥' }] } as const,
          { ...moment, isAsked: ({ former }: FormValues) => former === 'until' },
        ]),
      ],
      initial: { algorithm, sm2Encoding, sm2UserId, former: isFirst ? 'retire' : 'keep' },
    }),
    run: async (values) => {
      const former = isFirst ? 'retire' : textIn(values, 'former');
      const chosen = textIn(values, 'algorithm') === 'SM2' ? 'SM2' : 'RSA2';
      await api.importKey({
        ...named(shown), algorithm: chosen, publicKey: textIn(values, 'publicKey'), ...(chosen === 'SM2' && sm2In(values)),
        ...(former === 'until' ? { former, until: wireMoment(values) } : { former: former === 'keep' ? 'keep' as const : 'retire' as const }),
      });
      return said('公钥已导入，立即生效');
    },
  };
}

export function retireTask(shown: DeveloperKeys, { fingerprint, isAccepted }: Key): Task {
  return {
    key: 'retire', title: isAccepted ? '停用' : '移除', heading: '停用公钥', isGrave: true, words: `SM3 指纹 ${fingerprint.slice(0, 32)}…。停用以后，用它签名的请求答 40003。${shown.keys.filter((key) => key.isAccepted).length === 1 && isAccepted ? '这是唯一有效的公钥，停用以后该开发者不能调用任何接口。' : ''}`,
    form: () => (isAccepted ? {
      fields: [{ kind: 'one', name: 'when', label: '何时停用', isRequired: true, options: [{ value: 'now', label: '立即' }, { value: 'until', label: '到指定时间' }] }, { ...moment, isAsked: ({ when }: FormValues) => when === 'until' }, deedRemarkField], initial: { when: 'now' },
    } : { fields: [deedRemarkField], initial: {} }),
    run: async (values) => {
      await api.retireKey({ ...named(shown), fingerprint, ...(textIn(values, 'when') === 'until' && { until: wireMoment(values) }), ...remarkIn(values) });
      return said(textIn(values, 'when') === 'until' ? '已设定停用时间' : '公钥已停用');
    },
  };
}

export const schemeTask = (shown: DeveloperKeys): Task => ({
  key: 'scheme', title: '修改', heading: '修改签名参数', isGrave: false, words: '对该开发者的全部密钥立即生效，平台对其应答和通知也按此签名；请与开发者约定时间。',
  form: () => ({ fields: sm2Fields.map(({ isAsked: _, ...field }) => field as Field), initial: { sm2Encoding: shown.sm2Encoding ?? 'der', sm2UserId: shown.sm2UserId ?? '' } }),
  run: async (values) => { await api.setScheme({ ...named(shown), ...sm2In(values) }); return said('签名参数已修改'); },
});

export const originsTask = (shown: DeveloperKeys): Task => ({
  key: 'origins', title: '修改', heading: '修改回调来源', isGrave: false, words: '请求里的 notifyUrl、returnUrl 等地址必须在这些来源之内（协议、域名、端口都相同）。',
  form: () => ({ fields: [{ kind: 'words', name: 'allowedOrigins', label: '允许的回调来源', maxLength: 10_000, rows: 4, hint: '一行一个，如 https://pay.example.gov.cn 或 https://pay.example.gov.cn:8443，不带路径' }], initial: { allowedOrigins: shown.allowedOrigins.join('\n') } }),
  run: async (values) => { await api.setOrigins({ ...named(shown), allowedOrigins: linesIn(values, 'allowedOrigins') }); return said('回调来源已修改'); },
});
