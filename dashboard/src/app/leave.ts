/** Ways out of the page; tests put others in their place. */
export const leaveFor = {
  /** The sign-in page, which leads back here. What was typed is on the device. */
  signIn: (): void => {
    const here = location.pathname + location.search;
    location.assign(`/login?next=${encodeURIComponent(here)}`);
  },
  /** Any other address outside of the page. */
  address: (path: string): void => {
    location.assign(path);
  },
};
