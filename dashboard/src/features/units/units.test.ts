import { describe, expect, it } from 'vitest';
import { vi } from '../../words/vi';
import { acts, branches, mayChange, sumOf, type Unit, type UnitHistory, type UnitNode } from './units';

const node = (id: string, kind: UnitNode['kind'], depth: number, parent?: string): UnitNode => ({ id, kind, depth, code: id, name: id, parent: parent ?? null });

describe('the tree', () => {
  const list = [node('province', 'PROVINCE', 0), node('commune', 'COMMUNE', 1, 'province'), node('village', 'VILLAGE', 2, 'commune'), node('office', 'BODY', 1, 'province')];

  it('puts units below each other and counts all that is below', () => {
    const [top] = branches(list);
    expect(top?.size).toBe(3);
    expect(top?.children.map(each => each.node.id)).toEqual(['commune', 'office']);
    expect(top?.children[0]?.children.map(each => each.node.id)).toEqual(['village']);
  });

  it('takes a unit for a top when what is above it is out of reach', () => {
    expect(branches(list.slice(1)).map(each => each.node.id)).toEqual(['commune', 'office']);
  });

  it('tells what is directly below by kind', () => {
    const [top] = branches(list);
    expect(top === undefined ? '' : sumOf(top, vi)).toBe('1 cấp xã, 1 cơ quan, bộ phận');
  });
});

describe('the history of a unit', () => {
  const history: UnitHistory = {
    id: 'u',
    from: '2010-01-01',
    until: '2025-06-30',
    names: [
      { from: '2010-01-01', name: 'Xã Cũ', code: '01' },
      { from: '2015-03-01', name: 'Xã Mới', code: '01' },
      { from: '2016-03-01', name: 'Xã Mới', code: '02' },
    ],
    parents: [
      { from: '2010-01-01', parent: { id: 'd', name: 'Huyện A' } },
      { from: '2020-01-01', parent: { id: 'e', name: 'Huyện B' } },
    ],
    absorbed: [],
    formedOf: [],
    splitInto: [],
    successor: { id: 's', name: 'Xã Sau' },
  };

  it('stands in order of days, the latest first, and ends on the day after its last', () => {
    expect(acts(history, vi).map(each => `${each.from} ${each.text}`)).toEqual([
      '2025-07-01 Kết thúc hoạt động, kế thừa bởi',
      '2020-01-01 Chuyển về trực thuộc',
      '2016-03-01 Đổi mã từ 01 thành 02',
      '2015-03-01 Đổi tên từ Xã Cũ thành Xã Mới',
      '2010-01-01 Bắt đầu có trong hệ thống',
      '2010-01-01 Mang tên Xã Cũ, mã 01',
      '2010-01-01 Trực thuộc',
    ]);
  });

  it('tells what went off a unit that goes on, without a day', () => {
    const told = acts({ ...history, until: null, successor: null, splitInto: [{ id: 'p', name: 'Xã Con' }] }, vi);
    expect(told.at(-1)).toEqual({ from: '', text: 'Đã tách ra', units: [{ id: 'p', name: 'Xã Con' }] });
  });
});

describe('whether a unit may be changed', () => {
  const unit: Unit = { id: 'u', kind: 'COMMUNE', code: '1', name: 'Xã', from: '2010-01-01', home: 'u', asOf: '2026-01-01', exists: true };

  it('is refused with its reason', () => {
    expect(mayChange(unit, undefined, false, vi)).toBe(vi.units.mayNot);
    expect(mayChange(unit, '2020-01-01', true, vi)).toBe(vi.units.pastDay);
    expect(mayChange({ ...unit, exists: false }, undefined, true, vi)).toBe(vi.units.gone);
  });

  it('is granted else, also before its first day', () => {
    expect(mayChange(unit, undefined, true, vi)).toBeUndefined();
    expect(mayChange({ ...unit, exists: false, from: '2999-01-01' }, undefined, true, vi)).toBeUndefined();
  });
});
