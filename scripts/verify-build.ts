import { defineConfig } from 'vite';

/** `atalaya-verify` by itself: one file, no package, so that whoever is given it can read it and run it anywhere. */
export default defineConfig({
  build: {
    ssr: 'src/bin/atalaya-verify.ts',
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'atalaya-verify.js', banner: '#!/usr/bin/env node' } },
  },
});
