import './dated.css';

/** ISO calendar dates within a text. */
const dates = /(\d{4}-\d\d-\d\d)/;

/** A text whose dates are not broken over lines: browsers break at the hyphens within them. */
export function Dated({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(dates).map((part, at) =>
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
