import { expect } from 'chai';
import { freeTextBody, queryBody, templateBody } from '../../../adapters/outbound/text-messages/cloud-mas/requests.js';
import { cloudMasSettings } from '../../builders/cloud-mas-settings.js';

const textOf = (body: string): string => Buffer.from(body, 'base64').toString('utf8');
const content = '您有一笔非税缴款待支付';

describe('requests to the text message platform', () => {
  it('hold a free text with the mac of the computed example, as the Base64 text of JSON', () => {
    const body = freeTextBody(cloudMasSettings(), ['13800000001', '13800000002'], content);
    expect(body).to.match(/^[A-Za-z0-9+/]+={0,2}$/);
    expect(textOf(body)).to.equal(`{"ecName":"三明市财政局","apId":"smfs","mobiles":"13800000001,13800000002","content":"${content}","sign":"SIGN0001","addSerial":"","mac":"f2c4805a1706b12198276093f2419540"}`);
  });

  it('hold a template with its values serialised once, in message and mac alike', () => {
    const body = templateBody(cloudMasSettings({ addSerial: '01' }), ['13800000001'], 'TPL0001', ['350404263000000001', '80.00']);
    expect(textOf(body)).to.equal(String.raw`{"ecName":"三明市财政局","apId":"smfs","templateId":"TPL0001","mobiles":"13800000001","params":"[\"350404263000000001\",\"80.00\"]","sign":"SIGN0001","addSerial":"01","mac":"6be76e5eb635b8be6306822c03d4f8df"}`);
  });

  it('name one empty value where a template has none', () => {
    expect(JSON.parse(textOf(templateBody(cloudMasSettings(), ['13800000001'], 'TPL0001', [])))).to.include({ params: '[""]' });
  });

  it('hold the password only where the settings say so, and the mac stays the same', () => {
    const [without, within] = [false, true].map((secretKeyInBody) => textOf(freeTextBody(cloudMasSettings({ secretKeyInBody }), ['13800000001'], content)));
    const [plain, open] = [without, within].map((text) => JSON.parse(text ?? '') as Record<string, string>);
    expect(without).not.to.include('DemoSecret1');
    expect(open).to.deep.equal({ ...plain, secretKey: 'DemoSecret1' });
  });

  it('ask about a group', () => {
    // md5 of 三明市财政局smfsDemoSecret1G1, computed with another program.
    expect(JSON.parse(textOf(queryBody(cloudMasSettings(), 'G1', ['13800000001'])))).to.deep.equal({ ecName: '三明市财政局', apId: 'smfs', msgGroup: 'G1', mobiles: '13800000001', mac: '53e48f5c5449dde340d58e5de5ece049' });
    expect(JSON.parse(textOf(queryBody(cloudMasSettings(), 'G1', [])))).not.to.have.property('mobiles');
  });
});
