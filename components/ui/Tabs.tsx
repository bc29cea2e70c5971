import { useId } from 'preact/hooks';
import './tabs.css';

export interface TabItem<K extends string> {
  readonly key: K;
  readonly text: string;
  readonly count?: number;
  /** Beside the count, in words: how many more there may be. */
  readonly maybe?: string;
  /** The two counts in words. */
  readonly hint?: string;
}

export interface TabsProps<K extends string> {
  readonly label: string;
  readonly tabs: readonly TabItem<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  /** `id` of the element that shows what is chosen. */
  readonly controls: string;
}

/** A row of tabs; left and right, Home and End move between them. */
export function Tabs<K extends string>({ label, tabs, value, onChange, controls }: TabsProps<K>) {
  const id = useId();
  const go = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    onChange(tab.key);
    document.getElementById(`${id}-${tab.key}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === value);
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          id={`${id}-${tab.key}`}
          type="button"
          class="tab"
          title={tab.hint}
          role="tab"
          aria-selected={tab.key === value}
          aria-controls={controls}
          tabIndex={tab.key === value ? 0 : -1}
          onClick={() => onChange(tab.key)}
        >
          {tab.text}
          {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
          {tab.maybe ? <span class="tab-count">{tab.maybe}</span> : null}
        </button>
      ))}
    </div>
  );
}
