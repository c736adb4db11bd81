import { randomInt } from 'node:crypto';
import svgCaptcha from 'svg-captcha';
import type { Captchas } from '../../../application/ports/sign-in-means.js';
import { band, type Chance, moved, type Outline, readOutlines, recut, waves, writePath } from './outlines.js';

const LENGTH = 5;
/** Without what looks like something else, also when somebody types small letters: B8, D0OQ, G6, I1l, S5, UV, Z2, 9g. */
export const CAPTCHA_LETTERS = 'ACEFHJKLMNPRTWXY347';
const [WIDTH, HEIGHT, FONT_SIZE, BANDS] = [180, 60, 64, 2];

/** The package is a function; its types tell only of the ones beside it. */
const draw = svgCaptcha as unknown as (text: string, options: typeof svgCaptcha.options) => string;

/** Math.random can be foretold by somebody who has read a few pictures. */
const chance: Chance = () => randomInt(2 ** 32) / 2 ** 32;

/**
 * svg-captcha draws the letters as outlines; programs exist that read them by the number and length of its pieces. Therefore the text is ours,
 * and of its picture only the outlines are taken: cut anew, bent, mixed with those of the noise and written as one path. The picture holds
 * nothing but this path and its numbers, so there is no text in it, no style and no script.
 */
export class SvgCaptchas implements Captchas {
  make(): { readonly text: string; readonly svg: string } {
    const text = Array.from({ length: LENGTH }, () => CAPTCHA_LETTERS.charAt(randomInt(CAPTCHA_LETTERS.length))).join('');
    return { text, svg: picture(mixed([...glyphs(text), ...Array.from({ length: BANDS }, () => band(WIDTH, HEIGHT, chance))])) };
  }
}

function glyphs(text: string): readonly Outline[] {
  const drawn = draw(text, { width: WIDTH, height: HEIGHT, fontSize: FONT_SIZE, noise: 0, color: false });
  return Array.from(drawn.matchAll(/ d="([^"]*)"/g), ([, path = '']) => path).flatMap(readOutlines);
}

function mixed(outlines: readonly Outline[]): readonly Outline[] {
  const bend = waves(chance);
  return outlines.map((outline) => ({ at: chance(), outline: moved(recut(outline, chance), bend) }))
    .toSorted((a, b) => a.at - b.at).map(({ outline }) => outline);
}

const picture = (outlines: readonly Outline[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path fill="#333" d="${writePath(outlines)}"/></svg>`;
