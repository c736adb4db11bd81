/** The PostgreSQL wire protocol (version 3), as far as a server needs it that only greets, lets in and answers prepared questions. */

export const packet = (type: string, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
};

export const zeroEnded = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf8');

export const authentication = (code: number, ...body: readonly Buffer[]): Buffer => packet('R', int32(code), ...body);
export const parameter = (name: string, value: string): Buffer => packet('S', zeroEnded(name), zeroEnded(value));
export const readyForQuery = (): Buffer => packet('Z', Buffer.from('I'));
export const commandDone = (tag: string): Buffer => packet('C', zeroEnded(tag));

export const refusal = (sqlState: string, message: string): Buffer =>
  packet('E', zeroEnded('SFATAL'), zeroEnded('VFATAL'), zeroEnded(`C${sqlState}`), zeroEnded(`M${message}`), Buffer.from([0]));

const textType = 25;

export const columns = (names: readonly string[]): Buffer =>
  packet('T', int16(names.length), ...names.map((name) => Buffer.concat([zeroEnded(name), int32(0), int16(0), int32(textType), int16(-1), int32(-1), int16(0)])));

export const row = (values: readonly string[]): Buffer =>
  packet('D', int16(values.length), ...values.map((value) => Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value, 'utf8')])));

export interface Message { readonly type: string; readonly body: Buffer }

const sslRequest = 80877103;
const cancelRequest = 80877102;

/** Cuts the client's bytes into messages. The first ones have no type byte: a wish for TLS, a cancellation, the greeting. */
export class MessageReader {
  #bytes = Buffer.alloc(0);
  #greeted = false;

  push(chunk: Buffer): readonly Message[] {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    const messages: Message[] = [];
    for (let message = this.#next(); message !== undefined; message = this.#next()) messages.push(message);
    return messages;
  }

  #next(): Message | undefined {
    const typeBytes = this.#greeted ? 1 : 0;
    if (this.#bytes.length < typeBytes + 4) return undefined;
    const end = typeBytes + this.#bytes.readInt32BE(typeBytes);
    if (this.#bytes.length < end) return undefined;
    const body = this.#bytes.subarray(typeBytes + 4, end);
    const type = this.#greeted ? String.fromCharCode(this.#bytes[0] ?? 0) : greetingKind(body);
    this.#bytes = this.#bytes.subarray(end);
    if (type === 'greeting') this.#greeted = true;
    return { type, body };
  }
}

function greetingKind(body: Buffer): 'tls' | 'cancel' | 'greeting' {
  const code = body.readInt32BE(0);
  if (code === sslRequest) return 'tls';
  return code === cancelRequest ? 'cancel' : 'greeting';
}
