import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { checkAccount } from '../../../../adapters/outbound/channels/alipay/account.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { account, alipayKeys, appKeys, rsaKeys, signer } from './alipay-world.js';

const key = alipayKeys.publicPem;
const bare = key.replace(/-----[^-]+-----|\s/g, '');
const withSettings = (settings: Record<string, string>, more: Partial<ChannelMerchant> = {}): ChannelMerchant => ({ ...account, ...more, settings: { ...account.settings, ...settings } });
const refusal = async (candidate: ChannelMerchant): Promise<string | undefined> => {
  const checked = await checkAccount(candidate, signer);
  return checked.ok ? undefined : checked.refusal;
};

describe('Alipay: checking an account before it is used', () => {
  it('accepts a complete account, its key as PEM or as bare base64', async () => {
    expect(await refusal(account)).to.equal(undefined);
    for (const text of [bare, ` ${bare}\n`, bare.replace(/(.{20})/g, '$1\n')]) {
      const checked = await checkAccount(withSettings({ alipayPublicKeyPem: text }), signer);
      expect(checked.ok && checked.value.alipayPublicKeyPem.trim()).to.equal(key.trim());
    }
  });

  it('refuses every blank secret and name', async () => {
    for (const blank of ['', '  ', '\n']) {
      expect(await refusal({ ...account, channelAppId: blank })).to.equal('app-id-missing');
      expect(await refusal({ ...account, channelMerchantNo: blank })).to.equal('seller-id-missing');
      expect(await refusal({ ...account, keyName: blank })).to.equal('key-name-missing');
      expect(await refusal(withSettings({ alipayPublicKeyPem: blank }))).to.equal('alipay-key-missing');
      expect(await refusal(withSettings({ gatewayUrl: blank }))).to.equal('gateway-url-bad');
    }
    expect(await refusal({ ...account, channelAppId: undefined })).to.equal('app-id-missing');
    expect(await refusal({ ...account, settings: {} })).to.equal('gateway-url-bad');
  });

  it('refuses our own public key where the key of Alipay belongs, in any spelling', async () => {
    for (const text of [appKeys.publicPem, appKeys.publicPem.replaceAll('\n', '\r\n'), appKeys.publicPem.replace(/-----[^-]+-----|\s/g, '')]) {
      expect(await refusal(withSettings({ alipayPublicKeyPem: text }))).to.equal('alipay-key-is-ours');
    }
  });

  it('refuses what is no RSA public key of 2048 bits', async () => {
    const privatePem = alipayKeys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const pkcs1 = alipayKeys.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const smallExponent = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    for (const text of ['AAAA', 'not a key', privatePem, pkcs1, smallExponent, rsaKeys(1024).publicPem]) expect(await refusal(withSettings({ alipayPublicKeyPem: text })), text.slice(0, 30)).to.equal('alipay-key-bad');
  });

  it('refuses gateway addresses that bring a query, credentials or another protocol', async () => {
    for (const gatewayUrl of ['openapi.alipay.com', 'ftp://a.cn/', 'https://a.cn/gateway.do?x=1', 'https://u:p@a.cn/gateway.do', 'https://a.cn/#x']) {
      expect(await refusal(withSettings({ gatewayUrl })), gatewayUrl).to.equal('gateway-url-bad');
    }
  });

  it('keeps sandbox and production apart, and production to its one host (CHN-01, CHN-07)', async () => {
    const at = (gatewayUrl: string, environment: ChannelMerchant['environment']) => refusal(withSettings({ gatewayUrl }, { environment }));
    expect(await at('https://openapi.alipay.com/gateway.do', 'production')).to.equal(undefined);
    const mixed = [
      'https://openapi-sandbox.dl.alipaydev.com/gateway.do', 'https://openapi.alipaydev.com/gateway.do', 'http://openapi.alipay.com/gateway.do',
      'https://127.0.0.1:8443/gateway.do', 'https://localhost/gateway.do', 'https://[::1]/gateway.do', 'https://2130706433/gateway.do',
      'https://pay.example/gateway.do', 'https://openapi.alipay.com.example/gateway.do', 'https://xopenapi.alipay.com/gateway.do', 'https://openapi.alipay.com./gateway.do',
    ];
    for (const url of mixed) expect(await at(url, 'production'), url).to.equal('environment-mixed');
    for (const environment of ['test', 'simulator'] as const) {
      for (const host of ['openapi.alipay.com', 'openapi.alipay.com.', 'OPENAPI.alipay.com']) expect(await at(`https://${host}/gateway.do`, environment), host).to.equal('environment-mixed');
      expect(await at('https://openapi-sandbox.dl.alipaydev.com/gateway.do', environment)).to.equal(undefined);
    }
  });
});
