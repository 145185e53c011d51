import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'server/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: 'scripts/lib/same-cases.ts',
    globalSetup: 'server/tenant/testing/template.ts',
    // Some tests start whole servers in processes of their own, on machines that do other things.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
