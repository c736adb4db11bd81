import type { DataShareWriter, OutgoingBatch, ShareAnswer } from '../../../../application/ports/data-sharing.js';
import type { Digests } from '../../../../application/ports/digests.js';
import type { Signer, Verifier } from '../../../../application/ports/signatures.js';
import { canonicalText } from '../../../../domain/access/canonical-text.js';
import type { WireClient } from '../../wire/http-client.js';
import type { ApiShareSettings } from './api-settings.js';
import { readReply, replyObject } from './read-reply.js';

export interface ApiShareNeeds {
  readonly settings: ApiShareSettings; readonly http: Pick<WireClient, 'send'>; readonly signer: Signer; readonly verifier: Verifier; readonly digests: Digests;
}

const maxReplyBytes = 1_000_000;

/**
 * `POST {base}/share/{table}/batch`, signed as our own gateway is (RSA2 or SM2 over the canonical text). The rows are signed by their digest: the
 * canonical text holds single values.
 */
export class ApiShareWriter implements DataShareWriter {
  readonly target: string;
  readonly #needs: ApiShareNeeds;

  constructor(needs: ApiShareNeeds) {
    this.target = needs.settings.target;
    this.#needs = needs;
  }

  async write(batch: OutgoingBatch, timeoutMs: number): Promise<ShareAnswer> {
    const { settings, http } = this.#needs;
    const name = settings.tables[batch.table.name] ?? batch.table.usualTarget;
    const answer = await http.send({
      url: `${settings.baseUrl}/share/${encodeURIComponent(name)}/batch`, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' },
      body: await this.#body(name, batch), timeoutMs, maxResponseBytes: maxReplyBytes,
    });
    if (answer.kind === 'failure') return { kind: answer.why === 'unreachable' || answer.why === 'address-refused' ? 'not-taken' : 'unknown', why: answer.why };
    // 502 and 504 come from a proxy that may have passed the request on.
    if (answer.status === 429 || answer.status === 503) return { kind: 'not-taken', why: `http-${answer.status}` };
    if (answer.status !== 200) return { kind: answer.status >= 400 && answer.status < 500 ? 'not-taken' : 'unknown', why: `http-${answer.status}` };
    const reply = replyObject(answer.body);
    if (reply === undefined) return { kind: 'unknown', why: 'unreadable' };
    if (!await this.#isTheirs(reply, batch)) return { kind: 'unknown', why: 'unsigned' };
    return readReply(reply, new Set(batch.rows.map(({ key }) => key)));
  }

  async #body(table: string, { batchNo, table: shared, rows }: OutgoingBatch): Promise<string> {
    const { settings, signer, digests } = this.#needs;
    const listed = rows.map(({ cells }) => Object.fromEntries(shared.columns.map(({ name }, place) => [name, cells[place] ?? ''])));
    const rowsText = JSON.stringify(listed);
    const signed = { appId: settings.appId, batchNo, table, mode: 'UPSERT', rowCount: String(rows.length), rowsDigest: digests.sm3Hex(rowsText) };
    const sign = await signer.sign(settings.keyName, settings.scheme, canonicalText(signed));
    const head = JSON.stringify({ ...signed, sign });
    // The digest is over the very bytes that stand in the body.
    return `${head.slice(0, -1)},"rows":${rowsText}}`;
  }

  /** A reply names our batch under the city's signature, where it signs. */
  async #isTheirs(reply: Readonly<Record<string, unknown>>, { batchNo }: OutgoingBatch): Promise<boolean> {
    const { settings, verifier, digests } = this.#needs;
    if (settings.platformKeyPem === undefined) return true;
    const { sign, rejected, ...rest } = reply;
    if (typeof sign !== 'string' || rest['batchNo'] !== batchNo) return false;
    const words = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' || typeof value === 'number' ? String(value) : '']));
    const text = canonicalText({ ...words, rejectedDigest: digests.sm3Hex(JSON.stringify(rejected ?? [])) });
    return verifier.verify(settings.platformKeyPem, settings.scheme, text, sign);
  }
}
