import { useEffect, useState } from 'preact/hooks';
import type { Duty } from '../../lib/units/types';
import type { Decisions, Verdict } from './types';

const none: ReadonlyMap<string, Verdict> = new Map();

/** What the reader has said of these duties, by `dutyKey`; follows changes from other surfaces. */
export function useVerdicts(
  decisions: Decisions,
  documentId: string | null,
  duties: readonly Duty[],
): ReadonlyMap<string, Verdict> {
  const [verdicts, setVerdicts] = useState(none);
  useEffect(() => {
    let alive = true;
    const load = () => {
      if (documentId === null || duties.length === 0) return setVerdicts(none);
      decisions.verdicts(documentId, duties).then(
        (next) => alive && setVerdicts(next),
        // Unknown verdicts hide nothing: every duty is then shown as it was found.
        () => alive && setVerdicts(none),
      );
    };
    load();
    const stop = decisions.onChange(load);
    return () => {
      alive = false;
      stop();
    };
  }, [decisions, documentId, duties]);
  return verdicts;
}
