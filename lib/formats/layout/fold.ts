import { RADICALS } from '../../text/radicals';
import { cleanText } from '../markup';

/**
 * Fixed-layout files draw characters, and many map them back to signs that only look like them: ⼈⺠法院 for 人民法院.
 * Radicals, compatibility ideographs and ligatures become the character they stand for; nothing else of the text is changed.
 */
export function fold(text: string): string {
  const clean = cleanText(text);
  if (!/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/.test(clean)) return clean;
  return clean.replace(
    /[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g,
    (sign) => RADICALS.get(sign) ?? sign.normalize('NFKC'),
  );
}
