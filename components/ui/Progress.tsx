import './feedback.css';

export interface ProgressProps {
  /** 0 to 1; null where it is not known how much there is. */
  readonly value: number | null;
  readonly label: string;
}

export function Progress({ value, label }: ProgressProps) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div class="progress">
      <div class="progress-label">
        <span>{label}</span>
        {percent !== null && <span class="progress-number">{percent}%</span>}
      </div>
      <div
        class={percent === null ? 'progress-bar progress-unknown' : 'progress-bar'}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
      >
        <div class="progress-fill" style={percent === null ? undefined : { width: `${percent}%` }} />
      </div>
    </div>
  );
}
