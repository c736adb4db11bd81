type Point = readonly [x: number, y: number];
/** Where a piece ends, and the point that bends it on the way; a straight piece has none. */
interface Piece { readonly bend: Point | undefined; readonly end: Point }
/** A closed line. */
export interface Outline { readonly start: Point; readonly pieces: readonly Piece[] }

const BAND_PIECES = 16;

/** A number from 0 up to 1. */
export type Chance = () => number;

/** Outlines of a path in absolute M, L, Q and Z, which is all that a TrueType glyph consists of. Throws for anything else. */
export function readOutlines(path: string): readonly Outline[] {
  return path.split('Z').filter((one) => one.trim() !== '').map((one) => {
    const [first, ...rest] = Array.from(one.matchAll(/([A-Za-z])([^A-Za-z]*)/g), ([, command, numbers = '']) => ({ command, points: pointsIn(numbers) }));
    const start = first?.command === 'M' ? first.points[0] : undefined;
    if (!start) throw new Error('an outline of a glyph does not begin with M');
    return { start, pieces: rest.map(({ command, points }) => pieceOf(command, points)) };
  });
}

function pieceOf(command: string | undefined, [first, second]: readonly Point[]): Piece {
  if (command === 'L' && first && !second) return { bend: undefined, end: first };
  if (command === 'Q' && first && second) return { bend: first, end: second };
  throw new Error('an outline of a glyph has a piece of an unknown kind');
}

function pointsIn(numbers: string): readonly Point[] {
  const values = Array.from(numbers.matchAll(/-?\d+(?:\.\d+)?/g), ([text]) => Number(text));
  return values.flatMap((x, at) => (at % 2 === 0 ? [[x, values[at + 1] ?? 0] as const] : []));
}

const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The same line with some pieces cut in two and another start, so that neither numbers nor their order say which glyph it was. */
export function recut({ start, pieces }: Outline, chance: Chance): Outline {
  let from = start;
  const cut = pieces.flatMap((piece) => {
    const begin = from;
    from = piece.end;
    return chance() < 0.5 ? [piece] : halves(begin, piece, 0.3 + chance() * 0.4);
  });
  // The line back to the start, which Z draws, becomes a piece as well: any piece can then be the first.
  const closed = [...cut, { bend: undefined, end: start }];
  const turn = Math.floor(chance() * closed.length);
  const turned = [...closed.slice(turn + 1), ...closed.slice(0, turn + 1)];
  return { start: closed[turn]?.end ?? start, pieces: turned };
}

function halves(begin: Point, { bend, end }: Piece, t: number): readonly Piece[] {
  if (!bend) return [{ bend, end: between(begin, end, t) }, { bend, end }];
  const [first, second] = [between(begin, bend, t), between(bend, end, t)];
  return [{ bend: first, end: between(first, second, t) }, { bend: second, end }];
}

/** Moves every point of an outline. */
export const moved = ({ start, pieces }: Outline, move: (point: Point) => Point): Outline =>
  ({ start: move(start), pieces: pieces.map(({ bend, end }) => ({ bend: bend && move(bend), end: move(end) })) });

/** Waves that push the points of a picture about by a few pixels, other ones for each picture. */
export function waves(chance: Chance): (point: Point) => Point {
  const wave = (height: number, length: number): ((at: number) => number) => {
    const [shift, own] = [chance() * 2 * Math.PI, length * (0.8 + chance() * 0.4)];
    return (at) => height * Math.sin(at / own + shift);
  };
  const [lean, swell, rise] = [wave(2.2, 10), wave(1.5, 9), wave(3.5, 18)];
  return ([x, y]) => [x + lean(y) + swell(x), y + rise(x)];
}

/** A thin band across the picture that bends once, an outline as those of the letters are; of short pieces, so that waves leave it thin. */
export function band(width: number, height: number, chance: Chance): Outline {
  const spot = (from: number, to: number): Point => [width * (from + chance() * (to - from)), height * (0.2 + chance() * 0.6)];
  const [left, middle, right] = [spot(0.02, 0.12), spot(0.35, 0.65), spot(0.88, 0.98)];
  const curve = Array.from({ length: BAND_PIECES + 1 }, (_, at) => at / BAND_PIECES).map((t) => between(between(left, middle, t), between(middle, right, t), t));
  const thick = 0.8 + chance() * 0.5;
  const line = [...curve, ...curve.toReversed().map(([x, y]): Point => [x, y + thick])];
  return { start: left, pieces: line.slice(1).map((end) => ({ bend: undefined, end })) };
}

/** One path of all of them, to a tenth of a pixel. */
export const writePath = (outlines: readonly Outline[]): string => outlines.map(({ start, pieces }) =>
  `M${spelled(start)}${pieces.map(({ bend, end }) => (bend ? `Q${spelled(bend)} ${spelled(end)}` : `L${spelled(end)}`)).join('')}Z`).join('');

const spelled = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
