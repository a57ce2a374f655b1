import { spawn } from 'node:child_process';

/** `npm run dev`: rebuilds on change, and restarts the server when the build has changed. */
const build = spawn('vite', ['build', '--watch', '--logLevel', 'warn'], { stdio: 'inherit' });
const serve = spawn('node', ['--watch', '--watch-path=dist', 'dist/atalaya.js', 'serve', '--example', 'pel-2019-2020'], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    build.kill(signal);
    serve.kill(signal);
  });
}
