import type { Difference } from '../../lib/anchor/differences';
import './parts.css';

/** A comparison as text; `without` leaves one side out, so that only the other version is read. */
export function Parts({
  parts,
  without,
}: {
  readonly parts: readonly Difference[];
  readonly without?: Difference['kind'];
}) {
  return (
    <>
      {parts
        .filter(({ kind }) => kind !== without)
        .map(({ kind, text }, index) => {
          const key = `${index}${kind}`;
          if (kind === 'removed') return <del key={key}>{text}</del>;
          if (kind === 'added') return <ins key={key}>{text}</ins>;
          return <span key={key}>{text}</span>;
        })}
    </>
  );
}
