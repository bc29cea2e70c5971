/** A deadline in the document's words, with the date where the words do not say it in full already. */
export function When({ text, date }: { readonly text: string; readonly date: string | null }) {
  return (
    <>
      {text}
      {date !== null && !isPrinted(text, date) && (
        <>
          {' · '}
          <span class="when-date">{date}</span>
        </>
      )}
    </>
  );
}

/** 2025年12月31日, 2025.12.31 and 2025/12/31 say as much as 2025-12-31. */
function isPrinted(text: string, date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  const plain = text.replace(/\s/g, '').replace(/(?<=[年月./-])0(?=\d)/g, '');
  return [`${year}年${month}月${day}日`, ...['-', '.', '/'].map((mark) => [year, month, day].join(mark))].some((full) =>
    plain.includes(full),
  );
}
