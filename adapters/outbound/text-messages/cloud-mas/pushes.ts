import { createHash, timingSafeEqual } from 'node:crypto';
import type { PushedText, PushRefused, PushSource, TextPushes } from '../../../../application/ports/text-messages.js';
import { maskMobile } from '../../../../domain/kernel/personal-data.js';
import type { ReportAbout } from '../../../../domain/text-messages/reports.js';
import { addressRule } from '../../wire/address-rule.js';
import { readEntries } from './json-body.js';
import type { CloudMasNeeds } from './needs.js';
import { mostPhonesOfPlatform } from './settings.js';
import { inboundOf, reportsOf } from './report-entries.js';

export const maxPushBytes = 256 * 1024;
/** Entries of one push. */
const mostEntries = 1000;

type Entry = Readonly<Record<string, unknown>>;
type Taken<T> = { readonly kind: 'taken'; readonly taken: readonly T[]; readonly unreadable: number };

export function textPushes({ settings, journal }: CloudMasNeeds): TextPushes {
  const mayPush = addressRule(settings.pushNetworks);
  const token = digest(settings.pushToken);
  const taken = <T>(push: PushedText, read: (entry: Entry) => readonly T[] | undefined): Taken<T> | PushRefused => {
    const verdict = refusalOf(push, token, mayPush) ?? takenOf(push, read);
    if (verdict.kind === 'refused') journal.warn('text-push-refused', { why: verdict.why });
    else if (verdict.unreadable > 0) journal.warn('text-push-unreadable', { entries: verdict.unreadable });
    return verdict;
  };
  return {
    refusalOf: (source) => refusalOf(source, token, mayPush),
    readReports: (push) => {
      const verdict = taken(push, (entry) => reportsOf(entry));
      if (verdict.kind === 'refused') return verdict;
      const reports = onceEach(verdict.taken);
      for (const { phone, report } of reports) {
        if (report.kind === 'no-word' && report.code !== undefined) journal.info('text-report-without-word', { code: report.code, phone: maskMobile(phone) });
      }
      return { kind: 'taken', reports, unreadable: verdict.unreadable };
    },
    readInbound: (push) => {
      const verdict = taken(push, (entry) => {
        const text = inboundOf(entry);
        return text && [text];
      });
      return verdict.kind === 'refused' ? verdict : { kind: 'taken', texts: verdict.taken, unreadable: verdict.unreadable };
    },
    accepted: { status: 200, body: 'OK' },
    refused: { status: 404, body: '' },
  };
}

/** Digests have one length, so that neither content nor length of the token shows in the time that the comparison takes. */
const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Both are looked at always: a stranger must not learn which one was wrong. */
function refusalOf({ token, sourceAddress }: PushSource, right: Buffer, mayPush: (address: string) => boolean): PushRefused | undefined {
  const hasToken = timingSafeEqual(digest(token), right);
  const isKnown = mayPush(sourceAddress);
  if (!hasToken) return { kind: 'refused', why: 'token' };
  return isKnown ? undefined : { kind: 'refused', why: 'source' };
}

function takenOf<T>({ body }: PushedText, read: (entry: Entry) => readonly T[] | undefined): Taken<T> | PushRefused {
  if (body.length > maxPushBytes) return { kind: 'refused', why: 'too-large' };
  const entries = readEntries(body, mostEntries);
  if (entries === undefined) return { kind: 'refused', why: 'unreadable' };
  const all = entries.map((entry) => entry && read(entry));
  const taken = all.flatMap((values) => values ?? []);
  if (taken.length > mostPhonesOfPlatform) return { kind: 'refused', why: 'too-large' };
  return { kind: 'taken', taken, unreadable: all.filter((values) => values === undefined).length };
}

/** The platform repeats itself even inside one push. */
function onceEach(reports: readonly ReportAbout[]): readonly ReportAbout[] {
  return [...new Map(reports.map((about) => [JSON.stringify([about.groupNo, about.phone, about.report.kind, about.report.kind === 'delivered' ? '' : about.report.code]), about])).values()];
}
