import { catalogue, type Lang } from '../core/words.ts';

const number = (lang: Lang) => new Intl.NumberFormat(lang === 'es' ? 'es-MX' : 'en', { useGrouping: 'always' });
const es = number('es');
const en = number('en');

/** `2,4 MB` as people say it: by 1024, one decimal from a megabyte on. */
export function fileSize(bytes: number, lang: Lang): string {
  const [value, unit, digits] =
    bytes >= 2 ** 30 ? [bytes / 2 ** 30, 'GB', 1] : bytes >= 2 ** 20 ? [bytes / 2 ** 20, 'MB', 1] : [Math.max(1, bytes / 1024), 'kB', 0];
  return `${value.toLocaleString(lang === 'es' ? 'es-MX' : 'en', { maximumFractionDigits: digits })} ${unit}`;
}

/** The words the components say by themselves. What a page says comes with its props. */
export const uiWords = catalogue({
  keyFailed: {
    es: 'El equipo no dio la llave, o se canceló. Inténtelo de nuevo, o entre de otra manera.',
    en: 'The device gave no passkey, or it was cancelled. Try again, or enter another way.',
  },
  keyUnsupported: {
    es: 'Este navegador no sabe usar llaves de acceso. Actualícelo, o entre de otra manera.',
    en: 'This browser cannot use passkeys. Update it, or enter another way.',
  },
  keyNeedsScript: {
    es: 'Las llaves de acceso necesitan JavaScript: los navegadores no las ofrecen de otro modo. Las demás maneras de entrar no lo necesitan.',
    en: 'Passkeys need JavaScript: browsers offer them in no other way. The other ways to enter do without.',
  },
  skip: { es: 'Saltar al contenido', en: 'Skip to content' },
  menu: { es: 'Menú', en: 'Menu' },
  closeMenu: { es: 'Cerrar menú', en: 'Close menu' },
  sections: { es: 'Secciones', en: 'Sections' },
  notice: { es: 'Advertencia', en: 'Warning' },
  language: { es: 'Idioma', en: 'Language' },
  seeToday: { es: 'Ver el estado de hoy', en: 'See today’s state' },
  search: { es: 'Buscar', en: 'Search' },
  signIn: { es: 'Iniciar sesión', en: 'Sign in' },
  signOut: { es: 'Cerrar sesión', en: 'Sign out' },
  position: { es: (at: number) => `Bitácora, posición ${es.format(at)}`, en: (at: number) => `Log, position ${en.format(at)}` },
  root: { es: 'raíz', en: 'root' },
  verify: { es: 'Verificar la bitácora', en: 'Verify the log' },
  download: { es: 'Descargar:', en: 'Download:' },
  noRows: { es: 'Sin filas', en: 'No rows' },
  rowCount: {
    es: (count: number) => (count === 1 ? '1 fila' : `${es.format(count)} filas`),
    en: (count: number) => (count === 1 ? '1 row' : `${en.format(count)} rows`),
  },
  skipTable: { es: 'Saltar la tabla', en: 'Skip the table' },
  legend: { es: 'Significado de los símbolos', en: 'Meaning of the symbols' },
  notApplicable: { es: 'No aplica', en: 'Does not apply' },
  optional: { es: '(opcional)', en: '(optional)' },
  choose: { es: 'Elija una opción', en: 'Choose an option' },
  error: { es: 'Error:', en: 'Error:' },
  toCorrect: {
    es: (count: number) => (count === 1 ? 'Hay un dato por corregir' : `Hay ${es.format(count)} datos por corregir`),
    en: (count: number) => (count === 1 ? 'One entry needs correcting' : `${en.format(count)} entries need correcting`),
  },
  keptFile: { es: 'Ya recibido:', en: 'Already received:' },
  mostFile: {
    es: (size: string, many: boolean) => (many ? `Hasta ${size} cada archivo.` : `Hasta ${size}.`),
    en: (size: string, many: boolean) => (many ? `Up to ${size} each.` : `Up to ${size}.`),
  },
  dropHere: {
    es: (many: boolean) => (many ? 'También puede arrastrarlos hasta aquí.' : 'También puede arrastrarlo hasta aquí.'),
    en: (many: boolean) => (many ? 'You may also drop them here.' : 'You may also drop it here.'),
  },
  tooLargeHere: {
    es: (size: string) => `Pesa más de ${size}. Elija otro archivo.`,
    en: (size: string) => `It is larger than ${size}. Choose another file.`,
  },
  sending: { es: 'Enviando', en: 'Sending' },
  sendingBroken: {
    es: 'El envío se interrumpió. Lo ya enviado se conserva: vuelva a enviar el formulario y continuará donde iba.',
    en: 'Sending broke off. What was sent is kept: send the form again and it goes on where it was.',
  },
  trail: { es: 'Ruta de la página', en: 'Path of the page' },
  pages: { es: 'Páginas', en: 'Pages' },
  page: { es: (n: number) => `Página ${es.format(n)}`, en: (n: number) => `Page ${en.format(n)}` },
  previous: { es: 'Anterior', en: 'Previous' },
  next: { es: 'Siguiente', en: 'Next' },
  stepPast: { es: 'Concluido:', en: 'Done:' },
  stepNow: { es: 'En curso:', en: 'Now:' },
  stepNext: { es: 'Por venir:', en: 'To come:' },
  stepUnknown: { es: 'Pasó:', en: 'Passed:' },
  figureData: { es: 'Ver los datos de la figura', en: 'See the figure’s data' },
});

export type UiWords = ReturnType<typeof uiWords>;
