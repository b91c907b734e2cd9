import { answer, api, read, type Schema } from '../../api/client';
import { today } from '../../app/format';
import type { Role } from '../../app/session';
import type { Choice } from '../../components/Picker';
import type { Words } from '../../words';

export type Unit = Schema<'Unit'>;
export type UnitNode = Schema<'Node'>;
export type UnitHistory = Schema<'History'>;
export type Holder = Schema<'Holder'>;
export type Kind = UnitNode['kind'];

export const KINDS: readonly Kind[] = ['PROVINCE', 'DISTRICT', 'COMMUNE', 'VILLAGE', 'BODY'];

/** Who changes the tree. */
export const CHANGING: readonly Role[] = ['OFFICER', 'ADMIN'];

const on = (asOf: string | undefined) => (asOf === undefined ? {} : { asOf });

export function treeQuery(asOf: string | undefined) {
  return {
    queryKey: ['organization', 'tree', asOf],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(api.GET('/api/v1/organization/tree', { params: { query: on(asOf) }, signal })),
  };
}

export interface UnitSearch {
  search?: string;
  kind?: Kind;
  under?: string;
  asOf?: string;
  cursor?: string;
  limit?: number;
}

export function unitsQuery(query: UnitSearch) {
  return {
    queryKey: ['organization', 'units', query],
    queryFn: ({ signal }: { signal: AbortSignal }) => read(api.GET('/api/v1/organization/units', { params: { query }, signal })),
    placeholderData: (before: Schema<'PageUnit'> | undefined) => before,
  };
}

export function unitQuery(id: string, asOf: string | undefined) {
  return {
    queryKey: ['organization', 'unit', id, 'page', asOf],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      answer(api.GET('/api/v1/organization/units/{id}', { params: { path: { id }, query: on(asOf) }, signal })),
  };
}

export function childrenQuery(id: string, asOf: string | undefined) {
  return {
    queryKey: ['organization', 'unit', id, 'children', asOf],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(api.GET('/api/v1/organization/units/{id}/children', { params: { path: { id }, query: on(asOf) }, signal })),
  };
}

export function historyQuery(id: string) {
  return {
    queryKey: ['organization', 'unit', id, 'history'],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(api.GET('/api/v1/organization/units/{id}/history', { params: { path: { id } }, signal })),
  };
}

export function previewQuery(units: readonly string[], effective: string | undefined) {
  return {
    queryKey: ['organization', 'merger', units, effective],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      read(
        api.GET('/api/v1/organization/mergers/preview', {
          params: { query: { unit: [...units], effective: effective ?? '' } },
          signal,
        }),
      ),
    enabled: units.length > 0 && effective !== undefined,
    retry: false,
  };
}

/** Units by some letters of a name, for a Picker. */
export function findUnits(w: Words): (words: string, signal: AbortSignal) => Promise<readonly Choice[]> {
  return async (words, signal) =>
    (
      await read(
        api.GET('/api/v1/organization/units', { params: { query: { limit: 8, ...(words === '' ? {} : { search: words }) } }, signal }),
      )
    ).items.map(each => ({ id: each.id, name: each.name, detail: [w.units.kinds[each.kind], each.parent?.name].filter(Boolean).join(' · ') }));
}

/** A unit with what stands below it. */
export interface Branch {
  node: UnitNode;
  children: Branch[];
  /** everything below, at any depth */
  size: number;
}

/** The list that the server gives, each unit before what is below it, as a tree; units whose parent is out of reach are tops. */
export function branches(nodes: readonly UnitNode[]): Branch[] {
  const tops: Branch[] = [];
  const byId = new Map<string, Branch>();
  for (const node of nodes) {
    const branch: Branch = { node, children: [], size: 0 };
    byId.set(node.id, branch);
    const above = node.parent === null || node.parent === undefined ? undefined : byId.get(node.parent);
    (above?.children ?? tops).push(branch);
  }
  const count = (branch: Branch): number => {
    branch.size = branch.children.reduce((sum, each) => sum + 1 + count(each), 0);
    return branch.size;
  };
  tops.forEach(count);
  return tops;
}

/** What stands directly below, by kind: "12 cấp xã, 3 cơ quan". */
export function sumOf(branch: Branch, w: Words): string {
  return KINDS.flatMap(kind => {
    const count = branch.children.filter(each => each.node.kind === kind).length;
    return count === 0 ? [] : [w.units.countOf(count, w.units.kinds[kind])];
  }).join(', ');
}

/** Something that happened to a unit. */
export interface UnitAct {
  from: string;
  text: string;
  units: readonly { id: string; name: string }[];
}

/** All that a unit went through, the latest first. What was so from its first day on is told once. */
export function acts(history: UnitHistory, w: Words): UnitAct[] {
  const t = w.units.acts;
  const told: UnitAct[] = [];
  const { from, until } = history;
  if (history.formedOf.length > 0) {
    told.push({ from, text: t.formedOf, units: history.formedOf });
  } else {
    told.push({ from, text: t.established, units: [] });
  }
  history.names.forEach((naming, index) => {
    const before = history.names[index - 1];
    if (before === undefined) {
      told.push({ from: naming.from, text: t.named(naming.name, naming.code), units: [] });
    } else if (before.name !== naming.name) {
      told.push({ from: naming.from, text: t.renamed(before.name, naming.name), units: [] });
    } else {
      told.push({ from: naming.from, text: t.recoded(before.code, naming.code), units: [] });
    }
  });
  history.parents.forEach((place, index) => {
    told.push({ from: place.from, text: index === 0 ? t.placed : t.moved, units: [place.parent] });
  });
  history.absorbed.forEach(each => told.push({ from: each.from, text: t.absorbed, units: each.units }));
  if (until !== null && until !== undefined) {
    const ended = new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    if (history.splitInto.length > 0) {
      told.push({ from: ended, text: t.split, units: history.splitInto });
    }
    told.push(
      history.successor === null || history.successor === undefined
        ? { from: ended, text: t.ended, units: [] }
        : { from: ended, text: t.succeeded, units: [history.successor] },
    );
  } else if (history.splitInto.length > 0) {
    // on which day is not told
    told.push({ from: '', text: t.splitOff, units: history.splitInto });
  }
  // sort is stable: what happened on one day stays in the order above
  return told.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0));
}

/** A day on which nothing is shown to be changed: a past day is looked at, not written to. */
export function mayChange(unit: Unit, asOf: string | undefined, may: boolean, w: Words): string | undefined {
  if (!may) {
    return w.units.mayNot;
  }
  if (asOf !== undefined) {
    return w.units.pastDay;
  }
  return unit.exists || unit.from > today() ? undefined : w.units.gone;
}
