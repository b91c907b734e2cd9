import { afterEach, expect, it } from 'vitest';
import { speak } from '../words';
import { refusalOf } from './problem';

const problem = {
  type: 'https://thidua.vn/problems/invalid',
  title: 'Dữ liệu chưa đúng',
  titleEn: 'Invalid',
  detail: 'Một số trường chưa đúng.',
  detailEn: 'Some fields are not right.',
  errors: [{ field: 'tasks[2].name', vi: 'Bắt buộc phải có.', en: 'Required.' }],
  instance: 'urn:request:0193-aabb-ccdd-eeff',
};

afterEach(() => speak('vi'));

it('tells a problem in Vietnamese, with its fields and a reference short enough to read out', () => {
  const refusal = refusalOf(new Response(null, { status: 422 }), problem);
  expect(refusal.code).toBe('invalid');
  expect(refusal.title).toBe('Dữ liệu chưa đúng');
  expect(refusal.of('tasks[2].name')).toBe('Bắt buộc phải có.');
  expect(refusal.reference).toBe('CCDDEEFF');
});

it('tells it in English when that is chosen', async () => {
  await speak('en');
  expect(refusalOf(new Response(null, { status: 422 }), problem).detail).toBe('Some fields are not right.');
});

it('tells an answer that is no problem by its status', () => {
  const refusal = refusalOf(new Response(null, { status: 502, headers: { 'Retry-After': '5' } }), '<html>');
  expect(refusal.isPassing).toBe(true);
  expect(refusal.retryAfter).toBe(5);
  expect(refusal.title).toBe('Máy chủ tạm thời chưa trả lời');
});
