import type { RenderedText } from '../../domain/text-messages/render.js';
import type { InboundText, ReportAbout, SubmitReport } from '../../domain/text-messages/reports.js';
import type { TextTemplateName } from '../../domain/text-messages/templates.js';
import type { HttpReply } from './payment-channel.js';

/**
 * The text message platform as its capabilities. No method throws for anything the platform or the network does: that is the report `unknown`,
 * or `not-sent` where the request certainly never left.
 */
export interface TextMessages {
  readonly sending: TextSending;
  /** Absent where the platform only pushes its reports. */
  readonly queries?: TextStatusQueries;
  readonly pushes: TextPushes;
}

/** Numbers that one request took, and what became of them together. */
export interface BatchReport { readonly phones: readonly string[]; readonly report: SubmitReport }

/**
 * Phones are as `readMobile` gives them, at most `mostPhones` of them, each told once. They are sent in batches, and after a batch that was
 * not answered no further one is begun: those are `not-sent`. `timeoutMs`: for each batch.
 */
export interface TextSending {
  readonly mostPhones: number;
  sendTemplate(template: TextTemplateName, text: RenderedText, phones: readonly string[], timeoutMs: number): Promise<readonly BatchReport[]>;
  /** A text without a template, for announcements that a person wrote. */
  sendFreeText(content: string, phones: readonly string[], timeoutMs: number): Promise<readonly BatchReport[]>;
}

export type StatusAnswer =
  /** What the platform says of each phone that it says anything of. */
  | { readonly kind: 'answered'; readonly reports: readonly ReportAbout[] }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown'; readonly why: string };

export interface TextStatusQueries {
  query(groupNo: string, phones: readonly string[], timeoutMs: number): Promise<StatusAnswer>;
}

/** Who pushes: known before the body is read. Our address for pushes ends with a token. */
export interface PushSource {
  readonly token: string;
  /** Of the peer, or as a trusted proxy tells it. */
  readonly sourceAddress: string;
}

/** A POST as it arrived. */
export interface PushedText extends PushSource { readonly body: Uint8Array }

/** `why`: fixed word for the security log. */
export interface PushRefused { readonly kind: 'refused'; readonly why: 'token' | 'source' | 'too-large' | 'unreadable' }

/** `unreadable`: entries beside the others that could not be read; they will be no better when they are repeated. */
export type PushedReports = { readonly kind: 'taken'; readonly reports: readonly ReportAbout[]; readonly unreadable: number } | PushRefused;
export type PushedInbound = { readonly kind: 'taken'; readonly texts: readonly InboundText[]; readonly unreadable: number } | PushRefused;

/** Pushes carry no signature: token and source address stand for it, and a report is believed only about a group and phone that we sent. */
export interface TextPushes {
  /** Why the body is not even read; undefined where it is. Both readers look again. */
  refusalOf(source: PushSource): PushRefused | undefined;
  readReports(push: PushedText): PushedReports;
  readInbound(push: PushedText): PushedInbound;
  /** Said after everything is stored. */
  readonly accepted: HttpReply;
  /** Said otherwise; tells a stranger nothing. */
  readonly refused: HttpReply;
}
