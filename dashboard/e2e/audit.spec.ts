import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '', '/audit');
});

test('the audit log tells who did what, and an act what it changed', async ({ page }) => {
  await expect(page.locator('a.row-title:visible').first()).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'audit');
  await accessible(page, 'Việc đã làm');
  await page.locator('a.row-title:visible', { hasText: 'Ban hành kế hoạch' }).first().click();
  await ready(page);
  await expect(page.getByRole('heading', { name: 'Cũ và mới' })).toBeVisible();
  await expect(page.locator('.compare td').first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'audit-entry');
  await accessible(page, 'Cũ và mới');
  await page.getByRole('link', { name: 'Mọi việc của đối tượng này' }).click();
  await expect(page.getByText('Đang xem mọi việc của một đối tượng.')).toBeVisible();
  await expect(page.locator('a.row-title:visible', { hasText: 'Lập bản nháp kế hoạch' })).toHaveCount(1);
});

test('the log is narrowed to accounts, and goes on page by page', async ({ page }) => {
  await page.goto('/audit?context=access');
  await ready(page);
  await expect(page.locator('a.row-title:visible', { hasText: 'Mở tài khoản' }).first()).toBeVisible();
  await page.goto('/audit?context=organization');
  await ready(page);
  await page.getByRole('button', { name: 'Sau', exact: true }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(page.getByText('Trang 2')).toBeVisible();
});

test('refused acts are listed, and the chain is verified by those alone who run the installation', async ({ page }) => {
  await page.getByRole('link', { name: 'Việc bị từ chối' }).click();
  await ready(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Việc bị từ chối' })).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'refusals');
  await accessible(page, 'Việc bị từ chối');
  await page.getByRole('link', { name: 'Kiểm tra chuỗi' }).click();
  const button = page.getByRole('button', { name: 'Kiểm tra chuỗi: Kế hoạch, nhiệm vụ' });
  await expect(button).toHaveAccessibleDescription('Chỉ người vận hành toàn hệ thống kiểm tra được cả chuỗi.');
  await noSidewaysScroll(page);
  await picture(page, 'verify');
  await accessible(page, 'Mỗi việc được nối với việc trước');
});
