import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { OneTime } from './OneTime';
import { fitsName, holds, inOrder, type HeldRole } from './users';

const role = (id: string, from: string, until?: string): HeldRole => ({ id, role: 'OFFICER', from, by: 'a', unit: 'u', until: until ?? null });

it('a role holds from its first to its last day', () => {
  expect(holds(role('a', '2026-01-01', '2026-01-31'), '2026-01-31')).toBe(true);
  expect(holds(role('a', '2026-01-01', '2026-01-31'), '2026-02-01')).toBe(false);
  expect(holds(role('a', '2026-01-02'), '2026-01-01')).toBe(false);
});

it('roles that are over come last', () => {
  const roles = [role('over', '2020-01-01', '2020-12-31'), role('later', '2026-05-01'), role('now', '2024-01-01')];
  expect(inOrder(roles, '2026-01-01').map(each => each.id)).toEqual(['now', 'later', 'over']);
});

it('a name to sign in with is told apart from one that the server refuses', () => {
  expect(['can.bo', 'ha_noi-1', 'a@b'].every(fitsName)).toBe(true);
  expect(['ab', 'hai chữ', 'x'.repeat(65), 'a/b'].some(fitsName)).toBe(false);
});

it('a secret is shown with the warning that it is shown once, and its absence is explained', async () => {
  const close = vi.fn();
  const { unmount } = render(<OneTime title="Đã mở tài khoản" detail="Trao tận tay." secret="abcd-efgh" onClose={close} />);
  expect(screen.getByText('abcd-efgh')).toBeInTheDocument();
  expect(screen.getByText(/Chỉ hiện một lần/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Đã ghi lại, đóng', hidden: true }));
  expect(close).toHaveBeenCalled();
  unmount();
  render(<OneTime title="Đã mở tài khoản" detail="Trao tận tay." secret={null} onClose={close} />);
  expect(screen.getByText(/Đã hiện một lần rồi/)).toBeInTheDocument();
});
