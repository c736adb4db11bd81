import { expect } from 'chai';
import { X509Certificates } from '../../../adapters/outbound/crypto/x509-certificates.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import type { ChannelMerchant } from '../../../domain/directory/channel-merchant.js';
import { describeWithOpenSsl, OpenSslFolder } from '../crypto/open-ssl.js';
import { signedByGateway, type Message } from './unionpay-other-side.js';
import { anAccount, anAttempt, notice, posted, Scene } from './unionpay-scene.js';

const company = '041@Z12@中国银联股份有限公司@00000001';
interface Paper { readonly pem: string; readonly key: string; readonly file: string }

/** Throw-away RSA certificates by the openssl command. */
class Papers {
  readonly folder = new OpenSslFolder();
  #count = 0;

  issue(name: string, by?: Paper, authority = false, days = 3650): Paper {
    const file = `p${++this.#count}`;
    this.folder.write(`${file}.cnf`, `[req]\ndistinguished_name=dn\nprompt=no\nutf8=yes\nstring_mask=utf8only\n[dn]\nC=CN\nCN=${name}\n`);
    this.folder.write(`${file}.ext`, authority ? 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n' : 'basicConstraints=critical,CA:FALSE\n');
    this.folder.run('req', '-new', '-utf8', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${file}.key`, '-config', `${file}.cnf`, '-out', `${file}.csr`);
    const issuer = by === undefined ? ['-signkey', `${file}.key`] : ['-CA', `${by.file}.pem`, '-CAkey', `${by.file}.key`, '-CAcreateserial'];
    this.folder.run('x509', '-req', '-sha256', '-in', `${file}.csr`, '-days', String(days), '-extfile', `${file}.ext`, '-out', `${file}.pem`, ...issuer);
    return { file, pem: this.folder.text(`${file}.pem`).trim().replace(/\r?\n/g, '\r\n'), key: this.folder.text(`${file}.key`) };
  }
}

// CHN-03 with the real certificate check behind the adapter.
describeWithOpenSsl('UnionPay: whose certificate is believed (CHN-03)', function () {
  const papers = new Papers();
  const certificates = new X509Certificates(new NativeSm2Engine());
  let [root, middle, leaf]: readonly (Paper | undefined)[] = [];
  const made = (paper: Paper | undefined): Paper => paper ?? expect.fail('the papers are not made');

  before(function () {
    this.timeout(60_000);
    root = papers.issue('CFCA ACS CA', undefined, true);
    middle = papers.issue('CFCA ACS OCA31', root, true);
    leaf = papers.issue(company, middle);
  });
  after(() => { papers.folder.close(); });

  const account = (allowedName = '中国银联股份有限公司'): ChannelMerchant => anAccount({
    rootPems: JSON.stringify([made(root).pem]), middlePems: JSON.stringify([made(middle).pem]), allowedNames: JSON.stringify([allowedName]),
  });
  const signedBy = (paper: Paper, content: Message = notice()): Message => {
    const { signature: _first, ...fields } = content;
    return signedByGateway({ ...fields, signPubKeyCert: paper.pem }, '01', paper.key);
  };
  async function step(paper: Paper, now = Date.now(), merchant = account()): Promise<unknown> {
    const scene = new Scene({ certificates });
    const verdict = await scene.channel.messages.read(merchant, posted(signedBy(paper)), anAttempt(), now);
    return verdict.genuine ? 'genuine' : [verdict.why, scene.journal[0]?.fields?.['failedStep']];
  }

  it('UnionPay’s own, under the configured chain', async () => { expect(await step(made(leaf))).to.equal('genuine'); });
  it('a self-signed one with the right name is refused', async () => { expect(await step(papers.issue(company))).to.deep.equal(['certificate', 'chain']); });
  it('one with right names under a chain of the same names but other keys is refused', async () => {
    const falseRoot = papers.issue('CFCA ACS CA', undefined, true);
    expect(await step(papers.issue(company, papers.issue('CFCA ACS OCA31', falseRoot, true)))).to.deep.equal(['certificate', 'chain']);
  }).timeout(20_000);
  it('an expired one is refused, and one that is not valid yet', async () => {
    const elevenYears = 11 * 365 * 86_400_000;
    expect(await step(made(leaf), Date.now() + elevenYears)).to.deep.equal(['certificate', 'not-valid-now']);
    expect(await step(made(leaf), Date.now() - elevenYears)).to.deep.equal(['certificate', 'not-valid-now']);
  });
  it('that of another customer of the same authority is refused', async () => {
    expect(await step(papers.issue('041@8777290058110048@三明市某某商贸有限公司@00000001', made(middle)))).to.deep.equal(['certificate', 'name']);
  });
  it('one that carries the company’s name in another part of its CN is refused', async () => {
    expect(await step(papers.issue('041@中国银联股份有限公司@某某公司@1', made(middle)))).to.deep.equal(['certificate', 'name']);
  });
  it('a test name is believed only by an account that allows it', async () => {
    const test = papers.issue('00040000:SIGN', made(middle));
    expect(await step(test)).to.deep.equal(['certificate', 'name']);
    expect(await step(test, Date.now(), account('00040000:SIGN'))).to.equal('genuine');
  });
  it('the middle and the root themselves are refused as signers', async () => {
    for (const authority of [made(middle), made(root)]) expect(await step(authority)).to.deep.equal(['certificate', 'chain']);
  });
  it('a genuine certificate with somebody else’s signature is refused', async () => {
    expect(await step({ ...made(leaf), key: papers.issue('x').key })).to.deep.equal(['signature', 'wrong']);
  });
  it('text that is no certificate is refused', async () => {
    expect(await step({ ...made(leaf), pem: 'hello' })).to.deep.equal(['certificate', 'unreadable']);
  });
});
