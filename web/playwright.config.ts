import { defineConfig } from '@playwright/test'

/** Runs against programs that are up already: the portal at PORTAL_URL, its sandbox at SANDBOX_URL. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // One portal and one sandbox serve all tests, in turn.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.PORTAL_URL ?? 'http://localhost:3000',
    locale: 'en-US',
    timezoneId: 'Pacific/Auckland',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
