import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../test/chromium.ts';

/**
 * Makes the pictures of the manual anew, from the built program with its example on an empty folder: `npm run build`, then
 * `node scripts/manual-pictures.ts`. They show what the pages showed on fixed dates, so they change only when the pages do.
 */
const pictures = {
  tablero: '/pel-2019-2020/?al=2020-10-12',
  obligacion: '/pel-2019-2020/prep/ieeh/E14?al=2020-03-10',
  entidad: '/pel-2019-2020/prep/ieeh?al=2020-10-12',
  reunion: '/pel-2019-2020/reuniones/6?al=2020-03-05',
} as const;

const root = join(import.meta.dirname, '..');
const data = mkdtempSync(join(tmpdir(), 'atalaya-manual-'));
const program = spawn(
  process.execPath,
  [join(root, 'dist/atalaya.js'), 'serve', '--data', data, '--example', 'pel-2019-2020', '--port', '0'],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
try {
  const address = await new Promise<string>((resolve, reject) => {
    program.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/[^\s/]+/.exec(chunk.toString());
      if (found) resolve(found[0]);
    });
    program.on('exit', (code) => reject(new Error(`the program ended with ${code}`)));
  });
  const browser = await launchChromium();
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 860 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'es-MX',
  });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(pictures)) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: join(root, 'docs/manual', `${name}.png`) });
  }
  await browser.close();
} finally {
  const gone = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
}
