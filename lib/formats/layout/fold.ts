import { RADICALS } from '../../text/radicals';
import { cleanText } from '../markup';

/** Signs of text that runs down the page, and the ones they stand for. */
const DOWN: ReadonlyMap<string, string> = new Map(
  [
    '︐，︑、︒。︓：︔；︕！︖？︙…︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］',
  ].flatMap((pairs) => pairs.match(/../gu)!.map((pair) => [...pair] as [string, string])),
);

/**
 * Fixed-layout files draw characters, and many map them back to signs that only look like them: ⼈⺠法院 for 人民法院.
 * Radicals, compatibility ideographs and ligatures become the character they stand for; nothing else of the text is changed.
 */
export function fold(text: string): string {
  const clean = cleanText(text);
  if (!/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe48]/.test(clean)) return clean;
  return clean
    .replace(/[\ufe10-\ufe19\ufe30-\ufe48]/g, (sign) => DOWN.get(sign) ?? sign)
    .replace(
      /[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g,
      (sign) => RADICALS.get(sign) ?? sign.normalize('NFKC'),
    );
}
