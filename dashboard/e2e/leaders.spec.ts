import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '');
});

test('progress is told by unit and quarter, and a figure opens its tasks', async ({ page }) => {
  await page.goto('/progress');
  await ready(page);
  const figure = page.locator('a.bar:visible').first();
  await expect(figure).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'progress');
  await accessible(page, 'Tiến độ nhiệm vụ');
  await figure.click();
  await expect(page).toHaveURL(/\/tasks\?/);
  await expect(page.locator('a.row-title:visible').first()).toBeVisible();
});

test('the cascade tells who has answered', async ({ page }) => {
  await page.goto('/cascade');
  await ready(page);
  await expect(page.locator('#main td:visible').first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'cascade');
  await accessible(page, 'Thời gian trả lời');
});
