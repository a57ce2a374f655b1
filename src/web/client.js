// @ts-check
// Everything works without this file: Turbo only saves whole-page loads and lets pages follow the log while they are open.
import { config } from '@hotwired/turbo';

// Its progress bar would need an inline style, which the content security policy refuses.
config.drive.progressBarDelay = 2 ** 30;
