import { expect } from 'chai';
import type { Captchas } from '../../../application/ports/sign-in-means.js';

/** AUTH-05. */
export function captchasContract(name: string, open: () => Captchas): void {
  describe(`captchas by ${name}`, () => {
    const captchas = open();
    const made = Array.from({ length: 200 }, () => captchas.make());
    const letters = new Set(made.flatMap(({ text }) => Array.from(text)));

    it('have five letters and digits, none of which looks like another one', () => {
      for (const { text } of made) expect(text).to.match(/^[A-Za-z0-9]{5}$/);
      const alike = ['0ODQ', '1IlL|', '2Z', '5S', '6Gb', '8B', '9gq', 'UV'].map((group) => Array.from(group).filter((letter) => letters.has(letter)));
      for (const found of alike) expect(found.length, found.join()).to.be.at.most(1);
    });

    it('have texts of which none comes twice among two hundred, from an alphabet of all its letters', () => {
      expect(new Set(made.map(({ text }) => text)).size).to.be.greaterThan(195);
      expect(letters.size).to.be.greaterThan(15);
    });

    it('draw the same text never twice in the same way', () => expect(new Set(made.map(({ svg }) => svg)).size).to.equal(made.length));

    it('are pictures of bare lines: no text, style, script, address or anything else that could do something', () => {
      for (const { svg } of made) {
        expect(svg).to.match(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+" height="\d+" viewBox="[\d ]+">(<path fill="#[0-9a-f]{3,6}" d="[MLQCZ\d. -]+"\/>)+<\/svg>$/);
        expect(svg.length).to.be.lessThan(40_000);
      }
    });

    it('do not hold their text in any form that can be searched for', () => {
      for (const { text, svg } of made) {
        for (const form of [text, Buffer.from(text).toString('base64'), Buffer.from(text).toString('hex'), Array.from(text).join(' ')]) expect(svg.toLowerCase()).not.to.include(form.toLowerCase());
      }
    });
  });
}
