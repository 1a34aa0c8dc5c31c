export interface ProgressBarProps {
  label: string;
  value: number;
  /** Null while nobody knows: the bar then only shows that something goes on. */
  max: number | null;
  /** Read instead of the percentage, e.g. "640 of 1,240". */
  valueText?: string;
}

export function ProgressBar({ label, value, max, valueText }: ProgressBarProps) {
  const isKnown = max !== null && max > 0;
  return (
    <progress
      className="sc-progress"
      aria-label={label}
      aria-valuetext={valueText}
      {...(isKnown ? { value: Math.min(value, max), max } : {})}
    />
  );
}
