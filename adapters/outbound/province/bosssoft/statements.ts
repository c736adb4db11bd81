import { provinceStatementLimits, type FetchedStatement, type ProvinceStatements, type StatementReading } from '../../../../application/ports/province.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import { callProvince, maxAnswerBytes, unknown } from './call.js';
import type { BosssoftNeeds } from './needs.js';
import { readStatement } from './read-statement.js';
import type { BosssoftSettings } from './settings.js';
import { base64Bytes, textField } from './wire-json.js';

/** The file travels in Base64 three times over. */
const maxStatementAnswerBytes = Math.ceil(provinceStatementLimits.rawBytes * (4 / 3) ** 3) + maxAnswerBytes;
const digestChars = 64;

/** 非税对账单下载, content inline. A reply with a download address is not read: the address would be one more host to trust. */
export class Statements implements ProvinceStatements {
  readonly #needs: BosssoftNeeds;
  readonly #settings: BosssoftSettings;

  constructor(needs: BosssoftNeeds, settings: BosssoftSettings) {
    this.#needs = needs;
    this.#settings = settings;
  }

  async fetch(day: BusinessDay, timeoutMs: number): Promise<FetchedStatement> {
    const { region, statement } = this.#settings;
    const answer = await callProvince(this.#needs, this.#settings, 'statement', { regionCode: region, statementDate: day, type: 'DETAIL' }, timeoutMs, maxStatementAnswerBytes);
    if (answer.kind === 'unknown') return answer;
    if (answer.kind === 'said') return answer.word === 'not-ready' || answer.word === 'not-found' ? { kind: 'not-ready' } : unknown('unheard-word', answer.code);
    const [bytes, fileName, digest] = [base64Bytes(answer.fields['content']), textField(answer.fields, 'fileName'), textField(answer.fields, statement.digest, digestChars)];
    if (bytes === undefined || bytes.length > provinceStatementLimits.rawBytes || fileName === undefined || !/^[\p{L}\p{N}_.-]+$/u.test(fileName)) return unknown('unreadable');
    const found = statement.digest === 'sha256' ? this.#needs.digests.sha256Hex(bytes) : this.#needs.digests.sm3Hex(bytes);
    return digest?.toLowerCase() === found ? { kind: 'file', fileName, bytes } : unknown('unreadable');
  }

  read(day: BusinessDay, raw: Uint8Array): Promise<StatementReading> {
    return readStatement(this.#settings, day, raw);
  }
}
