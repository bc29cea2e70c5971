/** Lets a reading come to its end on a page that changes all the time: a clock, a ticker. */
export interface Pace {
  /** A reading begins; it is known by its signal. */
  begin(signal: AbortSignal): void;
  /** That reading knows what the page says; what changed meanwhile is due now. A reading that was overtaken is ignored. */
  end(signal: AbortSignal): void;
  /** The page changed. */
  changed(): void;
}

/**
 * @param start reads at once; called for a change while no reading is under way.
 * @param later reads at the usual pace; called once when a reading ends on a page that changed meanwhile.
 */
export function pace(start: () => void, later: () => void): Pace {
  let busy: AbortSignal | null = null;
  let stale = false;
  return {
    begin(signal) {
      busy = signal;
    },
    end(signal) {
      if (busy !== signal) return;
      busy = null;
      if (stale) later();
      stale = false;
    },
    changed() {
      if (busy) stale = true;
      else start();
    },
  };
}
