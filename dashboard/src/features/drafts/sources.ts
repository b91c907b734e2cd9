import { isField, type FieldName } from './drafts';

export interface Range {
  start: number;
  end: number;
}

/** A value that is confirmed as a whole: a field of the plan, a task by its number, a new one. */
export type Item = FieldName | `task:${number}` | `new:${string}`;

/** A place in the form: the item, and the part of it that a range was read for ("deadlineText", "lead[0]", "[2].number"). */
export interface Place {
  item: Item;
  part: string;
}

export const taskItem = (n: number): Item => `task:${n}`;

export const numberOf = (item: Item): number | undefined =>
  item.startsWith('task:') ? Number(item.slice('task:'.length)) : undefined;

/** Names of the reader that a draft calls otherwise. */
const RENAMED: Record<string, FieldName> = { namedCampaigns: 'campaigns', numericTargets: 'targets' };

/** Where in the form the path of a source stands; undefined for what a draft has no field for. */
export function placeOf(path: string): Place | undefined {
  const task = /^tasks\[(\d+)](?:\.(.*))?$/.exec(path);
  if (task !== null) {
    return { item: taskItem(Number(task[1]) + 1), part: task[2] ?? '' };
  }
  const [, name = '', rest = ''] = /^(\w+)\.?(.*)$/.exec(path) ?? [];
  const field = RENAMED[name] ?? name;
  return isField(field) ? { item: field, part: rest } : undefined;
}

/** A range of the text with what was read there. */
export interface Mark extends Place {
  start: number;
  end: number;
  /** which of its ranges this is, from 1, and how many there are: a row torn over a page has two */
  nth: number;
  of: number;
}

/** The days and the quarter were computed from the words of the deadline: there it is that they are corrected. */
const SHADOWS = ['dueFrom', 'dueTo', 'quarter'];

/** All marks in the order of the text. Offsets that lie outside of it are left out: they would point at nothing. */
export function marksOf(sources: Record<string, readonly Range[]>, length: number): Mark[] {
  const marks: Mark[] = [];
  for (const [path, ranges] of Object.entries(sources)) {
    const place = placeOf(path);
    if (place === undefined || (place.item.startsWith('task:') && SHADOWS.includes(place.part))) {
      continue;
    }
    const valid = ranges.filter(each => each.start >= 0 && each.start < each.end && each.end <= length);
    valid.forEach((range, index) => marks.push({ ...place, start: range.start, end: range.end, nth: index + 1, of: valid.length }));
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A stretch of the text within which nothing begins or ends. */
export interface Segment {
  start: number;
  end: number;
  /** indices of the marks that it lies in, the innermost first; none for plain text */
  marks: readonly number[];
}

/**
 * Cuts the text at the ends of all marks. Where they lie in each other the shortest comes first: it is what a pointer means. Offsets
 * are in UTF-16 units on both sides, so they are those of JavaScript's own texts.
 */
export function segmentsOf(marks: readonly Mark[], length: number): Segment[] {
  const ends = marks.map((_, index) => index).sort((a, b) => (marks[a]?.end ?? 0) - (marks[b]?.end ?? 0));
  const segments: Segment[] = [];
  const open = new Set<number>();
  let at = 0;
  let begun = 0;
  let ended = 0;
  const span = (index: number) => (marks[index]?.end ?? 0) - (marks[index]?.start ?? 0);
  while (at < length) {
    for (; ended < ends.length && (marks[ends[ended] ?? 0]?.end ?? 0) <= at; ended++) {
      open.delete(ends[ended] ?? 0);
    }
    for (; begun < marks.length && (marks[begun]?.start ?? 0) <= at; begun++) {
      if ((marks[begun]?.end ?? 0) > at) {
        open.add(begun);
      }
    }
    const nextBegin = marks[begun]?.start ?? length;
    const nextEnd = marks[ends[ended] ?? -1]?.end ?? length;
    const to = Math.min(length, nextBegin, nextEnd);
    segments.push({ start: at, end: to, marks: [...open].sort((a, b) => span(a) - span(b)) });
    at = to;
  }
  return segments;
}

/** A part of the text that is drawn as one: about as much as a window shows, ending at a line's end. */
export interface Chunk {
  start: number;
  end: number;
  segments: Segment[];
  /** lines, for the height that it takes while it is not drawn */
  lines: number;
}

const CHUNK = 3_000;
const LONGEST_LINE = 90;

/** The text in parts, so that a megabyte of it is drawn where somebody looks. */
export function chunksOf(text: string, segments: readonly Segment[]): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let next = 0;
  while (start < text.length) {
    let end = Math.min(text.length, start + CHUNK);
    if (end < text.length) {
      const line = text.lastIndexOf('\n', end);
      end = line > start ? line + 1 : wholeLetter(text, end);
    }
    const own: Segment[] = [];
    for (; next < segments.length; next++) {
      const segment = segments[next];
      if (segment === undefined || segment.start >= end) {
        break;
      }
      own.push({ ...segment, start: Math.max(segment.start, start), end: Math.min(segment.end, end) });
      if (segment.end > end) {
        // the rest of it stands in the next part
        break;
      }
    }
    chunks.push({ start, end, segments: own, lines: linesOf(text.slice(start, end)) });
    start = end;
  }
  return chunks;
}

/** Not between the two halves of a letter, nor before the marks that belong to one. */
function wholeLetter(text: string, at: number): number {
  let end = at;
  while (end < text.length && /^[\uDC00-\uDFFF\p{M}]/u.test(text.slice(end, end + 1))) {
    end++;
  }
  return end;
}

function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LONGEST_LINE)), 0);
}

/** The part that holds an offset. */
export function chunkAt(chunks: readonly Chunk[], offset: number): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.end ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/**
 * The marks that show a place: its own, else those of the entries or parts within it, else what its words can best be found
 * by.
 */
export function marksFor(marks: readonly Mark[], { item, part }: Place): number[] {
  const wanted = SHADOWS.includes(part) ? 'deadlineText' : part;
  const tests: ((own: string) => boolean)[] = [
    own => own === wanted,
    own => wanted === '' || own.startsWith(`${wanted}.`) || own.startsWith(`${wanted}[`),
    own => own !== '' && wanted.startsWith(own),
    own => own === 'text',
  ];
  for (const test of tests) {
    const found = marks.flatMap((mark, index) => (mark.item === item && test(mark.part) ? [index] : []));
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

/** The item within whose words a range lies, for what the reader says of it. */
export function itemAt(marks: readonly Mark[], range: Range): Place | undefined {
  const found = marks.filter(mark => mark.start < range.end && range.start < mark.end);
  found.sort((a, b) => a.end - a.start - (b.end - b.start));
  return found[0];
}
