import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

const NAME = process.env['THIDUA_NAME'] ?? '';
const PASSWORD = process.env['THIDUA_PASSWORD'] ?? '';

test.beforeEach(async ({ page }) => {
  await signIn(page, NAME, PASSWORD, '/units');
});

test('the tree of units is opened level by level, searched, and looked at on another day', async ({ page }) => {
  await expect(page.getByRole('link', { name: 'Tỉnh Hòa Lạc' })).toBeVisible();
  await page.getByRole('button', { name: 'Đơn vị trực thuộc Xã Thanh Lâm' }).click();
  await expect(page.getByRole('link', { name: 'Thôn Thượng' })).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'units');
  await accessible(page, 'Xã Thanh Lâm');
  await page.goto('/units?search=thuong');
  await ready(page);
  await expect(page.locator('a.row-title:visible', { hasText: 'Thôn Thượng' })).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'units-found');
  await accessible(page, 'Thôn Thượng');
  await page.goto('/units?asOf=1900-01-01');
  await expect(page.getByText('Ngày 01/01/1900 chưa có đơn vị nào')).toBeVisible();
});

test('a unit is added, renamed and dissolved, and its name is never more than text', async ({ page }) => {
  const code = `T${String(Date.now())}`;
  const name = `<img src=x onerror="window.hit=1"> ${code}`;
  await page.getByRole('link', { name: 'Xã Thanh Lâm', exact: true }).click();
  await ready(page);
  await expect(page.locator('.timeline li').first()).toBeVisible();
  await expect(page.locator('a.row-title:visible').first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'unit');
  await accessible(page, 'Thay đổi đơn vị');

  await page.getByRole('button', { name: 'Thêm đơn vị trực thuộc', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Loại').selectOption('BODY');
  await dialog.getByLabel('Tên đơn vị').fill(name);
  await dialog.getByRole('button', { name: 'Thêm đơn vị', exact: true }).click();
  await expect(dialog.getByText('Bắt buộc nhập.')).toBeVisible();
  await dialog.getByLabel('Mã').fill(code);
  await dialog.getByLabel('Có hiệu lực từ ngày').fill('01/08/2025');
  await picture(page, 'unit-establish');
  await accessible(page, 'Có hiệu lực từ ngày');
  await dialog.getByRole('button', { name: 'Thêm đơn vị', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Đổi tên hoặc mã' }).click();
  await dialog.getByLabel('Tên mới').fill(`${name} hai`);
  await dialog.getByLabel('Có hiệu lực từ ngày').fill('01/09/2025');
  await dialog.getByRole('button', { name: 'Đổi tên hoặc mã' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${name} hai` })).toBeVisible();
  await expect(page.locator('.timeline')).toContainText(`${name} hai`);

  await page.getByRole('button', { name: 'Giải thể' }).click();
  await accessible(page, 'Đơn vị kế thừa');
  await dialog.getByRole('button', { name: /^Giải thể/ }).click();
  await expect(page.getByText('Đơn vị đã kết thúc hoạt động')).toBeVisible();
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('before a merger it is told what it touches', async ({ page }) => {
  await page.goto('/units?search=thuong');
  await ready(page);
  await page.locator('a.row-title:visible', { hasText: 'Thôn Thượng' }).click();
  await ready(page);
  await page.getByRole('button', { name: 'Sáp nhập' }).click();
  const dialog = page.getByRole('dialog');
  const other = dialog.getByRole('combobox', { name: /Thêm đơn vị cùng sáp nhập/ });
  await other.fill('thon trung');
  await dialog.getByRole('option', { name: /Thôn Trung/ }).click();
  await expect(dialog.getByText('Kết thúc hoạt động: Thôn Thượng, Thôn Trung')).toBeVisible();
  await dialog.getByRole('radio', { name: /Giữ Thôn Trung/ }).check();
  await expect(dialog.getByText('Kết thúc hoạt động: Thôn Thượng', { exact: true })).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'unit-merge');
  await accessible(page, 'Sáp nhập sẽ động tới');
  await dialog.getByRole('button', { name: 'Nhập lại từ đầu' }).click();
  await dialog.getByRole('button', { name: 'Thôi' }).click();
  await page.getByRole('button', { name: 'Tách', exact: true }).click();
  await accessible(page, 'Đơn vị mới 1');
});

test('people and posts of a unit are listed with those below', async ({ page }) => {
  await page.getByRole('link', { name: 'Xã Thanh Lâm', exact: true }).click();
  await page.getByRole('button', { name: 'Người và chức vụ' }).click();
  await ready(page);
  await page.getByLabel('Phạm vi').or(page.getByRole('button', { name: 'Lọc' })).first().click();
  await page.getByLabel('Phạm vi').selectOption('true');
  await expect(page.locator('a.row-title:visible').first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'unit-people');
  await accessible(page, 'Trưởng thôn');
});
