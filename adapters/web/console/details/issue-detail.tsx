import { PaperClipOutlined } from '@ant-design/icons';
import { Alert, App, Button, Descriptions, Spin, Timeline } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { IssueFactsBody } from '../../../../contracts/console/issues.js';
import { cellOf } from '../actions/action-types.js';
import { api, wordsOf } from '../api/client.js';
import { nothingText } from '../../shared/cells.js';
import { issueStateWords, issueTypeWords } from '../../shared/issue-words.js';
import { timeText } from '../../shared/times.js';
import { saveFile } from '../lists/save-file.js';
import type { OwnDetailProps } from './detail-props.js';

type Step = IssueFactsBody['steps'][number];
type Attachment = Step['attachments'][number];

const stepWords: Readonly<Record<Step['kind'], string>> = { registered: '登记', followed: '跟踪', attached: '上传附件', solved: '解决', reopened: '重新打开' };
const stepColours: Readonly<Partial<Record<Step['kind'], string>>> = { solved: 'green', reopened: 'orange' };
const sizeText = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/** 问题详情: what was said, what was done about it, and the files (1.1.4.4.3-z). */
export function IssueDetail({ row }: OwnDetailProps): ReactNode {
  const issueNo = cellOf(row, 'issueNo');
  const [issue, setIssue] = useState<IssueFactsBody>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    api.issue(issueNo, leaving.signal).then(setIssue, (refusal: unknown) => { if (!leaving.signal.aborted) setFault(wordsOf(refusal)); });
    return () => { leaving.abort(); };
  }, [issueNo]);
  if (fault !== undefined) return <Alert type="error" showIcon title={fault} role="alert" />;
  if (issue === undefined) return <div className="waiting"><Spin /></div>;
  const { issueType, issueState, relatedOrderNo, platformOrderNo, bizOrderNo, issueDescription, contactMobile, issueSolution, registeredBy, registerTime, solvedBy, solvedTime } = issue;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['问题编号', issueNo], ['问题类型', issueTypeWords[issueType] ?? issueType], ['状态', issueStateWords[issueState] ?? issueState], ['关联订单号', relatedOrderNo], ['支付订单号', platformOrderNo], ['商户订单号', bizOrderNo],
    ['登记人', registeredBy], ['登记时间', timeText(registerTime)], ['联系电话', contactMobile], ['问题描述信息', issueDescription], ['解决办法', issueSolution],
    ['解决人', solvedBy], ['解决时间', solvedTime === undefined ? undefined : timeText(solvedTime)],
  ];
  return (
    <>
      <Descriptions className="record-block issue-facts" size="small" bordered column={1} items={facts.map(([label, text]) => ({ key: label, label, children: text ?? <span className="nothing">{nothingText}</span> }))} />
      <h3 className="section-title">跟踪记录</h3>
      <Timeline items={issue.steps.map((step) => ({ key: step.stepNo, color: stepColours[step.kind] ?? 'blue', content: <StepView issueNo={issueNo} step={step} /> }))} />
    </>
  );
}

const StepView = ({ issueNo, step: { kind, words, byName, at, attachments } }: { readonly issueNo: string; readonly step: Step }): ReactNode => (
  <article className="issue-step">
    <p className="issue-step-head"><strong>{stepWords[kind]}</strong> {byName} <time>{timeText(at)}</time></p>
    {words !== '' && <p className="issue-step-words">{words}</p>}
    {attachments.map((attachment) => <AttachmentLink key={attachment.attachmentNo} issueNo={issueNo} attachment={attachment} />)}
  </article>
);

/** Saved, never shown: what strangers sent is opened by what the person trusts. */
function AttachmentLink({ issueNo, attachment: { attachmentNo, fileName, byteSize, isScanned } }: { readonly issueNo: string; readonly attachment: Attachment }): ReactNode {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      saveFile(await api.attachment(issueNo, attachmentNo), fileName);
    } catch (refusal) {
      void message.error(wordsOf(refusal));
    }
    setBusy(false);
  };
  return (
    <p className="issue-file">
      <Button type="link" size="small" icon={<PaperClipOutlined aria-hidden="true" />} loading={isBusy} aria-label={`下载附件 ${fileName}`} onClick={() => { void save(); }}>{fileName}</Button>
      <span className="nothing">{sizeText(byteSize)}{isScanned ? '' : '，未查毒'}</span>
    </p>
  );
}
