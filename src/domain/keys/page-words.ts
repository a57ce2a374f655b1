import { catalogue } from '../../core/words.ts';

export const keysPageWords = catalogue({
  systems: { es: 'Sistemas', en: 'Systems' },
  keys: { es: 'Llaves de escritura', en: 'Write keys' },
  about: {
    es: 'Con una llave, un programa reporta de este sistema lo que la llave permite, en nombre del cargo que la emitió. El modo de uso está en la descripción de la API.',
    en: 'With a key, a program reports of this system what the key allows, in the name of the office that issued it. How to use it is in the description of the API.',
  },
  api: { es: 'Descripción de la API', en: 'Description of the API' },
  key: { es: 'Llave', en: 'Key' },
  label: { es: 'Para qué programa', en: 'For which program' },
  labelHint: { es: 'Por ejemplo: integración continua del SIJE', en: 'For example: continuous integration of SIJE' },
  scopes: { es: 'Permite reportar', en: 'Allows reporting' },
  chooseScope: { es: 'Elija al menos una clase de reporte.', en: 'Choose at least one kind of report.' },
  until: { es: 'Último día', en: 'Last day' },
  state: { es: 'Estado', en: 'State' },
  by: { es: 'Emitida por', en: 'Issued by' },
  uses: { es: 'Usos', en: 'Uses' },
  last: { es: 'Último uso', en: 'Last use' },
  utc: { es: 'UTC', en: 'UTC' },
  none: { es: 'Aquí estarán las llaves que se emitan para este sistema.', en: 'The keys issued for this system will be here.' },
  secretTitle: { es: 'Copie la llave ahora', en: 'Copy the key now' },
  secretText: {
    es: 'Se muestra sólo esta vez y no se guarda en ninguna parte. Quien la tenga puede reportar en nombre de su cargo.',
    en: 'It is shown this once and kept nowhere. Whoever has it can report in the name of your office.',
  },
  reason: { es: 'Motivo', en: 'Reason' },
  which: { es: 'Llave por revocar', en: 'Key to revoke' },
  chooseKey: { es: 'Elija una llave vigente.', en: 'Choose a key in force.' },
  changedMeanwhile: {
    es: 'Alguien registró algo al mismo tiempo. Revise y vuelva a intentar.',
    en: 'Somebody recorded something at the same time. Check, and try again.',
  },
});
