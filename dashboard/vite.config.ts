import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { developmentDoor } from './dev/door.ts';

export default defineConfig({
  plugins: [react(), developmentDoor()],
  build: {
    target: 'es2022',
    // what lies inside a style sheet comes from nowhere, and the gateway's policy takes fonts from itself alone
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // apart from our own code, so that a release leaves it in the browser's cache
          groups: [{ name: 'base', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\// }],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    testTimeout: 30_000,
  },
});
