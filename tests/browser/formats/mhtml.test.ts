import { expect, it } from 'vitest';
import { open } from '../../../lib/formats/mhtml';
import { FormatError } from '../../../lib/formats/types';

const lines = Array.from(
  { length: 60 },
  (_, index) => `<p>第${index + 1}项：由县水利局牵头推进河道整治工作。</p>`,
).join('');
const encoded = (text: string) => {
  const signs = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(signs).replace(/.{76}/g, '$&\r\n');
};
const head =
  'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----b=_1"\r\n\r\n';
const file = new TextEncoder().encode(
  `${head}------b=_1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${encoded(`<html><body>${lines}</body></html>`)}\r\n------b=_1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${'iVBORw0KGgo='.repeat(300)}\r\n------b=_1--\r\n`,
);

it('a saved page is read whole', async () => {
  const whole = await open(file, 'a.mhtml');
  expect(whole.warnings).toEqual([]);
  expect(whole.html).toContain('第60项');
});

it('one cut off at ten places says so, and gives what was there', async () => {
  const lengths: number[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const cut = file.subarray(0, Math.floor((file.length * tenth) / 10) + 1);
    const found = await open(cut, 'a.mhtml').catch((error: unknown) => error);
    if (found instanceof FormatError) {
      expect(found.code, `${tenth}/10`).toBe('truncated');
      lengths.push(0);
    } else {
      const { html, warnings } = found as Awaited<ReturnType<typeof open>>;
      expect(warnings, `${tenth}/10`).toEqual([{ code: 'truncated' }]);
      lengths.push(html.length);
    }
  }
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  expect(lengths[0]).toBe(0);
  expect(lengths[3]).toBeGreaterThan(0);
  // The page is whole, the picture after it is not.
  expect(lengths[9]).toBe((await open(file, 'a.mhtml')).html.length);
});
