import { accessible, expect, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '', '/imports');
});

/** A list of units as a sheet in text; the heads are those of the template. */
function list(...rows: string[]): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(['Mã,Tên,Cấp,Mã cấp trên,Từ ngày', ...rows, ''].join('\n')) };
}

test('a list of units is looked at row by row, written, and taken back', async ({ page }) => {
  const code = `N${String(Date.now())}`;
  await expect(page.getByRole('heading', { name: 'Các lần nhập trước' })).toBeVisible();
  await picture(page, 'imports');
  await accessible(page, 'Tệp đơn vị và người');
  let chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp' }).click();
  await (await chosen).setFiles(list(`${code},Tổ thử,Không có cấp này,99010,01/08/2025`));
  await expect(page.getByText('cần sửa, chưa ghi gì')).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'import-wrong');
  await accessible(page, 'cần sửa, chưa ghi gì');

  chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp', exact: true }).click();
  await (await chosen).setFiles(list(`${code},Tổ thử nhập,Thôn,99010,01/08/2025`));
  await expect(page.getByRole('heading', { level: 1, name: 'Lần nhập' })).toBeVisible();
  await ready(page);
  await expect(page.getByText('Tổ thử nhập').locator('visible=true')).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'import');
  await accessible(page, 'Thêm đơn vị');
  await page.getByRole('button', { name: 'Ghi 1 dòng' }).click();
  const dialog = page.getByRole('dialog');
  await accessible(page, 'Tất cả các dòng được ghi');
  await dialog.getByRole('button', { name: 'Ghi 1 dòng' }).click();
  await expect(page.getByText('Đã ghi xong')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await dialog.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Đã hoàn tác')).toBeVisible();
});
