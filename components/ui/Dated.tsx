import './dated.css';

/** ISO calendar dates and counts with what they count: 2026-11-28, 27 %, 18 件, 3 项. */
const wholes = /(\d{4}-\d\d-\d\d|\d+ [%件项])/;

/** A text whose dates and counts are not broken over lines: browsers break at the hyphens and spaces within them. */
export function Dated({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(wholes).map((part, at) =>
        // Every second part is what the pattern caught.
        at % 2 === 1 ? (
          <span key={at} class="whole-date">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
