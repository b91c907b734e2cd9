import { accessible, expect, layoutShift, noSidewaysScroll, picture, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '', '/people');
});

test('people are listed, counted, and found by name without the name in an address', async ({ page }) => {
  await expect(page.locator('a.row-title:visible').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Cơ cấu' })).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'people');
  await accessible(page, 'Theo giới tính');
  const first = (await page.locator('a.row-title:visible').first().innerText()).trim();
  const filter = page.getByRole('button', { name: /^Lọc/ });
  if (await filter.isVisible()) {
    await filter.click();
  }
  await page.getByLabel('Tìm theo tên').fill(first);
  await expect(page.locator('a.row-title:visible', { hasText: first }).first()).toBeVisible();
  expect(page.url()).not.toContain(encodeURIComponent(first.split(' ')[0] ?? first));
});

test('a person is added, gets a post, leaves it, and is erased for good; the name is never more than text', async ({ page }) => {
  const name = `<img src=x onerror="window.hit=1"> ${String(Date.now())}`;
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill(name);
  await dialog.getByLabel(/^Năm sinh/).fill('19x5');
  await dialog.getByRole('button', { name: 'Thêm người' }).click();
  await expect(dialog.getByText(/Hãy nhập năm sinh/)).toBeVisible();
  await accessible(page, 'Số định danh cá nhân');
  await dialog.getByLabel(/^Năm sinh/).fill('1985');
  await dialog.getByRole('button', { name: 'Thêm người' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Ghi chức vụ', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Chức vụ' }).fill('Công chức Văn phòng');
  await accessible(page, 'Loại chức vụ');
  await dialog.getByRole('button', { name: 'Ghi chức vụ', exact: true }).click();
  await expect(page.getByText('Đang giữ', { exact: true }).locator('visible=true')).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'person');
  await accessible(page, 'Công chức Văn phòng');
  await page.getByRole('button', { name: 'Thôi giữ chức vụ Công chức Văn phòng' }).locator('visible=true').click();
  await dialog.getByRole('button', { name: 'Thôi giữ', exact: true }).click();
  await expect(page.getByText('Đã ghi thôi giữ chức vụ.')).toBeVisible();

  await page.getByRole('button', { name: 'Xóa thông tin cá nhân' }).click();
  await dialog.getByRole('button', { name: /^Xóa thông tin cá nhân/ }).click();
  await expect(dialog.getByText('Tên gõ lại chưa giống.')).toBeVisible();
  await picture(page, 'person-erase');
  await accessible(page, 'Không ai lấy lại được');
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: /^Xóa thông tin cá nhân/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đã xóa thông tin' })).toBeVisible();
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});
