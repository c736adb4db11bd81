import { expect } from 'chai';
import { dayMs, hourMs } from '../../../../domain/kernel/china-time.js';
import { arrived, attach, attachmentLimits, comingAttachment, countUpload, dropped } from '../../../../domain/service-desk/attachment.js';
import { attachToIssue, followIssue, maxIssueSteps, registerIssue, reopenIssue, solveIssue } from '../../../../domain/service-desk/issue.js';
import { nameFile } from '../../../../domain/service-desk/file-name.js';
import { anAttachment, anIssue } from '../../../builders/issues.js';
import { noon } from '../../../builders/moments.js';

const hand = (files: readonly { readonly byteSize: number }[] = [], by = 'O2') => ({ by, at: noon + 60_000, files });

describe('an issue', () => {
  it('begins open, with what was said as the first step and its files counted', () => {
    const told = registerIssue(anIssue(), hand([{ byteSize: 10 }, { byteSize: 5 }]));
    expect(told.ok && told.value.issue).to.deep.include({ state: 'open', registeredBy: 'O2', registeredAt: noon + 60_000, stepCount: 1, attachmentCount: 2, attachmentBytes: 15, version: 1 });
    expect(told.ok && told.value.step).to.deep.include({ stepNo: 1, kind: 'registered', words: anIssue().description, by: 'O2' });
  });

  it('is followed without a change of its state, whether open or solved', () => {
    for (const state of ['open', 'solved'] as const) {
      const told = followIssue(anIssue({ state, stepCount: 4 }), '已联系银行', hand());
      expect(told.ok && [told.value.issue.state, told.value.step.stepNo, told.value.step.kind]).to.deep.equal([state, 5, 'followed']);
    }
  });

  it('is solved once, with who and when, and its solution goes from it when it is reopened', () => {
    const solved = solveIssue(anIssue(), '已补单', hand());
    if (!solved.ok) throw new Error(solved.refusal);
    expect(solved.value.issue).to.deep.include({ state: 'solved', solution: '已补单', solvedBy: 'O2', solvedAt: noon + 60_000 });
    expect(solveIssue(solved.value.issue, '又一次', hand())).to.deep.equal({ ok: false, refusal: 'solved-already' });
    const reopened = reopenIssue(solved.value.issue, '仍未到账', hand());
    expect(reopened.ok && reopened.value.issue).to.deep.include({ state: 'open', solution: undefined, solvedBy: undefined, solvedAt: undefined, stepCount: 3 });
    expect(reopenIssue(anIssue(), '没有解决过', hand())).to.deep.equal({ ok: false, refusal: 'not-solved' });
  });

  it('takes no step without a word, none but files without files, and no more than it may', () => {
    expect(followIssue(anIssue(), ' \n ', hand([{ byteSize: 1 }]))).to.deep.equal({ ok: false, refusal: 'nothing-said' });
    expect(attachToIssue(anIssue(), hand())).to.deep.equal({ ok: false, refusal: 'nothing-said' });
    expect(attachToIssue(anIssue({ attachmentCount: attachmentLimits.filesOfIssue }), hand([{ byteSize: 1 }]))).to.deep.equal({ ok: false, refusal: 'too-many-files' });
    expect(attachToIssue(anIssue({ attachmentBytes: attachmentLimits.bytesOfIssue }), hand([{ byteSize: 1 }]))).to.deep.equal({ ok: false, refusal: 'too-many-bytes' });
    expect(followIssue(anIssue({ stepCount: maxIssueSteps }), 'x', hand())).to.deep.equal({ ok: false, refusal: 'too-many-steps' });
    expect(attachToIssue(anIssue({ attachmentCount: attachmentLimits.filesOfIssue - 1 }), hand([{ byteSize: 1 }])).ok).to.equal(true);
  });
});

describe('an attachment', () => {
  const when = noon + hourMs;

  it('is attached by its uploader, once, within a day', () => {
    expect(attach(anAttachment(), 'I1', 2, 'O1', when)).to.deep.equal({ ok: true, value: anAttachment({ state: 'attached', issueNo: 'I1', stepNo: 2 }) });
    for (const [what, attachment, by, now] of [
      ['of somebody else', anAttachment(), 'O2', when], ['attached already', anAttachment({ state: 'attached', issueNo: 'I1', stepNo: 1 }), 'O1', when], ['still coming', anAttachment({ state: 'coming' }), 'O1', when],
      ['on its way out', anAttachment({ state: 'dropped' }), 'O1', when], ['too old', anAttachment(), 'O1', noon + dayMs],
    ] as const) expect(attach(attachment, 'I2', 1, by, now), what).to.deep.equal({ ok: false, refusal: 'unknown' });
  });

  it('arrives once, and is not dropped any more when it belongs to an issue', () => {
    const coming = comingAttachment(anAttachment());
    expect(arrived(coming, 'd', 'clean')).to.deep.include({ state: 'loose', digest: 'd', scan: 'clean' });
    expect(arrived(anAttachment({ state: 'dropped' }), 'd', 'clean')).to.equal(undefined);
    expect([dropped(coming)?.state, dropped(anAttachment())?.state, dropped(anAttachment({ state: 'attached' }))]).to.deep.equal(['dropped', 'dropped', undefined]);
  });

  it('is counted against what its uploader may send within the hour', () => {
    const allowance = { operatorNo: 'O1', hourBegan: noon, files: attachmentLimits.filesAnHour - 1, bytes: 0, version: 3 };
    const counted = countUpload(allowance, 10, noon + hourMs - 1);
    expect(counted).to.deep.equal({ ok: true, value: { ...allowance, files: attachmentLimits.filesAnHour, bytes: 10 } });
    expect(countUpload({ ...allowance, files: attachmentLimits.filesAnHour }, 1, noon)).to.deep.equal({ ok: false, refusal: 'too-many-uploads' });
    expect(countUpload({ ...allowance, bytes: attachmentLimits.bytesAnHour }, 1, noon)).to.deep.equal({ ok: false, refusal: 'too-many-uploads' });
    expect(countUpload({ ...allowance, files: attachmentLimits.filesAnHour }, 1, noon + hourMs)).to.deep.equal({ ok: true, value: { ...allowance, hourBegan: noon + hourMs, files: 1, bytes: 1 } });
  });
});

describe('the name of an attachment', () => {
  const png = (name: string): string => { const named = nameFile(name, 'image/png'); return named.ok ? named.value.fileName : named.refusal; };

  it('stays as it is where people can keep it', () => {
    for (const name of ['扣款截图.png', 'a b-1_(2).png', '🧾.png']) expect(png(name)).to.equal(name);
  });

  it('loses its path, what is not seen, and every dot but one', () => {
    expect(png('../../etc/x.png')).to.equal('x.png');
    expect(png('C:\\fakepath\\x.PNG')).to.equal('x.png');
    expect(png('a\0b\r\nc\u202egnp.exe.png')).to.equal('abcgnp_exe.png');
    expect(png('invoice.html.png')).to.equal('invoice_html.png');
    expect(png('a"<b>:|?*;%.png')).to.equal('a__b_______.png');
    expect(png('con.png')).to.equal('_con.png');
    expect([png('.png'), png(' \u200b .png'), png('...png')]).to.deep.equal(['附件.png', '附件.png', '__.png']);
    expect(png('\ud800x.png')).to.equal('x.png');
    expect(Array.from(png(`${'附'.repeat(300)}.png`)).length).to.equal(attachmentLimits.nameChars);
  });

  it('names the kind that was said, and one that is allowed', () => {
    for (const name of ['x', 'png', 'x.', 'x.svg', 'x.html', 'x.xlsx', 'x.zip', 'x.png.exe', 'x.pdf', 'x.png ', 'x.png/']) expect(png(name), name).to.equal(name === 'x.png ' ? 'x.png' : 'kind-not-allowed');
    expect([nameFile('x.jpeg', ' IMAGE/JPEG ').ok, nameFile('x.pdf', 'application/pdf').ok, nameFile('x.png', 'text/html').ok, nameFile('x.png', '').ok]).to.deep.equal([true, true, false, false]);
  });
});
