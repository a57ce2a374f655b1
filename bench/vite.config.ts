import { defineConfig } from 'vite';

/** The benchmarks, bundled as the program is: the same transform, the same code. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  build: {
    ssr: 'bench/run.ts',
    target: 'node26',
    outDir: '.tmp/bench',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'run.js' } },
  },
});
