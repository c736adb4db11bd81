import type { Issue } from '../../../../domain/service-desk/issue.js';
import { joined } from './memory-table.js';

/** An issue with the number to call back. */
export interface MemoryIssue extends Issue { readonly mobile: string | undefined }
export const stepKey = ({ issueNo, stepNo }: { readonly issueNo: string; readonly stepNo: number }): string => joined(issueNo, String(stepNo).padStart(10, '0'));
