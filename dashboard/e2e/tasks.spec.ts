import { accessible, expect, layoutShift, noSidewaysScroll, picture, ready, signIn, test } from './support/page';

test.beforeEach(async ({ page }) => {
  await signIn(page, process.env['THIDUA_NAME'] ?? '', process.env['THIDUA_PASSWORD'] ?? '', '/tasks');
});

test('tasks are listed, and stand in their quarters', async ({ page }) => {
  await expect(page.locator('a.row-title:visible').first()).toBeVisible();
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.1);
  await noSidewaysScroll(page);
  await picture(page, 'tasks');
  await accessible(page, 'Nhiệm vụ');
  await page.goto('/tasks?view=quarters');
  await expect(page.getByRole('heading', { name: /Quý II/ }).first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'tasks-quarters');
  await accessible(page, 'Quý IV');
});

test('tasks stand in a calendar on their last days, and the keyboard goes from month to month', async ({ page }) => {
  const [year = '', month = ''] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit' })
    .format(new Date())
    .split('-');
  const heading = (months: number) => {
    const at = Number(year) * 12 + Number(month) - 1 + months;
    return page.getByRole('heading', { name: `Tháng ${String((at % 12) + 1)} năm ${String(Math.floor(at / 12))}` });
  };
  await page.goto('/tasks?view=calendar');
  await ready(page);
  await expect(heading(0)).toBeVisible();
  await expect(page.locator('.event:visible, .agenda a:visible').first()).toBeVisible();
  await noSidewaysScroll(page);
  await picture(page, 'tasks-calendar');
  await accessible(page, 'Tháng sau');
  await page.getByRole('button', { name: 'Tháng sau' }).focus();
  await page.keyboard.press('PageDown');
  await expect(heading(1)).toBeVisible();
  await page.getByRole('button', { name: 'Tháng trước' }).click();
  await expect(heading(0)).toBeVisible();
});

test('what is typed into a report is there after a reload', async ({ page }) => {
  await page.goto('/tasks?state=OPEN');
  await ready(page);
  await page.locator('a.row-title:visible').first().click();
  const note = page.getByLabel('Kết quả đã làm');
  await note.fill('Đã phát động tại các thôn.');
  await expect(page.getByText('Đã lưu trên máy này')).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(note).toHaveValue('Đã phát động tại các thôn.');
  await noSidewaysScroll(page);
  await picture(page, 'task');
  await accessible(page, 'Báo cáo kết quả');
  await page.getByRole('button', { name: 'Nhập lại từ đầu' }).click();
  await expect(note).toHaveValue('');
});

test('a report without a network waits in sight, and goes out when it is back', async ({ page, context, watch }) => {
  watch.allow('ERR_INTERNET_DISCONNECTED');
  await page.goto('/tasks?state=OPEN');
  await ready(page);
  await page.locator('a.row-title:visible').first().click();
  await page.getByLabel('Kết quả, phần trăm').fill('40');
  await page.getByLabel('Kết quả đã làm').fill('Làm xong bốn phần mười.');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await expect(page.getByText(/^Chưa gửi được:/)).toBeVisible();
  await picture(page, 'not-sent');
  await accessible(page, 'Chưa gửi được');
  await context.setOffline(false);
  await expect(page.getByText(/^Chưa gửi được:/)).toHaveCount(0);
  await expect(page.getByText('Làm xong bốn phần mười.').first()).toBeVisible();
});
