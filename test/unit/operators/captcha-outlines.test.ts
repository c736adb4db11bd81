import { expect } from 'chai';
import svgCaptcha from 'svg-captcha';
import { band, type Chance, moved, type Outline, readOutlines, recut, waves, writePath } from '../../../adapters/outbound/captchas/outlines.js';
import { CAPTCHA_LETTERS } from '../../../adapters/outbound/captchas/svg-captchas.js';

/** Chance that can be repeated (a linear congruential generator). */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

const draw = svgCaptcha as unknown as (text: string, options: object) => string;
const glyph = (letter: string): readonly Outline[] => readOutlines(/ d="([^"]*)"/.exec(draw(letter, { fontSize: 60, noise: 0 }))?.[1] ?? '');

/** Area inside an outline; each bend is followed in a hundred steps. */
function area({ start, pieces }: Outline): number {
  let [from, doubled] = [start, 0];
  const step = (to: readonly [number, number]): void => { doubled += from[0] * to[1] - to[0] * from[1]; from = to; };
  for (const { bend, end } of pieces) {
    const begin = from;
    for (let t = 0.01; bend && t < 1; t += 0.01) {
      step([0, 1].map((axis) => (1 - t) ** 2 * (begin[axis] ?? 0) + 2 * t * (1 - t) * (bend[axis] ?? 0) + t * t * (end[axis] ?? 0)) as [number, number]);
    }
    step(end);
  }
  step(start);
  return doubled / 2;
}
const piecesOf = (outlines: readonly Outline[]): number => outlines.reduce((sum, { pieces }) => sum + pieces.length, 0);

describe('outlines of captcha letters', () => {
  it('are read as they are written', () => {
    const path = 'M1.5 -2.0L3.0 4.5Q5.0 6.0 7.5 8.0L-1.0 0.0ZM10.0 10.0L20.0 10.0L20.0 20.0Z';
    expect(writePath(readOutlines(path))).to.equal(path);
    expect(readOutlines('M1.50-2L3 4.5Q5 6-7.5 8Z')).to.deep.equal([{ start: [1.5, -2], pieces: [{ bend: undefined, end: [3, 4.5] }, { bend: [5, 6], end: [-7.5, 8] }] }]);
  });

  it('are a fault where the font has something that we cannot bend', () => {
    for (const path of ['L1 2Z', 'M1 2C1 2 3 4 5 6Z', 'M1 2l1 2Z', 'M1 2L1 2 3 4Z', 'M1 2Q1 2Z', 'M1 2H5Z']) expect(() => readOutlines(path), path).to.throw('outline');
  });

  for (const letter of CAPTCHA_LETTERS) {
    it(`keep the shape of ${letter} when they are cut anew, in pieces that do not tell the letter`, () => {
      const outlines = glyph(letter);
      expect(outlines.length).to.be.greaterThan(0);
      const counts = new Set<number>();
      for (let seed = 1; seed <= 30; seed++) {
        const cut = outlines.map((outline) => recut(outline, chanceFrom(seed * 7919)));
        for (const [at, outline] of outlines.entries()) {
          expect(area(cut[at] ?? outline)).to.be.closeTo(area(outline), 0.05 + Math.abs(area(outline)) / 500);
        }
        counts.add(piecesOf(cut));
      }
      expect(counts.size).to.be.greaterThan(5);
    });
  }

  it('are moved by no more than a person reads over, and by waves of their own each time', () => {
    const [one, other] = [waves(chanceFrom(1)), waves(chanceFrom(2))];
    let farthest = 0;
    for (let x = 0; x < 180; x += 7) {
      for (let y = 0; y < 60; y += 7) {
        const [movedX, movedY] = one([x, y]);
        farthest = Math.max(farthest, Math.hypot(movedX - x, movedY - y));
      }
    }
    expect(farthest).to.be.within(1, 6);
    expect(one([50, 30])).not.to.deep.equal(other([50, 30]));
    expect(moved({ start: [0, 0], pieces: [{ bend: [1, 1], end: [2, 2] }, { bend: undefined, end: [3, 3] }] }, ([x, y]) => [x + 1, y]))
      .to.deep.equal({ start: [1, 0], pieces: [{ bend: [2, 1], end: [3, 2] }, { bend: undefined, end: [4, 3] }] });
  });

  it('are crossed by bands that reach from side to side and stay in the picture', () => {
    for (let seed = 1; seed < 50; seed++) {
      const { start, pieces } = band(180, 60, chanceFrom(seed));
      const points = [start, ...pieces.map(({ end }) => end)];
      expect(Math.min(...points.map(([x]) => x))).to.be.within(0, 30);
      expect(Math.max(...points.map(([x]) => x))).to.be.within(150, 180);
      for (const [, y] of points) expect(y).to.be.within(0, 60);
    }
  });
});
