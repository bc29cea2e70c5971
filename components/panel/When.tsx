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

/** 2025年12月31日 says as much as 2025-12-31. */
function isPrinted(text: string, date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return text.replace(/\s/g, '').includes(`${year}年${month}月${day}日`);
}
