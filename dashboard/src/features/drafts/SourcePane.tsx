import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../words';
import { chunkAt, chunksOf, marksFor, segmentsOf, type Chunk, type Item, type Mark, type Place } from './sources';
import type { Standing } from './working';

const LINE_PX = 29;
const AHEAD = '900px';
const SETTLED_MS = 1_000;
const NONE: readonly number[] = [];

const KIND: Record<Standing, string> = {
  waiting: 'mark-read',
  confirmed: 'mark-confirmed',
  corrected: 'mark-corrected',
  added: 'mark-corrected',
  empty: 'mark-empty',
};

/** What a jump asks of the pane; a new object each time. */
export interface Reveal {
  place: Place;
  /** the keyboard goes along */
  focus: boolean;
}

interface ChunkProps {
  chunk: Chunk;
  text: string;
  marks: readonly Mark[];
  /** how the values in it stand, in the order of its segments: tells whether it has to be drawn anew */
  standings: string;
  standingOf: (item: Item) => Standing;
  /** the item that is looked at, and its marks that are meant */
  item: Item | undefined;
  chosen: readonly number[];
  tabStop: number | undefined;
  onSelect: (place: Place) => void;
}

const Part = memo(
  function Part({ chunk, text, marks, standingOf, item, chosen, tabStop, onSelect }: ChunkProps) {
    const w = useWords();
    return (
      <>
        {chunk.segments.map(segment => {
          const words = text.slice(segment.start, segment.end);
          const inner = marks[segment.marks[0] ?? -1];
          if (inner === undefined) {
            return words;
          }
          const meant = marks[segment.marks.find(index => chosen.includes(index)) ?? -1];
          const isNear = item !== undefined && segment.marks.some(index => marks[index]?.item === item);
          return (
            <mark
              key={segment.start}
              role="button"
              tabIndex={segment.marks.includes(tabStop ?? -1) && segment.start === marks[tabStop ?? -1]?.start ? 0 : -1}
              aria-pressed={meant !== undefined}
              data-marks={segment.marks.join(' ')}
              className={`${KIND[standingOf((meant ?? inner).item)]}${meant !== undefined ? ' is-selected' : isNear ? ' is-near' : ''}`}
              onClick={() => onSelect(inner)}
            >
              {meant !== undefined && meant.of > 1 && segment.start === meant.start && (
                <span className="mark-part">{w.drafts.part(meant.nth, meant.of)}</span>
              )}
              {words}
            </mark>
          );
        })}
      </>
    );
  },
  (a, b) =>
    a.chunk === b.chunk &&
    a.marks === b.marks &&
    a.standings === b.standings &&
    a.item === b.item &&
    a.chosen === b.chosen &&
    a.tabStop === b.tabStop &&
    a.onSelect === b.onSelect,
);

interface Props {
  text: string;
  marks: readonly Mark[];
  standingOf: (item: Item) => Standing;
  at: Place | undefined;
  reveal: Reveal | undefined;
  onSelect: (place: Place) => void;
  /** the keyboard goes from mark to mark */
  onMove: (place: Place) => void;
}

/** Scrolls the pane alone until the mark is well within it. */
function bringInto(pane: HTMLElement, mark: number): HTMLElement | null {
  const target = pane.querySelector<HTMLElement>(`[data-marks~="${mark}"]`);
  if (target !== null) {
    const inside = target.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (inside < 24 || inside > pane.clientHeight - 96) {
      pane.scrollTop += inside - pane.clientHeight / 3;
    }
  }
  return target;
}

/** The text as it was read, with a mark wherever something was read from. Only what is near the window is drawn. */
export function SourcePane({ text, marks, standingOf, at, reveal, onSelect, onMove }: Props) {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  /** the mark that was just asked for, until somebody scrolls away from it */
  const showing = useRef<number>(undefined);
  const chunks = useMemo(() => chunksOf(text, segmentsOf(marks, text.length)), [text, marks]);
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0, 1]));
  /** what was drawn once keeps its height when it is left out */
  const [heights, setHeights] = useState<ReadonlyMap<number, number>>(new Map());
  const chosen = useMemo(() => (at === undefined ? NONE : marksFor(marks, at)), [marks, at]);
  const [current] = chosen;
  const wanted = current === undefined ? undefined : chunkAt(chunks, marks[current]?.start ?? 0);

  useEffect(() => {
    const pane = box.current;
    if (pane === null || typeof IntersectionObserver === 'undefined') {
      setNear(new Set(chunks.keys()));
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => {
        const indexOf = (entry: IntersectionObserverEntry) => Number((entry.target as HTMLElement).dataset['chunk']);
        setNear(before => {
          const after = new Set(before);
          entries.forEach(entry => (entry.isIntersecting ? after.add(indexOf(entry)) : after.delete(indexOf(entry))));
          return after;
        });
        // a pane that is not shown gives everything no height
        const measured = entries.filter(each => each.boundingClientRect.height > 0);
        setHeights(before => new Map([...before, ...measured.map(each => [indexOf(each), each.boundingClientRect.height] as const)]));
      },
      { root: pane, rootMargin: AHEAD },
    );
    for (const child of pane.querySelectorAll('[data-chunk]')) {
      observer.observe(child);
    }
    return () => observer.disconnect();
  }, [chunks]);

  useLayoutEffect(() => {
    const index = reveal === undefined ? undefined : marksFor(marks, reveal.place)[0];
    if (box.current === null || reveal === undefined || index === undefined) {
      return undefined;
    }
    showing.current = index;
    const target = bringInto(box.current, index);
    if (reveal.focus) {
      target?.focus({ preventScroll: true });
    }
    const settled = setTimeout(() => (showing.current = undefined), SETTLED_MS);
    return () => clearTimeout(settled);
  }, [reveal, marks]);

  useLayoutEffect(() => {
    // what lies above it takes its real height only when it is drawn
    if (box.current !== null && showing.current !== undefined) {
      bringInto(box.current, showing.current);
    }
  }, [near, heights]);

  const leave = () => (showing.current = undefined);

  const keys = (event: KeyboardEvent) => {
    const own = (event.target as HTMLElement).dataset['marks']?.split(' ').map(Number);
    if (own === undefined) {
      return;
    }
    // inside of each other they are walked through one by one, from the one that is selected
    const target = own.find(index => chosen.includes(index)) ?? own[0] ?? 0;
    const mark = marks[target];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (mark !== undefined && !event.ctrlKey) {
        onSelect(mark);
      }
      return;
    }
    const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || mark === undefined) {
      return;
    }
    event.preventDefault();
    for (let next = target + step; next >= 0 && next < marks.length; next += step) {
      const other = marks[next];
      if (other !== undefined && (other.item !== mark.item || other.part !== mark.part)) {
        onMove(other);
        return;
      }
    }
  };

  return (
    <div className="source" ref={box} role="region" aria-label={w.drafts.text} tabIndex={0} onKeyDown={keys} onWheel={leave} onTouchMove={leave}>
      <div className="source-sheet">
        {chunks.map((chunk, index) => {
          const shown = near.has(index) || index === wanted;
          const has = at !== undefined && chunk.segments.some(each => each.marks.some(index => marks[index]?.item === at.item));
          return (
            <div
              key={chunk.start}
              data-chunk={index}
              style={shown ? undefined : { height: heights.get(index) ?? chunk.lines * LINE_PX }}
            >
              {shown && (
                <Part
                  chunk={chunk}
                  text={text}
                  marks={marks}
                  standings={chunk.segments.map(each => each.marks.map(index => standingOf(marks[index]?.item ?? 'title')[2]).join('')).join(' ')}
                  standingOf={standingOf}
                  item={has ? at.item : undefined}
                  chosen={has ? chosen : NONE}
                  tabStop={has || (at === undefined && index === 0) ? (current ?? 0) : undefined}
                  onSelect={onSelect}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
