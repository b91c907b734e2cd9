import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '', '/users');
});

test('an account is opened, its password is shown once, it gets a role, is locked and closed', async ({ page }) => {
  await expect(page.locator('a.row-title:visible', { hasText: 'can.bo' }).first()).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'users');
  await accessible(page, 'can.bo');

  const name = `thu.${String(Date.now())}`;
  await page.getByRole('button', { name: 'Mở tài khoản', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Tên đăng nhập/).fill(name);
  await dialog.getByLabel(/^Đơn vị quản lý/).fill('thanh lam');
  await dialog.getByRole('option', { name: /^Xã Thanh Lâm/ }).click();
  await accessible(page, 'Đơn vị quản lý tài khoản');
  await picture(page, 'user-open');
  await dialog.getByRole('button', { name: 'Mở tài khoản', exact: true }).click();
  await expect(dialog.locator('.secret code')).toHaveText(/\S{12,}/);
  await accessible(page, 'Chỉ hiện một lần này');
  await dialog.getByRole('button', { name: 'Đã ghi lại, đóng' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Không có vai trò')).toBeVisible();

  await page.getByRole('button', { name: 'Giao vai trò', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Vai trò' }).selectOption('OFFICER');
  await dialog.getByLabel('Cho đơn vị').fill('thanh lam');
  await dialog.getByRole('option', { name: /^Xã Thanh Lâm/ }).click();
  await dialog.getByRole('button', { name: 'Giao vai trò', exact: true }).click();
  await expect(dialog.getByText(/chỉ nhận được vai trò Quản trị/)).toBeVisible();
  await accessible(page, 'Cho đơn vị');
  await dialog.getByRole('combobox', { name: 'Vai trò' }).selectOption('ADMIN');
  await dialog.getByRole('button', { name: 'Giao vai trò', exact: true }).click();
  await expect(page.getByText('Đang có hiệu lực').locator('visible=true')).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'user');
  await accessible(page, 'Đang có hiệu lực');

  await page.getByRole('button', { name: 'Khóa tài khoản' }).click();
  await dialog.getByRole('button', { name: /^Khóa tài khoản/ }).click();
  await expect(dialog.getByText('Bắt buộc nhập.')).toBeVisible();
  await dialog.getByLabel('Lý do').fill('Thử khóa');
  await dialog.getByRole('button', { name: /^Khóa tài khoản/ }).click();
  await expect(page.getByText('Đang khóa')).toBeVisible();
  await page.getByRole('button', { name: 'Đóng tài khoản' }).click();
  await dialog.getByLabel('Lý do').fill('Thử xong');
  await dialog.getByRole('button', { name: /^Đóng tài khoản/ }).click();
  await expect(page.getByText('Tài khoản đã đóng')).toBeVisible();
});

test('the matrix of rights tells who may do what for whom', async ({ page }) => {
  await page.getByRole('link', { name: 'Ma trận quyền' }).click();
  await ready(page);
  await expect(page.locator('a.row-title:visible', { hasText: 'can.bo' }).first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'matrix');
  await accessible(page, 'Tỉnh Hòa Lạc');
});

test('another system is let in with a key that is shown once, and let out again', async ({ page }) => {
  await page.getByRole('link', { name: 'Phần mềm kết nối' }).click();
  await ready(page);
  const name = `Trục liên thông ${String(Date.now())}`;
  await page.getByRole('button', { name: 'Thêm phần mềm kết nối' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên phần mềm').fill(name);
  await dialog.getByLabel('Đọc dữ liệu của đơn vị').fill('thanh lam');
  await dialog.getByRole('option', { name: /^Xã Thanh Lâm/ }).click();
  await dialog.getByRole('checkbox', { name: /Đọc kế hoạch/ }).check();
  await accessible(page, 'Được làm gì');
  await dialog.getByRole('button', { name: 'Thêm phần mềm kết nối' }).click();
  await expect(dialog.locator('.secret code')).toHaveText(/\S{20,}/);
  await dialog.getByRole('button', { name: 'Đã ghi lại, đóng' }).click();
  await expect(page.getByText(name).locator('visible=true')).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'clients');
  await page.getByRole('button', { name: `Ngừng kết nối: ${name}` }).locator('visible=true').click();
  await accessible(page, 'Phần mềm này không vào được nữa');
  await dialog.getByRole('button', { name: /^Ngừng kết nối/ }).click();
  await expect(page.getByText('Đã ngừng kết nối.')).toBeVisible();
});

test('a list of accounts is looked at line by line before anything is opened', async ({ page }) => {
  await page.goto('/users/import');
  await ready(page);
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Chọn tệp' }).click();
  await (await chosen).setFiles({
    name: 'tai-khoan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Tên đăng nhập,Vai trò\n<img src=x onerror=alert(1)>,Không có vai trò này\n'),
  });
  await expect(page.getByText('1 dòng cần sửa', { exact: false }).or(page.locator('.form-errors')).first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'user-import');
  await accessible(page, 'Danh sách tài khoản');
});
