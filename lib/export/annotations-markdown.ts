import type { AnnotationRecord, DocumentHead } from '../store/types';
import { localName, publicUrl } from './address';
import { isWebAddress } from './ledger/cells';
import { inText } from './ledger/markdown';
import { pathText } from './words';

/** Annotations as Markdown, in the order given: each document's quotes, notes and tags under its name. */
export function annotationsMarkdown(
  annotations: readonly AnnotationRecord[],
  documents: readonly DocumentHead[],
): string {
  const heads = new Map(documents.map((head) => [head.id, head]));
  const groups = new Map<string, AnnotationRecord[]>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.documentId);
    if (group) group.push(annotation);
    else groups.set(annotation.documentId, [annotation]);
  }
  return [...groups].map(([id, group]) => documentText(heads.get(id), group)).join('\n');
}

function documentText(head: DocumentHead | undefined, annotations: readonly AnnotationRecord[]): string {
  const facts = [head?.docNumber, head?.issuer, head?.date].filter((fact): fact is string => Boolean(fact));
  const url = publicUrl(annotations[0]!.url);
  const file = localName(annotations[0]!.url);
  const parts = [
    `# ${inText(head?.title ?? '未识别出标题的文件')}`,
    ...(facts.length > 0 ? [facts.map(inText).join('　')] : []),
    ...(isWebAddress(url) ? [`<${url.replace(/[<>]/g, encodeURIComponent)}>`] : []),
    ...(file ? [`来源文件：${inText(file)}`] : []),
    ...annotations.map(annotationText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function annotationText({ path, number, quote, note, tags }: AnnotationRecord): string {
  const where = [pathText(path), number && `第 ${number} 项`].filter(Boolean).join(' › ');
  return [
    lines(quote)
      .map((line) => `> ${line}`)
      .join('\n>\n'),
    ...(note ? [lines(note).join('  \n')] : []),
    ...(tags.length > 0 ? [`标签：${tags.map(inText).join('；')}`] : []),
    ...(where ? [inText(where)] : []),
  ].join('\n\n');
}

/** Signs that open a list, a heading or a rule at the start of a line are guarded, too. */
const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) =>
      inText(line).replace(/^(?:(\d+)([.)])|([-+#=]))/, (_, number, dot, sign) =>
        sign ? `\\${sign}` : `${number}\\${dot}`,
      ),
    )
    .filter(Boolean);
