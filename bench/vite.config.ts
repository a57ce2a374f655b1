import { defineConfig } from 'vite';
import { bundled } from '../scripts/bundled.ts';
import { verifyPage } from '../scripts/verify-page.ts';

/** The benchmarks, bundled as the program is: the same transform, the same code. */
export default defineConfig({
  // A benchmark may be started by itself; bundled, only the bundle is.
  define: { 'import.meta.main': 'false' },
  plugins: [verifyPage()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  ssr: { noExternal: [...bundled] },
  build: {
    ssr: 'bench/run.ts',
    target: 'node26',
    outDir: '.tmp/bench',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'run.js' } },
  },
});
