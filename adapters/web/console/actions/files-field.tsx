import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload, type UploadFile, type UploadProps } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UploadedAttachment } from '../../../../contracts/console/issues.js';
import { wordsOf } from '../api/client.js';
import { uploadAttachment } from '../api/upload.js';

const accepted = '.png,.jpg,.jpeg,.pdf';

interface Props {
  readonly maxFiles: number;
  readonly maxMegabytes: number;
  /** Given by the form. */
  readonly id?: string;
  readonly onChange?: (attachmentNos: readonly string[]) => void;
}

/** Empty while a file is not there yet, or could not be sent: the form is not sent with one. */
const numberOf = ({ response }: UploadFile<UploadedAttachment>): string => response?.attachmentNo ?? '';

/** Files that go to the server as soon as they are chosen; the form sends their numbers. */
export function FilesField({ maxFiles, maxMegabytes, id, onChange }: Props): ReactNode {
  const [files, setFiles] = useState<UploadFile<UploadedAttachment>[]>([]);
  const change = (list: UploadFile<UploadedAttachment>[]): void => {
    const kept = list.slice(0, maxFiles);
    setFiles(kept);
    onChange?.(kept.map(numberOf));
  };
  const send: NonNullable<UploadProps<UploadedAttachment>['customRequest']> = ({ file, onProgress, onSuccess, onError }) => {
    const leaving = new AbortController();
    if (!(file instanceof File)) throw new TypeError('not a file');
    if (file.size > maxMegabytes * 1024 * 1024) onError?.(new Error(`超过 ${maxMegabytes} MB`));
    else uploadAttachment(file, (percent) => onProgress?.({ percent }), leaving.signal).then((uploaded) => onSuccess?.(uploaded), (refusal: unknown) => onError?.(new Error(wordsOf(refusal))));
    return { abort: () => { leaving.abort(); } };
  };
  const failed = files.filter(({ status }) => status === 'error');
  return (
    <>
      <Upload<UploadedAttachment> multiple accept={accepted} fileList={files} customRequest={send} onChange={({ fileList }) => { change(fileList); }}>
        <Button {...(id !== undefined && { id })} icon={<UploadOutlined aria-hidden="true" />} disabled={files.length >= maxFiles}>选择文件</Button>
      </Upload>
      {failed.length > 0 && <ul className="upload-faults" role="alert">{failed.map(({ uid, name, error }) => <li key={uid}>{name}：{error instanceof Error ? error.message : '上传失败'}</li>)}</ul>}
    </>
  );
}
