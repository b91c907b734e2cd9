import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../words';

export type BarKind = 'ok' | 'doing' | 'late' | 'idle';

export interface Segment {
  kind: BarKind;
  count: number;
  /** "6 hoàn thành": for those who do not see the colour */
  words: string;
  /** list behind the figure */
  to?: string | undefined;
}

/** A bar that is a row of numbers: each opens its list. Zero everywhere is said in words. */
export function Bars({ segments, label }: { segments: readonly Segment[]; label?: string }) {
  const w = useWords();
  const shown = segments.filter(each => each.count > 0);
  if (shown.length === 0) {
    return <span className="bars-none">{w.app.none}</span>;
  }
  return (
    <span className="bars" role="group" aria-label={label}>
      {shown.map(each => {
        const face = (
          <>
            <span aria-hidden>{each.count}</span>
            <span className="unseen">{each.words}</span>
          </>
        );
        const className = `bar bar-${each.kind}`;
        return each.to === undefined ? (
          <span key={each.kind} className={className} style={{ flexGrow: each.count }} title={each.words}>
            {face}
          </span>
        ) : (
          <Link key={each.kind} to={each.to} className={className} style={{ flexGrow: each.count }} title={each.words}>
            {face}
          </Link>
        );
      })}
    </span>
  );
}

/** A thin bar with the figure beside it. */
export function PercentBar({ percent, late = false, children }: { percent: number; late?: boolean; children?: ReactNode }) {
  return (
    <span className="percent">
      <span className="percent-rail" aria-hidden>
        <span
          className={`percent-fill bar-${percent >= 100 ? 'ok' : late ? 'late' : 'doing'}`}
          style={{ width: `${Math.max(0, Math.min(100, percent))}%` }}
        />
      </span>
      <span className="num">{percent}%</span>
      {children}
    </span>
  );
}
