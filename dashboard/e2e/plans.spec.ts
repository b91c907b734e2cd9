import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '', '/plans');
});

test('plans are listed, filtered by the address, and a figure opens its list', async ({ page }) => {
  const number = page.getByText('/KH').locator('visible=true').first();
  await expect(number).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'plans');
  await accessible(page, 'Kế hoạch');
  await page.goto('/plans?q=khôngcótừnày');
  await page.getByRole('button', { name: 'Xóa lọc' }).last().click();
  await expect(page).toHaveURL(/\/plans$/);
  await expect(number).toBeVisible();
});

test('a plan shows what it says, its tasks and its versions', async ({ page }) => {
  await page.locator('a.row-title:visible').first().click();
  await expect(page.getByText('Có hiệu lực từ').first()).toBeVisible();
  await ready(page);
  await noSidewaysScroll(page);
  await picture(page, 'plan');
  await accessible(page, 'Có hiệu lực từ');
  await page.getByRole('button', { name: /^Các bản/ }).click();
  await expect(page.getByRole('heading', { name: 'Bản 1' })).toBeVisible();
  await accessible(page, 'Bản 1');
});

test('a plan is begun from a file, a copy or by hand', async ({ page }) => {
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await expect(page.getByRole('dialog')).toContainText('Tải lên văn bản kế hoạch');
  await picture(page, 'begin');
  await accessible(page, 'Tải lên văn bản kế hoạch');
});
