interface ProblemProps {
  error: Error;
  onRetry: () => void;
}

export function Problem({ error, onRetry }: ProblemProps) {
  return (
    <div className="card problem" role="alert">
      <p>{error.message}</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
