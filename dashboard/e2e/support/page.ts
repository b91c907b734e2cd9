import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

/** Errors of the console and failed requests of a test, which fail it at its end. */
export interface Watch {
  /** what may fail on purpose: part of an address or of a message */
  allow: (part: string) => void;
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ page }, use) => {
      const allowed: string[] = [];
      const faults: string[] = [];
      page.on('console', message => {
        // whoever has not signed in yet is told so once
        const asked = message.location().url.endsWith('/api/v1/access/me') && message.text().includes('401');
        if (message.type() === 'error' && !asked) {
          faults.push(`console: ${message.text()} (${message.location().url})`);
        }
      });
      page.on('pageerror', error => faults.push(`page: ${error.message}`));
      page.on('requestfailed', request => {
        // a query that nobody waits for any more
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
          faults.push(`request: ${request.url()} ${request.failure()?.errorText ?? ''}`);
        }
      });
      page.on('response', response => {
        if (response.status() >= 500) {
          faults.push(`answer: ${response.status()} ${response.url()}`);
        }
      });
      await use({ allow: part => allowed.push(part) });
      expect(faults.filter(fault => !allowed.some(part => fault.includes(part)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Signs in by the gateway's own page. With `vite dev` in front of a service alone there is no such page, and none is needed.
 */
export async function signIn(page: Page, name: string, password: string, to = '/'): Promise<void> {
  await page.goto(to);
  // the page asks who is there before it leaves for the gateway's
  await expect(page.locator('#main h1, input[name=name]').first()).toBeVisible();
  if (new URL(page.url()).pathname === '/login') {
    await page.locator('input[name=name]').fill(name);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL(url => url.pathname !== '/login');
  }
  await ready(page);
}

/** The page's own content is on screen, not the placeholder, and nothing is being loaded. */
export async function ready(page: Page): Promise<void> {
  await expect(page.locator('#main h1').first()).toBeVisible();
  await expect(page.locator('.table-wait')).toHaveCount(0);
  await expect(page.locator('#main .empty-fault')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** No violation of WCAG 2.2 AA, in the light and in the dark. What is looked for proves that the content is there. */
export async function accessible(page: Page, content: string | RegExp): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    // the page follows the device as long as nothing else was chosen
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator(`html[data-theme=${theme}]`)).toHaveCount(1);
    await expect(page.getByText(content).locator('visible=true').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(each => `${theme}: ${each.id}: ${each.nodes.map(node => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('; ')}`),
    ).toEqual([]);
  }
}

/** Nothing is wider than the window. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

/** How far things have moved while the page was loading; below 0.1 is good. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            sum += entry.hadRecentInput ? 0 : entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );
}

/** A picture for the build's output. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `screenshots/${test.info().project.name}-${name}.png` });
}
