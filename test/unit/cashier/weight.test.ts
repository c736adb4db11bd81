import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import ts from 'typescript';
import { handoverScript, script } from '../../../adapters/inbound/cashier/pages/script.js';
import { style } from '../../../adapters/inbound/cashier/pages/style.js';
import { aPaidView, aView, openFakeCashier, type FakeCashier } from './fake-cashier.js';
import { order, post, read, type ReadPage } from './page-reader.js';

const newerThanEs5: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ArrowFunction, ts.SyntaxKind.ClassDeclaration, ts.SyntaxKind.TemplateExpression, ts.SyntaxKind.NoSubstitutionTemplateLiteral, ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.ForOfStatement, ts.SyntaxKind.ShorthandPropertyAssignment, ts.SyntaxKind.ObjectBindingPattern, ts.SyntaxKind.ArrayBindingPattern, ts.SyntaxKind.QuestionDotToken,
  ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AwaitExpression, ts.SyntaxKind.ComputedPropertyName, ts.SyntaxKind.MethodDeclaration,
]);

/** Names of syntax in a script that a browser of 2012 cannot read. */
function newerSyntax(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const letOrConst = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0;
    const catchWithout = ts.isCatchClause(node) && node.variableDeclaration === undefined;
    if (newerThanEs5.has(node.kind) || letOrConst || catchWithout) found.push(ts.SyntaxKind[node.kind]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('page.js', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
}

describe('weight and age of the cashier', () => {
  let fake: FakeCashier;
  beforeEach(async () => { fake = await openFakeCashier({ demo: true }); });
  afterEach(() => fake.close());

  const title = '国有土地使用权出让收入及滞纳金';
  const pages: Readonly<Record<string, () => Promise<ReadPage>>> = {
    payable: () => { fake.view = aView({ orderTitle: title, orderDescription: title.repeat(8) }); return order(fake); },
    failed: () => { fake.view = aView({ page: 'failed' }); return order(fake); },
    asking: () => { fake.view = aView({ page: 'asking' }); return order(fake, '?change=1'); },
    paid: () => { fake.view = aPaidView(); return order(fake); },
    expired: () => { fake.view = aView({ page: 'expired' }); return order(fake); },
    handover: () => post(fake, 'view=pc&payChannel=alipay'),
    'not found': () => read(fake, '/pay/x'),
  };
  for (const [name, open] of Object.entries(pages)) {
    it(`keeps the ${name} page under 15 KB compressed, whole, and free of outside addresses`, async () => {
      const page = await open();
      expect(page.headers.get('content-encoding')).to.equal('gzip');
      expect(Number(page.headers.get('content-length'))).to.be.within(1000, 15 * 1024 - 1);
      expect(gzipSync(page.text).length).to.be.lessThan(15 * 1024);
      const loads = [...page.text.matchAll(/(?:\bsrc|<link[^>]*\bhref)="([^"]*)"|url\(|@import/g)];
      expect(loads.map((load) => (load[1] ?? load[0]).slice(0, 14))).to.deep.equal(['data:image/svg']);
    });
  }

  it('sends plain text to a browser that takes no gzip', async () => {
    const page = await order(fake, '', { 'accept-encoding': 'identity' });
    expect(page.headers.get('content-encoding')).to.equal(null);
    expect(page.headers.get('vary')).to.equal('Accept-Encoding');
    expect(page.text).to.contain('订单支付');
  });

  it('speaks ES5 to old phones', () => {
    expect(newerSyntax('let a = () => `x`;')).to.have.length(3);
    expect(newerSyntax(script.text)).to.deep.equal([]);
    expect(newerSyntax(handoverScript.text)).to.deep.equal([]);
  });

  it('depends on no layout feature that old phones lack', () => {
    expect(style.text).not.to.match(/[;{](?:row-|column-)?gap:|display:grid|var\(|:has\(|clamp\(|inset:|:is\(|:where\(/);
  });
});
