/**
 * `unreachable` and `address-refused`: nothing was sent. `timeout`, `cut-off`, `too-large`: the other side may have acted.
 * A compressed answer counts as `too-large`, because its size cannot be known.
 */
export type WireFailure = 'timeout' | 'unreachable' | 'too-large' | 'cut-off' | 'address-refused';

/** The bytes of an answer ended before their end. */
export class WireBrokeOff extends Error {
  override readonly name = 'WireBrokeOff';
  readonly why: WireFailure;

  constructor(why: WireFailure) {
    super(why);
    this.why = why;
  }
}

/**
 * The bytes of an answer until there are too many. `ended` is called on every end, and a body that is given up is closed with its
 * connection. What the body throws goes through `translated`.
 */
export async function* boundedBytes(
  body: AsyncIterable<unknown>, maxBytes: number, translated: (fault: unknown) => WireBrokeOff, ended: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > maxBytes) throw new WireBrokeOff('too-large');
      yield chunk;
    }
  } catch (fault) {
    throw translated(fault);
  } finally {
    ended();
  }
}
