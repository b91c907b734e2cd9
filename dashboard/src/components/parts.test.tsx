import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, it, vi } from 'vitest';
import { Refusal } from '../api/problem';
import { Bars } from './Bars';
import { ConflictDialog, type Side } from './ConflictDialog';
import { DateField, Field, FormErrors } from './Fields';
import { ReasonedButton } from './ReasonedButton';
import { Uploader } from './Uploader';

it('a disabled button says why, and does nothing', async () => {
  const act = vi.fn();
  render(
    <ReasonedButton reason="Còn 5 giá trị chưa xác nhận." onClick={act}>
      Ban hành
    </ReasonedButton>,
  );
  const button = screen.getByRole('button', { name: 'Ban hành' });
  expect(button).toHaveAccessibleDescription('Còn 5 giá trị chưa xác nhận.');
  await userEvent.click(button);
  expect(act).not.toHaveBeenCalled();
});

it('a bar is numbers with words, and a zero is said', () => {
  const router = createMemoryRouter([
    {
      path: '/',
      element: (
        <>
          <Bars segments={[{ kind: 'late', count: 3, words: '3 quá hạn', to: '/tasks?state=OVERDUE' }, { kind: 'ok', count: 0, words: '0 hoàn thành' }]} />
          <Bars segments={[{ kind: 'ok', count: 0, words: '0 hoàn thành' }]} />
        </>
      ),
    },
  ]);
  render(<RouterProvider router={router} />);
  expect(screen.getByRole('link', { name: '3 quá hạn' })).toHaveAttribute('href', '/tasks?state=OVERDUE');
  expect(screen.getByText('không có')).toBeInTheDocument();
});

it('a day is typed as people write it, and a wrong one is told', async () => {
  function Form() {
    const [value, setValue] = useState<string>();
    return (
      <Field label="Hạn">{control => <DateField control={control} value={value} onChange={setValue} />}</Field>
    );
  }
  render(<Form />);
  const input = screen.getByRole('textbox');
  await userEvent.type(input, '5/3/2025');
  await userEvent.tab();
  expect(input).toHaveValue('05/03/2025');
  await userEvent.clear(input);
  await userEvent.type(input, '31/02/2025');
  await userEvent.tab();
  expect(screen.getByText(/Ngày chưa đúng/)).toBeInTheDocument();
});

it('what the server refuses stands on top, takes the focus, and names each field', () => {
  render(<FormErrors refusal={new Refusal(422, 'invalid', 'Dữ liệu chưa đúng', 'Sửa từng trường.', { fields: [{ field: 'x', message: 'Bắt buộc phải có.' }] })} />);
  expect(screen.getByRole('alert')).toHaveFocus();
  expect(screen.getByText('Bắt buộc phải có.')).toBeInTheDocument();
});

it('a conflict shows both versions and saves a choice per line', async () => {
  const save = vi.fn<(choices: Record<string, Side>) => void>();
  render(
    <ConflictDialog
      differences={[
        { key: 'due', label: 'Thời hạn', mine: 'Trước 15/6', theirs: 'Quý II' },
        { key: 'lead', label: 'Chủ trì', mine: '', theirs: 'Hội đồng' },
      ]}
      onSave={save}
      onClose={() => undefined}
    />,
  );
  await userEvent.click(screen.getByRole('radio', { name: 'Chủ trì: Đã lưu trước' }));
  await userEvent.click(screen.getByRole('button', { name: 'Lưu 2 lựa chọn' }));
  expect(save).toHaveBeenCalledWith({ due: 'mine', lead: 'theirs' });
});

it('a file of another kind is not sent, and the page says which are taken', async () => {
  const send = vi.fn();
  render(<Uploader label="Tệp kế hoạch" endings={['.docx']} send={send} />);
  const input = document.querySelector('input[type=file]');
  await userEvent.upload(input as HTMLInputElement, new File(['x'], 'a.exe'), { applyAccept: false });
  expect(screen.getByText('a.exe không phải .docx.')).toBeInTheDocument();
  expect(send).not.toHaveBeenCalled();
});
