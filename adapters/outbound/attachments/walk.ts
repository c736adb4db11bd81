import { RefusedContent } from '../../../application/ports/attachment-checks.js';

/** What a reader of a format wants next: some bytes, to pass over some, to pass over all up to and with one, or some bytes where the file may also have ended. */
export type Want =
  | { readonly take: number } | { readonly skip: number } | { readonly until: number } | { readonly takeOrEnd: number };
/** Is given what was taken; nothing where the file ended. Whoever returns has seen the end of what it reads. */
export type FormatReader = Generator<Want, void, Uint8Array>;

/** Looks at a file piece by piece. */
export interface Walk { push(piece: Uint8Array): void; end(): void }

const nothing = new Uint8Array(0);

/** Feeds a reader of a format with the pieces of a file as they come; holds no more than what the reader takes at once. */
export function walkOf(reader: FormatReader): Walk {
  let held: Uint8Array = nothing;
  let passing = 0;
  let isOver = false;
  let want: Want | undefined;
  const answer = (taken: Uint8Array): void => {
    const next = reader.next(taken);
    want = next.done === true ? undefined : next.value;
    isOver = next.done === true;
    passing = want !== undefined && 'skip' in want ? want.skip : 0;
  };
  answer(nothing);
  const step = (piece: Uint8Array): Uint8Array => {
    if (want === undefined) throw new RefusedContent('something-behind');
    if ('until' in want) {
      const at = piece.indexOf(want.until);
      if (at < 0) return nothing;
      answer(nothing);
      return piece.subarray(at + 1);
    }
    if ('skip' in want) {
      const passed = Math.min(passing, piece.length);
      passing -= passed;
      if (passing === 0) answer(nothing);
      return piece.subarray(passed);
    }
    const size = 'take' in want ? want.take : want.takeOrEnd;
    const part = piece.subarray(0, size - held.length);
    held = held.length === 0 ? Uint8Array.from(part) : Buffer.concat([held, part]);
    if (held.length < size) return nothing;
    const taken = held;
    held = nothing;
    answer(taken);
    return piece.subarray(part.length);
  };
  return {
    push: (piece) => { for (let rest = piece; rest.length > 0;) rest = step(rest); },
    end: () => {
      if (want !== undefined && 'takeOrEnd' in want && held.length === 0) answer(nothing);
      if (!isOver) throw new RefusedContent('cut-short');
    },
  };
}
