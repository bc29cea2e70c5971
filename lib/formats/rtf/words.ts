/** Groups that print nothing; a result of a field and a number that was printed do. */
export const SILENT = new Set(
  (
    'colortbl stylesheet info pict object annotation ' +
    'themedata colorschememapping datastore latentstyles listtable listoverridetable revtbl rsidtbl generator xmlnstbl ' +
    'nonesttables nesttableprops mmathPict bkmkstart bkmkend pgdsctbl filetbl nonshppict template private xe tc'
  ).split(' '),
);
/** Of those that a reader may leave out (\*), the ones that hold text of the document. */
export const KEPT = new Set([
  'shpinst',
  'shptxt',
  'pntext',
  'listtext',
  'footnote',
  'fldinst',
  'moMath',
  'moMathPara',
  'formfield',
  'ffl',
  'ffdeftext',
]);
/** Groups whose text stands apart: heads, feet, notes and boxes. */
export const APART = /^(?:header|footer)[lrf]?$|^footnote$|^shptxt$|^dptxbxtext$/;
/** Parts of a field. */
export const FIELD = /^(?:field|fldinst|fldrslt|formfield|ffl|ffdeftext)$/;
export const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\',
};
/** Code pages by the character set of a font. */
export const CHARSETS: Readonly<Record<number, string>> = {
  134: 'gb18030',
  136: 'big5',
  128: 'shift_jis',
  129: 'euc-kr',
  0: 'windows-1252',
};

/** A label of an encoding that decoders know; Chinese where it is none. */
export function known(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'gb18030';
  }
}
