/** A place held for text that is on its way. `width` in characters. */
export function Skeleton({ width, isBlock = false }: { width?: number; isBlock?: boolean }) {
  return (
    <span
      className="sc-skeleton"
      data-block={isBlock || undefined}
      aria-hidden="true"
      style={width === undefined ? undefined : { inlineSize: `${width}ch` }}
    />
  );
}
