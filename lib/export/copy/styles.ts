import type { Mark, MarkKind } from '../../paint/types';

/**
 * How marks look on paper: colours without transparency, as declarations for a `style` attribute, because word
 * processors take inline styles and nothing else. The plain underline comes first, for programs that know no other; Word
 * has its own name for the kinds of line. Same lines as on the screen (`paint.css`).
 */
const INK: Partial<Record<MarkKind, string>> = {
  lead: line('#a8201a', 'solid 2px', 'single'),
  participant: line('#1d5b93', 'dashed 2px', 'dash'),
  responsible: line('#2d6a3e', 'double 1px', 'double'),
  deadline: line('#7d5200', 'dotted 2px', 'dotted'),
  task: line('#6a3fb0', 'wavy 1.5px', 'wave'),
};

const FILL: Partial<Record<MarkKind, string>> = { mine: '#fbcf94', possible: '#fdeeda', measure: '#ece7da' };
const NOTES: Readonly<Record<string, string>> = {
  yellow: '#fff176',
  green: '#c5e8c3',
  blue: '#c3dff7',
  red: '#f9c9c1',
  purple: '#e0cff5',
};

function line(colour: string, style: string, word: string): string {
  return `color:${colour};text-decoration:underline;text-decoration:underline ${style} ${colour};text-underline:${word}`;
}

/** The ground that an annotation has; of a colour that we do not know, the usual one. */
export const noteColour = (colour: string): string => NOTES[colour] ?? (NOTES.yellow as string);

/** The style of what carries all of these marks; '' for none. Of grounds the last of this order wins, as on the screen. */
export function styleOf(marks: readonly Pick<Mark, 'kind' | 'colour'>[]): string {
  const has = (kind: MarkKind) => marks.some((mark) => mark.kind === kind);
  const ink = (['lead', 'participant', 'responsible', 'deadline', 'task'] as const)
    .filter(has)
    .map((kind) => INK[kind]);
  const note = marks.find(({ kind }) => kind === 'annotation');
  const ground = (['mine', 'possible', 'measure'] as const).find(has);
  const fill = note ? noteColour(note.colour ?? 'yellow') : ground && FILL[ground];
  // Word takes the ground for shading; its own marker pens have fifteen colours only.
  return [ink[0], fill && `background:${fill}`].filter(Boolean).join(';');
}

const cell = 'border:1px solid #918a7c;padding:3px 6px;vertical-align:top;text-align:left';

/** Of everything that is no mark. */
export const block = {
  all: "font-family:'FangSong','仿宋','Noto Serif CJK SC','Songti SC',serif;font-size:12pt;line-height:1.8;color:#211f1b",
  title: 'font-size:18pt;line-height:1.5;text-align:center;margin:0 0 8pt',
  part: 'font-size:14pt;line-height:1.6;margin:18pt 0 6pt;border-bottom:1px solid #b4231c;color:#8f1914',
  heading: 'font-size:13pt;line-height:1.7;margin:10pt 0 3pt',
  facts: 'text-align:center;color:#55514a;font-size:10.5pt;margin:0 0 4pt',
  legend: 'font-size:10.5pt;margin:0 0 12pt;padding:4pt 8pt;border:1px solid #e4e0d6',
  plain: 'margin:0 0 3pt;text-indent:2em',
  flat: 'margin:0 0 3pt',
  center: 'margin:0 0 3pt;text-align:center',
  right: 'margin:0 0 3pt;text-align:right',
  table: 'border-collapse:collapse;width:100%;margin:6pt 0',
  cell,
  head: `${cell};background:#f3f1ea;font-weight:bold`,
  wide: 'border-collapse:collapse;table-layout:fixed;width:100%;margin:6pt 0',
  small: `${cell};font-size:7pt;line-height:1.35;padding:2px;word-break:break-all`,
  smallHead: `${cell};font-size:7pt;line-height:1.35;padding:2px;background:#f3f1ea;font-weight:bold`,
  note: 'margin:0 0 6pt',
  faint: 'color:#55514a;font-size:10.5pt',
} as const;
