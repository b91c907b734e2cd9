import { expect, it } from 'vitest';
import { chunkAt, chunksOf, itemAt, marksFor, marksOf, placeOf, segmentsOf, type Item } from './sources';

const cut = (text: string, sources: Record<string, { start: number; end: number }[]>) => {
  const marks = marksOf(sources, text.length);
  return segmentsOf(marks, text.length).map(each => [text.slice(each.start, each.end), ...each.marks.map(index => marks[index]?.part)]);
};

it('finds the field of the form for each path of the reader', () => {
  expect(placeOf('tasks[3].lead[0]')).toEqual({ item: 'task:4', part: 'lead[0]' });
  expect(placeOf('legalBases[1].number')).toEqual({ item: 'legalBases', part: '[1].number' });
  expect(placeOf('namedCampaigns[0]')).toEqual({ item: 'campaigns', part: '[0]' });
  expect(placeOf('numericTargets[2].value')).toEqual({ item: 'targets', part: '[2].value' });
  expect(placeOf('signatory.name')).toEqual({ item: 'signatory', part: 'name' });
  expect(placeOf('issueDate.day')).toEqual({ item: 'issueDate', part: 'day' });
  expect(placeOf('issuingUnit')).toBeUndefined();
  expect(placeOf('__proto__.x')).toBeUndefined();
});

it('cuts the text at the ends of values, also where one lies in the other', () => {
  expect(
    cut('Kế hoạch năm 2024.', { title: [{ start: 0, end: 17 }], year: [{ start: 13, end: 17 }] }),
  ).toEqual([['Kế hoạch năm ', ''], ['2024', '', ''], ['.']]);
});

it('shows a row torn over a page as two ranges of one value, without what stands between', () => {
  const text = 'Tổ chức đăng ký\nTT Nội dung\ncủa các thôn';
  const marks = marksOf({ 'tasks[0].text': [{ start: 0, end: 15 }, { start: 28, end: 40 }] }, text.length);
  expect(marks.map(each => [each.nth, each.of])).toEqual([[1, 2], [2, 2]]);
  expect(segmentsOf(marks, text.length).map(each => each.marks.length)).toEqual([1, 0, 1]);
});

it('counts letters as the reader does, in UTF-16 units', () => {
  // a letter of two units stands before the value
  const text = '🏵 Phát động 𝒕hi đua';
  expect(cut(text, { theme: [{ start: text.indexOf('Phát'), end: text.indexOf('Phát') + 9 }] })).toEqual([['🏵 '], ['Phát động', ''], [' 𝒕hi đua']]);
});

it('leaves out ranges that point at nothing', () => {
  expect(marksOf({ title: [{ start: 5, end: 5 }, { start: -1, end: 2 }, { start: 3, end: 99 }] }, 10)).toEqual([]);
});

it('keeps the words of a deadline apart from the days that were computed from them', () => {
  const at = [{ start: 0, end: 4 }];
  const marks = marksOf({ 'tasks[0].dueTo': at, 'tasks[0].deadlineText': at, 'tasks[0].quarter': at }, 10);
  expect(marks.map(each => each.part)).toEqual(['deadlineText']);
});

it('draws a large text in parts that together are the text', () => {
  const line = `${'Nhiệm vụ của thôn '.repeat(8)}\n`;
  const text = line.repeat(7000);
  const sources = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`tasks[${index}].text`, [{ start: index * 14 * line.length, end: index * 14 * line.length + 300 }]]),
  );
  const marks = marksOf(sources, text.length);
  const began = performance.now();
  const chunks = chunksOf(text, segmentsOf(marks, text.length));
  expect(performance.now() - began).toBeLessThan(2000);
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(chunks.length).toBeGreaterThan(200);
  const drawn = chunks.flatMap(chunk => chunk.segments.map(each => text.slice(each.start, each.end))).join('');
  expect(drawn === text).toBe(true);
  const last = marks.at(-1);
  const found = chunks[chunkAt(chunks, last?.start ?? 0)];
  expect(found?.start).toBeLessThanOrEqual(last?.start ?? -1);
  expect(found?.end).toBeGreaterThan(last?.start ?? -1);
});

it('does not part a letter where a line is too long for one part', () => {
  const text = `${'a'.repeat(2999)}🏵${'e\u0302'.repeat(2000)}`;
  for (const chunk of chunksOf(text, segmentsOf([], text.length))) {
    expect(text.slice(chunk.start, chunk.end)).not.toMatch(/\p{Cs}/u);
    expect(text.charAt(chunk.start)).not.toBe('\u0302');
  }
});

it('jumps to the nearest words where a control has none of its own', () => {
  const marks = marksOf(
    {
      'tasks[0].text': [{ start: 20, end: 30 }],
      'tasks[0].lead[0]': [{ start: 0, end: 5 }],
      'tasks[0].lead[1]': [{ start: 6, end: 9 }],
      'tasks[0].deadlineText': [{ start: 10, end: 15 }],
      'issueDate.day': [{ start: 31, end: 33 }],
      'issueDate.year': [{ start: 34, end: 38 }],
    },
    40,
  );
  const starts = (item: Item, part: string) => marksFor(marks, { item, part }).map(index => marks[index]?.start);
  expect(starts('task:1', 'lead[1]')).toEqual([6]);
  expect(starts('task:1', 'lead')).toEqual([0, 6]);
  expect(starts('task:1', 'dueTo')).toEqual([10]);
  expect(starts('task:1', 'coordinators')).toEqual([20]);
  expect(starts('issueDate', '')).toEqual([31, 34]);
  expect(starts('theme', '')).toEqual([]);
});

it('finds the value that a warning speaks of', () => {
  const marks = marksOf({ 'tasks[2].text': [{ start: 10, end: 60 }], title: [{ start: 0, end: 9 }] }, 90);
  expect(itemAt(marks, { start: 40, end: 44 })?.item).toBe('task:3');
});
