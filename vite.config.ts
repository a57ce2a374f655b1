import { defineConfig } from 'vitest/config';
import { bundled } from './scripts/bundled.ts';
import { verifyPage } from './scripts/verify-page.ts';

const jsx = { runtime: 'automatic', importSource: 'hono/jsx' } as const;

/** One transform for the build, the tests and development. */
export default defineConfig(({ command }) => ({
  plugins: [verifyPage()],
  oxc: { jsx },
  ...(command === 'build' ? { ssr: { noExternal: [...bundled] } } : {}),
  build: {
    ssr: 'src/bin/atalaya.ts',
    target: 'node26',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'atalaya.js',
        chunkFileNames: '[name]-[hash].js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  test: {
    reporters: ['default', './test/plain-line.ts'],
    css: true,
    // `npm run coverage`: every branch of what decides, of the log and of the words all stand on.
    coverage: {
      provider: 'v8',
      reportsDirectory: '.tmp/coverage',
      reporter: ['text'],
      include: ['src/core/**/*.ts', 'src/ledger/**/*.ts', 'src/domain/*/decide*.ts'],
      exclude: ['**/*.{test,contract}.ts', '**/test-*.ts', '**/*-child.ts'],
      thresholds: { branches: 100 },
      skipFull: true,
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
          exclude: ['**/*.slow.test.{ts,tsx}'],
          // Modules are read once a thread, which halves the time; whatever a test replaces is put back after it.
          pool: 'threads',
          maxWorkers: '100%', // else a machine of two cores is given one
          isolate: false,
          restoreMocks: true,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: ['src/**/*.slow.test.{ts,tsx}', 'test/**/*.slow.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
