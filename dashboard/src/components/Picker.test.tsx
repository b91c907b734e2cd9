import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Picker, type Choice } from './Picker';

const UNITS: readonly Choice[] = [
  { id: 'a', name: 'Xã An', detail: 'Tỉnh Hòa Lạc' },
  { id: 'b', name: 'Xã <img src=x>' },
];

function Form({ find }: { find: (words: string) => Promise<readonly Choice[]> }) {
  const [value, setValue] = useState<Choice>();
  return (
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Picker control={{ 'aria-label': 'Đơn vị' }} kind="units" value={value} onChange={setValue} find={find} />
      <output>{value?.id ?? 'none'}</output>
    </QueryClientProvider>
  );
}

it('is chosen by keyboard; what is only typed is no value', async () => {
  const find = vi.fn(() => Promise.resolve(UNITS));
  render(<Form find={find} />);
  const field = screen.getByRole('combobox', { name: 'Đơn vị' });
  await userEvent.type(field, 'xa');
  expect(await screen.findByRole('option', { name: /Xã An/ })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('option')).not.toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('none');
  expect(field).toHaveValue('');
  await userEvent.type(field, 'xa');
  await screen.findByRole('option', { name: /Xã An/ });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(field).toHaveValue('Xã <img src=x>');
  expect(screen.getByRole('status')).toHaveTextContent('b');
});

it('says that nothing was found', async () => {
  render(<Form find={() => Promise.resolve([])} />);
  await userEvent.type(screen.getByRole('combobox'), 'zz');
  expect(await screen.findByText(/Không tìm thấy trong phạm vi/)).toBeInTheDocument();
});
