interface SkeletonProps {
  /** In characters. */
  width?: number;
  /** In pixels, of what is more than a line. */
  height?: number;
  isBlock?: boolean;
}

/** A place held for what is on its way. */
export function Skeleton({ width, height, isBlock = false }: SkeletonProps) {
  return (
    <span
      className="sc-skeleton"
      data-block={isBlock || undefined}
      aria-hidden="true"
      style={{ inlineSize: width === undefined ? undefined : `${width}ch`, blockSize: height }}
    />
  );
}
