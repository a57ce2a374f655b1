import { unreachable } from '../core/result.ts';
import type { Bilingual } from '../core/words.ts';
import type { Fault } from './fault.ts';

const both = (es: string, en: string): Bilingual => ({ es, en });

/** What is the matter, where, and what to do about it. */
export function faultText(fault: Fault): Bilingual {
  switch (fault.kind) {
    case 'cut':
      return both(
        'El respaldo está incompleto: falta su lista de sumas, que se escribe al final. Use otro respaldo.',
        'The backup is incomplete: its list of sums, which is written last, is missing. Use another backup.',
      );
    case 'broken':
      return both(
        `El respaldo no se puede leer hasta el final: ${fault.detail}. Use otro respaldo.`,
        `The backup cannot be read to its end: ${fault.detail}. Use another backup.`,
      );
    case 'altered':
      return both(
        `${fault.path}: sus bytes no son los que se respaldaron. Use otro respaldo.`,
        `${fault.path}: its bytes are not those that were backed up. Use another backup.`,
      );
    case 'absent':
      return both(`${fault.path}: está en la lista de sumas y falta.`, `${fault.path}: is on the list of sums and missing.`);
    case 'twice':
      return both(`${fault.path}: está dos veces.`, `${fault.path}: is there twice.`);
    case 'strange':
      return both(`${fault.path}: un respaldo de Atalaya no lleva eso.`, `${fault.path}: no backup of Atalaya carries that.`);
    case 'not-a-backup':
      return both('El archivo no es un respaldo de Atalaya.', 'The file is no backup of Atalaya.');
    case 'newer':
      return both(
        `El respaldo tiene algo que esta versión de Atalaya no conoce (${fault.what}). Restáurelo con la versión que lo hizo o con una más nueva.`,
        `The backup has something that this version of Atalaya does not know (${fault.what}). Restore it with the version that made it, or a newer one.`,
      );
    case 'line':
      return both(
        `${fault.path}, línea ${fault.line}: no es un renglón de una tabla.`,
        `${fault.path}, line ${fault.line}: no row of a table.`,
      );
    case 'log':
      return both(`${fault.where.es}: ${fault.what.es}.`, `${fault.where.en}: ${fault.what.en}.`);
    case 'file-digest':
      return both(
        `Archivo ${fault.sha256}: sus bytes no dan esa suma SHA-256.`,
        `File ${fault.sha256}: its bytes do not have that SHA-256 sum.`,
      );
    case 'file-missing':
      return both(
        `Archivo ${fault.sha256}: lo nombra el registro ${fault.seq} de la bitácora y no está, o sus bytes son otros.`,
        `File ${fault.sha256}: entry ${fault.seq} of the log names it, and it is missing or its bytes are others.`,
      );
    case 'other-key':
      return both(
        `Las llaves son de otra bitácora: «${fault.saw}», y el respaldo es de «${fault.expected}». Indique las suyas con --keys.`,
        `The keys are of another log: “${fault.saw}”, and the backup is of “${fault.expected}”. Give its own with --keys.`,
      );
    case 'no-keys':
      return both(
        'Faltan las llaves, que se respaldan aparte. Indíquelas con --keys ARCHIVO, o ensaye sin ellas con --drill.',
        'The keys, which are backed up apart, are missing. Give them with --keys FILE, or drill without them with --drill.',
      );
    case 'exists':
      return both(
        `${fault.path} ya existe. Elija otro nombre; nada se sobrescribe.`,
        `${fault.path} exists. Choose another name; nothing is overwritten.`,
      );
    case 'occupied':
      return both(
        `En ${fault.path} ya hay datos. Elija una carpeta vacía, o use --replace: lo que hay se conserva aparte, no se borra.`,
        `There is data in ${fault.path} already. Choose an empty folder, or use --replace: what is there is kept aside, not deleted.`,
      );
    case 'nothing':
      return both(`En ${fault.path} no hay ninguna bitácora que mover.`, `There is no log to move in ${fault.path}.`);
    case 'in-use':
      return both(
        `Un programa tiene abierta la bitácora de ${fault.where}. Deténgalo y repita la orden: lo que se registrara mientras tanto se perdería.`,
        `A program has the log of ${fault.where} open. Stop it and repeat the command: what was recorded meanwhile would be lost.`,
      );
    case 'other-root':
      return both(
        `La raíz de la bitácora escrita es ${fault.saw} y debía ser ${fault.expected}. No se cambió nada.`,
        `The root of the log written is ${fault.saw} and had to be ${fault.expected}. Nothing was changed.`,
      );
    default:
      return unreachable(fault);
  }
}
