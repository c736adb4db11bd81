import { ContainerModule } from 'inversify';
import { AttachmentRounds } from '../../adapters/inbound/jobs/attachment-rounds.js';
import { noScanner } from '../../adapters/outbound/attachments/no-scanner.js';
import { streamedCheck } from '../../adapters/outbound/attachments/streamed-check.js';
import { ReadAttachment } from '../../application/service-desk/read-attachment.js';
import { ReadIssueContact } from '../../application/service-desk/read-issue-contact.js';
import { RegisterIssue } from '../../application/service-desk/register-issue.js';
import { ShowIssue } from '../../application/service-desk/show-issue.js';
import { TellOfIssue } from '../../application/service-desk/tell-of-issue.js';
import { TidyAttachments } from '../../application/service-desk/tidy-attachments.js';
import { UploadAttachment } from '../../application/service-desk/upload-attachment.js';
import { tokens as t } from '../tokens.js';

/** Files that a process takes in at once: each is a stream to the database. */
const mostUploadsAtOnce = 20;

/** Issues of customer service and their files. */
export const serviceDesk = new ContainerModule(({ bind }) => {
  bind(t.issueDesk).toResolvedValue((unitOfWork, files, ids, clock, journal) => {
    const parts = { unitOfWork, ids, clock };
    return {
      register: new RegisterIssue(parts), tell: new TellOfIssue(parts), show: new ShowIssue(unitOfWork), readAttachment: new ReadAttachment({ ...parts, files }), readContact: new ReadIssueContact(parts),
      upload: new UploadAttachment({ ...parts, files, check: streamedCheck, scanner: noScanner, journal, maxAtOnce: mostUploadsAtOnce }),
    };
  }, [t.unitOfWork, t.keptFiles, t.ids, t.clock, t.journal]);
  bind(t.attachmentRounds).toResolvedValue((unitOfWork, files, clock, journal) => new AttachmentRounds({ tidy: new TidyAttachments({ unitOfWork, files, clock }), journal }), [t.unitOfWork, t.keptFiles, t.clock, t.journal]);
});
