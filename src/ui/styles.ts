import document from './styles/document.css?raw';
import fonts from './styles/fonts.css?raw';
import forms from './styles/forms.css?raw';
import gantt from './styles/gantt.css?raw';
import grid from './styles/grid.css?raw';
import matrix from './styles/matrix.css?raw';
import modes from './styles/modes.css?raw';
import notices from './styles/notices.css?raw';
import panels from './styles/panels.css?raw';
import print from './styles/print.css?raw';
import prose from './styles/prose.css?raw';
import reset from './styles/reset.css?raw';
import screen from './styles/screen.css?raw';
import sequence from './styles/sequence.css?raw';
import shell from './styles/shell.css?raw';
import status from './styles/status.css?raw';
import tables from './styles/tables.css?raw';
import tabs from './styles/tabs.css?raw';
import tokens from './styles/tokens.css?raw';

/** The parts by the name of their file, in the order they must be read. */
export const styles: Readonly<Record<string, string>> = {
  fonts,
  tokens,
  reset,
  shell,
  grid,
  panels,
  status,
  tables,
  matrix,
  gantt,
  forms,
  notices,
  sequence,
  tabs,
  screen,
  prose,
  document,
  print,
  modes,
};

/** The whole stylesheet, served whole; fonts are asked for at `fontsPath`. */
export const stylesheet = Object.values(styles).join('\n');
