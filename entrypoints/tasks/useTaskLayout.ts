import { useEffect, useState } from 'preact/hooks';
import { firstLayout, type Layout, readLayout } from '../../components/tasks/layout';
import { settings } from '../../lib/settings';

/** How the task list is laid out; this page's own choice counts at once and is kept for the next one. */
export function useTaskLayout(): readonly [Layout, (layout: Layout) => void] {
  const [layout, setLayout] = useState<Layout | null>(null);
  useEffect(() => {
    settings.taskLayout.getValue().then(
      (kept) => setLayout((now) => now ?? readLayout(kept)),
      () => undefined,
    );
  }, []);
  return [
    layout ?? firstLayout,
    (next) => {
      setLayout(next);
      void settings.taskLayout.setValue(next).catch(() => undefined);
    },
  ];
}
