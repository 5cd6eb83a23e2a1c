/** Grey bars where words will stand; `label` is read aloud. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div aria-busy="true" className="kho-skeleton" role="status">
      <span className="kho-sr">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span aria-hidden="true" className="kho-skeleton__line" key={index} />
      ))}
    </div>
  );
}
