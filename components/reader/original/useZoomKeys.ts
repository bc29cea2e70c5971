import { useEffect, useRef } from 'preact/hooks';

const STEPS: Readonly<Record<string, -1 | 0 | 1>> = { '+': 1, '=': 1, '-': -1, _: -1, '0': 0 };

/** Ctrl (⌘) with +, − or 0 zooms the original instead of the browser's page, as long as an original is shown. */
export function useZoomKeys(onStep: (step: -1 | 0 | 1) => void): void {
  const call = useRef(onStep);
  call.current = onStep;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      call.current(step);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
