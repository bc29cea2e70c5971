/**
 * Fonts of signs, and what their letters stand for, as far as official papers use them: bullets, boxes to tick, arrows,
 * numbers in circles, signs of comparison. Each table goes by the code of the letter, 0x20 to 0xff.
 */
export type SignTable = ReadonlyMap<number, string>;

/** "6C●" or, for a run of them, "81①②③". */
function table(...entries: readonly string[]): SignTable {
  const made = new Map<number, string>();
  for (const entry of entries)
    for (const [index, sign] of [...entry.slice(2)].entries())
      made.set(Number.parseInt(entry.slice(0, 2), 16) + index, sign);
  return made;
}

const wingdings = table(
  '21✏',
  '28☎',
  '2A✉',
  '45☜☞☝☟',
  '4A☺',
  '6C●○■□□□□◆◆◆❖◆☒',
  '80⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿',
  '9E·•',
  'A1○○○◎◎',
  'A7▪□',
  'AA✦★',
  'B7•',
  'D5⌫⌦',
  'D8➢',
  'DC➲',
  'DF←→↑↓↖↗↙↘',
  'E8➔',
  'EF⇦⇨⇧⇩⬄⇳',
  'FB✗✓☒☑',
);
const wingdings2 = table('2A□', '4F✗✓☒☑☒☒', '69⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿', '95·•●●', '9A○○', '9F▪■■□□□□', 'AE◆◇');
const wingdings3 = table('66←→↑↓', '70▲▼△▽◀▶◁▷', '7C◀▶');
const webdings = table('34▶▲▼', '3D■', '61✓', '63□', '67■', '6E●', '72✗');
const dingbats = table(
  '21✁✂',
  '25☎',
  '2A☛☞',
  '33✓✔✕✖✗✘',
  '48★✩',
  '6C●',
  '6E■',
  '6F□□□□',
  '73▲▼◆❖',
  'AC①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿',
  'D4➔➔',
  'D8➢',
);
const symbol = table(
  '41ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ',
  '5C∴',
  '61αβχδεφγηιϕκλμνοπθρστυϖωξψζ',
  'A2′≤⁄∞',
  'AB↔←↑→↓°±″≥×∝∂•÷≠≡≈…',
  'C4⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉',
  'D5∏√·¬∧∨⇔⇐⇑⇒⇓◇',
  'E5∑',
);

const tables: readonly (readonly [RegExp, SignTable])[] = [
  [/^wingdings\s?2/i, wingdings2],
  [/^wingdings\s?3/i, wingdings3],
  [/^wingdings/i, wingdings],
  [/^(?:itc\s?)?zapf\s?dingbats/i, dingbats],
  [/^webdings|^marlett/i, webdings],
  [/^(?:symbol|standardsymbols|opensymbol)/i, symbol],
];

/** Of a font's name, with the prefix of a subset ("ABCDEF+Wingdings-Regular"), its table; null for an ordinary font. */
export function signTable(font: string | undefined): SignTable | null {
  const name = (font ?? '').replace(/^[A-Z]{6}\+/, '').trim();
  return tables.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * Text set in a font of signs as the signs that are seen; letters that the table does not know print nothing, for what
 * they would say is not what is seen. Signs beyond the letters (Chinese, set by another font) stay.
 */
export function signsOf(text: string, signs: SignTable): string {
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0)!;
      const letter = code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code;
      if (letter > 0xff || /\s/.test(sign)) return sign;
      return signs.get(letter) ?? (signs === symbol && letter < 0x80 ? sign : '');
    })
    .join('');
}

/** Signs that Word keeps in the private-use area, whose font is not known: Wingdings but for the bullet of Symbol. */
export function privateSigns(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/g, (sign) => {
    const letter = sign.charCodeAt(0) - 0xf000;
    return wingdings.get(letter) ?? symbol.get(letter) ?? '•';
  });
}
