import type { Sm2PrivateKey } from '../../../adapters/outbound/crypto/sm2-engine.js';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** Signature example of GB/T 32918.5 annex A.2: published values. */
export const example = {
  key: {
    d: bytes('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
    pointHex: '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  } satisfies Sm2PrivateKey,
  message: Buffer.from('message digest'),
  z: 'b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3',
  e: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  k: '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  pkcs8: 'MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgOUUgj3shRLE/NuOKxtOflYiTk2koYLUaQvuB7033xbihRANCAAQJ+d8xHlQhoVDdfRYeS8XGchefrRgz/AdrsI/zVvNQIMzqSQziZ3WlLcbqcYzBqmAK7QX7814ISmYy9gctqa0T',
  spki: 'MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAECfnfMR5UIaFQ3X0WHkvFxnIXn60YM/wHa7CP81bzUCDM6kkM4md1pS3G6nGMwapgCu0F+/NeCEpmMvYHLamtEw==',
} as const;

/** Signatures by the example key under the default id, made by OpenSSL (security note 4.6). */
export const foreignSignatures: readonly { readonly message: string; readonly der: string; readonly raw: string }[] = [
  {
    message: '非税收入收缴',
    der: 'MEQCIFmqQ1sQM4qjom3p7UtK1lvmNLCQ0Uiry6vYQ2Rz2tASAiBQA6MkW2PPJuisK+DPv2HV2NGLah3rMRqZVQ8S6SgluQ==',
    raw: '59aa435b10338aa3a26de9ed4b4ad65be634b090d148abcbabd8436473dad0125003a3245b63cf26e8ac2be0cfbf61d5d8d18b6a1deb311a99550f12e92825b9',
  },
  {
    message: 'data=eyJtZXJjaGFudE5vIjoiTTM1MDQwMDAwMDEiLCJiaXpPcmRlck5vIjoiQjIwMjYxMTAxMDAwMSIsIm9yZGVyQW1vdW50IjoiMTAwIiwib3JkZXJUaXRsZSI6Iua1i+ivlee8tOi0uSJ9&devId=DEV0001&method=epay-trade-core.order.query&timestamp=20261101120000&version=1.0.0',
    der: 'MEYCIQDMObIlf6etAhr1GymTtMfSDK404faAK7wNh7ImFajsYgIhALgbFK8AFSHyTX8Tcsi2t2CA7Cw9wcyScTGk06yBGktz',
    raw: 'cc39b2257fa7ad021af51b2993b4c7d20cae34e1f6802bbc0d87b22615a8ec62b81b14af001521f24d7f1372c8b6b76080ec2c3dc1cc927131a4d3ac811a4b73',
  },
];
