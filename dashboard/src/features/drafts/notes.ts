import { day } from '../../app/format';
import type { Words } from '../../words';
import { isField, FIELD_WORDS, type Flag, type Warning, type Whole } from './drafts';
import { itemAt, placeOf, taskItem, type Item, type Mark, type Place } from './sources';
import { numberOf } from './sources';
import type { View } from './working';

/** Something to look at: what is odd and what to do, and the place that it is about. */
export interface Note {
  key: string;
  message: string;
  place: Place | undefined;
  /** of a copy: what stood there before, and what stands there now */
  moved?: { from: string; to: string };
}

/** What the reader says of a whole value, where it names no place in the text. */
const ABOUT: Partial<Record<Warning['code'], Item>> = {
  NUMBER_MISSING: 'documentNumber',
  DATE_INCOMPLETE: 'issueDate',
  TITLE_MISSING: 'title',
  YEAR_INFERRED: 'year',
  SIGNATORY_MISSING: 'signatory',
  RECIPIENTS_MISSING: 'recipients',
};

function placeOfFlag(flag: Flag): Place | undefined {
  if (flag.task !== null && flag.task !== undefined) {
    return { item: taskItem(flag.task), part: flag.field };
  }
  return placeOf(flag.field);
}

/** Warnings of the reader and flags of a copy, in their order. */
export function notesOf(whole: Whole, marks: readonly Mark[]): Note[] {
  return [
    ...whole.warnings.map((warning, index): Note => {
      const about = ABOUT[warning.code];
      const [first] = warning.sources;
      const place = about !== undefined ? { item: about, part: '' } : first === undefined ? undefined : itemAt(marks, first);
      return { key: `w${index}`, message: warning.message, place };
    }),
    ...whole.flags.map((flag, index): Note => ({
      key: `f${index}`,
      message: flag.message,
      place: placeOfFlag(flag),
      ...(flag.to && flag.to !== flag.from ? { moved: { from: day(flag.from) || flag.from, to: day(flag.to) || flag.to } } : {}),
    })),
  ];
}

export function byItem(notes: readonly Note[]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { place, message, moved } of notes) {
    if (place !== undefined) {
      all.set(place.item, [...(all.get(place.item) ?? []), moved === undefined ? message : `${moved.from} → ${moved.to}. ${message}`]);
    }
  }
  return all;
}

/** What an item is called. */
export function itemName(item: Item, view: View, w: Words): string {
  if (isField(item)) {
    return w.plans.fields[FIELD_WORDS[item]];
  }
  const n = numberOf(item);
  const task = view.tasks.find(each => each.item === item);
  const ordinal = task?.content.ordinal;
  return n === undefined || task === undefined ? (n === undefined ? w.drafts.newTask : w.plans.task(String(n))) : w.plans.task(ordinal || String(n));
}
