import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, it } from 'vitest';
import { Refusal } from '../api/problem';
import { DataTable, type Column } from './DataTable';
import { usePaging } from './usePaging';

interface Row {
  id: string;
  name: string;
}

const columns: readonly Column<Row>[] = [{ key: 'name', head: 'Tên', cell: row => row.name, sort: 'name' }];
const idle = { isPending: false, error: null, refetch: () => undefined };
const pagesOf: Record<string, { rows: Row[]; next?: string }> = {
  '': { rows: [{ id: '1', name: 'Một' }, { id: '2', name: 'Hai' }], next: 'c2' },
  c2: { rows: [{ id: '3', name: 'Ba' }] },
};

function List({ rows, error = null }: { rows?: readonly Row[] | undefined; error?: unknown }) {
  const paging = usePaging(2);
  const page = pagesOf[paging.cursor ?? ''];
  return (
    <DataTable
      what="thôn"
      columns={columns}
      rows={error === null ? (rows ?? page?.rows) : undefined}
      next={page?.next}
      paging={paging}
      rowKey={row => row.id}
      query={{ ...idle, error }}
      card={row => row.name}
      empty={<p>Chưa có thôn nào.</p>}
    />
  );
}

function show(element: React.ReactElement) {
  const router = createMemoryRouter([{ path: '/', element }]);
  render(<RouterProvider router={router} />);
  return router;
}

it('goes to the next page and back, by a cursor in the address, and counts', async () => {
  const router = show(<List />);
  expect(screen.getByText('1–2 thôn, còn nữa')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Sau' }));
  expect(router.state.location.search).toBe('?cursor=c2');
  expect(screen.getByText('3–3 trong 3 thôn')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Trước' }));
  expect(router.state.location.search).toBe('');
  expect(within(screen.getByRole('table')).getByText('Một')).toBeInTheDocument();
});

it('sorts by its head, through the address', async () => {
  const router = show(<List />);
  await userEvent.click(screen.getByRole('button', { name: 'Tên' }));
  expect(router.state.location.search).toBe('?sort=name');
  expect(screen.getByRole('columnheader')).toHaveAttribute('aria-sort', 'ascending');
});

it('says why there is nothing', () => {
  show(<List rows={[]} />);
  expect(screen.getByText('Chưa có thôn nào.')).toBeInTheDocument();
});

it('says that it could not be loaded, with a reference and a way to try again', () => {
  show(<List error={new Refusal(503, 'x', 'Tạm thời', 'Hãy thử lại.', { reference: 'ABCD' })} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Chưa tải được thôn');
  expect(screen.getByText('Mã: ABCD')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Thử lại' })).toBeInTheDocument();
});
