import { i18n } from '#i18n';
import type { NamedUnit } from '../../../lib/anchor/compare';
import { Parts } from '../Parts';
import { changeWord, factWord, roleWord } from '../words';
import type { DocumentChange, OfMeasure } from './entries';

/** What exactly is different in a measure; nothing where the badge says it all. */
export function ChangeLine({ change }: { readonly change: OfMeasure }) {
  switch (change.kind) {
    case 'new':
    case 'gone':
      return null;
    case 'reworded':
      return (
        <p class="change-text">
          <Parts parts={change.differences} />
        </p>
      );
    case 'moved':
      return <FromTo name={changeWord('moved')} from={change.from.at(-1) ?? null} to={change.to.at(-1) ?? null} />;
    case 'renumbered':
      return <FromTo name={changeWord('renumbered')} from={change.from} to={change.to} />;
    case 'units':
      return <Sets removed={change.removed.map(unitWord)} added={change.added.map(unitWord)} />;
    case 'deadlines':
      return <Sets removed={change.removed} added={change.added} />;
  }
}

export function FactLine({ change }: { readonly change: DocumentChange }) {
  const name = change.kind === 'heading' ? changeWord('heading') : factWord(change.field);
  return <FromTo name={name} from={change.from} to={change.to} />;
}

function FromTo(props: { readonly name: string; readonly from: string | null; readonly to: string | null }) {
  return (
    <p class="change-line">
      <span class="change-label">{props.name}</span>
      <span>
        <del>{props.from || i18n.t('changes.none')}</del> → <ins>{props.to || i18n.t('changes.none')}</ins>
      </span>
    </p>
  );
}

function Sets({ removed, added }: { readonly removed: readonly string[]; readonly added: readonly string[] }) {
  return (
    <ul class="change-sets">
      {removed.map((each) => (
        <li key={`-${each}`}>
          − <del>{each}</del>
        </li>
      ))}
      {added.map((each) => (
        <li key={`+${each}`}>
          + <ins>{each}</ins>
        </li>
      ))}
    </ul>
  );
}

const unitWord = ({ role, unit }: NamedUnit): string => `${roleWord(role)} ${unit}`;
