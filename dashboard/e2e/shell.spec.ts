import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

const NAME = process.env['THIDUA_NAME'] ?? '';
const PASSWORD = process.env['THIDUA_PASSWORD'] ?? '';

test.beforeEach(async ({ page }) => {
  await signIn(page, NAME, PASSWORD);
});

test('the home page shows what waits, moves little, and nobody is kept out', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Việc của tôi');
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'home');
  await accessible(page, 'Việc của tôi');
});

test('help opens by its key, and Escape closes it', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'a phone has no keys');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await accessible(page, 'Trợ giúp và phím tắt');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('search finds plans and tells when there is nothing', async ({ page }) => {
  await page.goto('/search?q=kế hoạch');
  await ready(page);
  await picture(page, 'search');
  await accessible(page, 'Kết quả tìm kiếm');
  await page.goto('/search?q=khôngcótừnày');
  await expect(page.getByText('Không tìm thấy gì')).toBeVisible();
});

test('my sessions and the change of password are there', async ({ page }) => {
  await page.goto('/me/sessions');
  await ready(page);
  await expect(page.getByText('Phiên này').locator('visible=true')).toBeVisible();
  await picture(page, 'sessions');
  await accessible(page, 'Phiên đăng nhập của tôi');
  await page.goto('/me/password');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await expect(page.getByText('Bắt buộc nhập.')).toBeVisible();
  await picture(page, 'password');
  await accessible(page, 'Đổi mật khẩu');
});

test('an unknown address says so', async ({ page }) => {
  await page.goto('/khong-co');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này');
});
