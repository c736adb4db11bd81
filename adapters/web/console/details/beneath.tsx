import { Alert, Descriptions, Spin } from 'antd';
import type { ReactNode } from 'react';
import { nothingText } from '../../shared/cells.js';
import type { Asked } from './use-asked.js';

/** What is known besides, beneath the columns of a row: as soon as it is there, or why it is not. */
export function Beneath<T>({ asked: { answer, fault }, children }: { readonly asked: Asked<T>; readonly children: (answer: T) => ReactNode }): ReactNode {
  if (fault !== undefined) return <Alert type="error" showIcon title={fault} role="alert" />;
  return answer === undefined ? <div className="waiting"><Spin size="small" /></div> : children(answer);
}

export interface Fact { readonly label: string; readonly text: ReactNode }

export const Facts = ({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }): ReactNode => (
  <Descriptions className="besides" size="small" bordered column={1} title={title}
    items={facts.map(({ label, text }) => ({ key: label, label, children: text === '' ? <span className="nothing">{nothingText}</span> : text }))} />
);
