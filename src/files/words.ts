import { unreachable } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import type { FileFault, FileRefusal } from './store.ts';
import type { TextFault } from './text.ts';

const amount = (bytes: number, lang: 'es' | 'en'): string => {
  const [divided, unit] = bytes >= 2 ** 30 ? [bytes / 2 ** 30, 'GB'] : bytes >= 2 ** 20 ? [bytes / 2 ** 20, 'MB'] : [bytes / 1024, 'kB'];
  return `${new Intl.NumberFormat(lang === 'es' ? 'es-MX' : 'en', { maximumFractionDigits: 1 }).format(divided)} ${unit}`;
};
const said = (es: string, en: string): Bilingual => ({ es, en });

/** What is wrong with a file and what to do; `name` as the sender called it, cleaned. */
export function fileRefusalText(refusal: FileRefusal, name: string): Bilingual {
  switch (refusal.kind) {
    case 'empty':
      return said(`«${name}» está vacío. Revíselo y vuelva a elegirlo.`, `“${name}” is empty. Check it and choose it again.`);
    case 'too-large':
      return said(
        `«${name}» pesa más de ${amount(refusal.maxBytes, 'es')}, lo más que se admite aquí. Divídalo o comprímalo.`,
        `“${name}” is larger than ${amount(refusal.maxBytes, 'en')}, the most that is taken here. Split or compress it.`,
      );
    case 'program':
      return said(
        `«${name}» es un programa o contiene uno, diga lo que diga su nombre. Envíe documentos, datos o imágenes.`,
        `“${name}” is a program or holds one, whatever its name says. Send documents, data or images.`,
      );
    case 'macros':
      return said(
        `«${name}» contiene macros. Guárdelo sin ellas (.docx, .xlsx, .pptx) o como PDF, y envíe esa copia.`,
        `“${name}” holds macros. Save it without them (.docx, .xlsx, .pptx) or as PDF, and send that copy.`,
      );
    case 'closed':
      return said(
        `«${name}» está protegido con contraseña y nadie podría revisarlo. Envíelo sin ella.`,
        `“${name}” is under a password and nobody could review it. Send it without one.`,
      );
    case 'old-office':
      return said(
        `«${name}» está en un formato antiguo de Office o protegido con contraseña. Guárdelo como DOCX, XLSX, PPTX o PDF, sin contraseña.`,
        `“${name}” is in an old Office format or under a password. Save it as DOCX, XLSX, PPTX or PDF, without a password.`,
      );
    case 'damaged-archive':
      return said(
        `«${name}» está dañado o incompleto: no se pudo abrir entero. Genérelo de nuevo y vuelva a enviarlo.`,
        `“${name}” is damaged or incomplete: it could not be opened whole. Make it again and send it again.`,
      );
    case 'bomb':
      return said(
        `«${name}» se desempaca en mucho más de lo que pesa y no se admite. Envíe los documentos por separado.`,
        `“${name}” unpacks to far more than it weighs and is not taken. Send the documents one by one.`,
      );
    case 'not-accepted':
      return said(
        `«${name}» ${refusal.found === undefined ? 'es de un tipo que no se reconoce' : `es de un tipo que no se admite (${refusal.found})`}. Se admiten PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, TXT, Markdown, JSON, XML, ZIP, imágenes, audio y video.`,
        `“${name}” ${refusal.found === undefined ? 'is of a type that is not recognised' : `is of a type that is not taken (${refusal.found})`}. Taken are PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, CSV, TXT, Markdown, JSON, XML, ZIP, images, audio and video.`,
      );
    case 'disk-full':
      return said(
        `No queda espacio en el servidor para guardar «${name}». No se registró nada. Avise a quien administra la instalación y vuelva a enviarlo después.`,
        `The server has no room left to keep “${name}”. Nothing was recorded. Tell whoever runs the installation and send it again later.`,
      );
    default:
      return unreachable(refusal);
  }
}

export const fileFaultText: Readonly<Record<FileFault, Bilingual>> = {
  missing: said(
    'El registro nombra este archivo, pero sus bytes no están donde deben. Avise a quien administra la instalación: hay que recuperarlo de un respaldo.',
    'The record names this file, but its bytes are not where they belong. Tell whoever runs the installation: it must be restored from a backup.',
  ),
  altered: said(
    'Los bytes guardados ya no coinciden con la huella SHA-256 que quedó en la bitácora, y por eso no se entregan. Avise a quien administra la instalación: hay que recuperarlo de un respaldo.',
    'The bytes kept no longer agree with the SHA-256 digest in the log, and are therefore not handed out. Tell whoever runs the installation: the file must be restored from a backup.',
  ),
};

/** Why the text of a file cannot be read here, and what to do; the file itself can still be saved. */
export const textFaultText: Readonly<Record<TextFault, Bilingual>> = {
  'no-text-kind': said(
    'Este tipo de archivo no tiene texto que comparar. Se comparan DOCX, PDF, Markdown y otros archivos de texto.',
    'This kind of file has no text to compare. DOCX, PDF, Markdown and other text files are compared.',
  ),
  image: said(
    'Sus páginas son imágenes, sin texto que leer. Pida al OPL un PDF con texto o el documento original.',
    'Its pages are pictures, with no text to read. Ask the OPL for a PDF with text or for the original document.',
  ),
  closed: said(
    'Está protegido con contraseña y no se puede leer aquí. Pida al OPL una copia sin ella.',
    'It is under a password and cannot be read here. Ask the OPL for a copy without one.',
  ),
  unreadable: said(
    'El archivo está dañado o incompleto: no se pudo leer su texto. Descárguelo y, si tampoco abre, pida al OPL que lo entregue de nuevo.',
    'The file is damaged or incomplete: its text could not be read. Save it and, if it does not open either, ask the OPL to hand it in again.',
  ),
  'too-large': said(
    'Es demasiado grande para leer su texto aquí. Descargue las dos versiones y compárelas en su equipo.',
    'It is too large for its text to be read here. Save both versions and compare them on your machine.',
  ),
  'too-slow': said(
    'Leer su texto tomó demasiado tiempo y se detuvo. Vuelva a intentarlo; si se repite, descargue las dos versiones.',
    'Reading its text took too long and was stopped. Try again; if it happens again, save both versions.',
  ),
};
