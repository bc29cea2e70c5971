import { ASIDE } from '../../text/tags';
import { tagsText } from '../words';
import { bodyHtml } from './body';
import { copyLines } from './lines';
import { escaped, writer } from './marked';
import { type Note, notesOf } from './notes';
import { factsHtml, legendHtml, notesHtml, numberHtml, tasksHtml } from './parts';
import { block as styles } from './styles';
import type { AnnotatedCopy, CopySource } from './types';

/** Nothing may run in a copy and nothing may load, whoever opens it: it is text with inline styles. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The table of tasks has many columns: a sheet of its own, turned. Word goes by its own names. */
const SHEET = `
@page { margin: 2cm }
@page wide { size: A4 landscape; margin: 1.2cm }
@page Section2 { size: 841.9pt 595.3pt; mso-page-orientation: landscape; margin: 1.2cm }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem }
div.Section2 { page: Section2; overflow-x: auto }
@media print {
  body { max-width: none; padding: 0 }
  div.Section2 { page: wide; break-before: page; overflow: visible }
}`;

/**
 * A document with its marks in colours, a legend, notes and tasks. Every word of the document, of notes, tags and titles
 * goes in as text; nothing of the page's own HTML is taken over.
 */
export function annotatedCopy(source: CopySource): AnnotatedCopy {
  const { reading, lines } = copyLines(source);
  const notes = notesOf(source.annotations, source.spanOf);
  const write = writer(reading, source.marks, notes);
  const { title } = source.policy;
  const printed = lines.map(({ start, end }) => reading.text.slice(start, end)).join('');
  const text = [
    aside(factsHtml(source)),
    numberHtml(source.policy.docNumber, printed),
    aside(legendHtml(source.marks, source.units)),
    bodyHtml(lines, write, title, reading),
    aside(notesHtml(notes)),
  ].filter(Boolean);
  const tasks = tasksHtml(source.tasks, source);
  const content = `<div class="Section1">\n${text.join('\n')}\n</div>${tasks && `\n<div class="Section2" ${ASIDE}>\n${tasks}\n</div>`}`;
  const fragment = `<div lang="zh-CN" style="${styles.all}">\n${content}\n</div>`;
  return {
    title: title ?? '',
    page: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dutymark 政笺">
<title>${escaped(title ?? '标注副本')}</title>
<style>${SHEET}
</style>
</head>
<body>
${fragment}
</body>
</html>
`,
    fragment,
    plain: [...lines.map(({ start, end }) => write.plain(start, end)), ...notesPlain(notes)].join('\n'),
  };
}

/** What the copy adds stands apart: read again, the copy is the document and nothing else. */
const aside = (html: string): string => html && `<div ${ASIDE}>\n${html}\n</div>`;

function notesPlain(notes: readonly Note[]): string[] {
  if (notes.length === 0) return [];
  return [
    '',
    '批注',
    ...notes.map(({ number, record: { quote, note, tags } }) =>
      [`［${number}］“${quote}”`, note, tags.length > 0 ? `标签：${tagsText(tags)}` : ''].filter(Boolean).join(' '),
    ),
  ];
}
