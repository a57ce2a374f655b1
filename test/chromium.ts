import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The system's Chromium or Chrome; when there is none and we may, Debian's is installed. Throws with what to do otherwise. */
export function chromiumPath(): string {
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) {
    execFileSync('apt-get', ['update'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
    const installed = places.find((path) => existsSync(path));
    if (installed !== undefined) return installed;
  }
  throw new Error(`The browser tests need Chromium or Chrome at one of ${places.join(', ')}. On Debian: apt-get install chromium`);
}

/** A browser with a fresh profile; whoever launches it closes it. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
