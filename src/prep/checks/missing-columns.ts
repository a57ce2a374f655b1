import type { Role } from '../detect/detected.ts';
import type { LoadedCut } from '../load/prep.ts';
import type { Offence } from './check.ts';

type Need = 'indispensable' | 'expected';

/** The columns of the published structure, by how much depends on them. Geography below the entity varies with the election. */
const structure: readonly { readonly role: Role; readonly name: string; readonly need: Need; readonly prepOnly?: true }[] = [
  { role: 'key', name: 'CLAVE_CASILLA', need: 'indispensable' },
  { role: 'actaKey', name: 'CLAVE_ACTA', need: 'indispensable' },
  { role: 'stateId', name: 'ID_ENTIDAD', need: 'expected' },
  { role: 'section', name: 'SECCION', need: 'indispensable' },
  { role: 'casillaId', name: 'ID_CASILLA', need: 'indispensable' },
  { role: 'casillaType', name: 'TIPO_CASILLA', need: 'indispensable' },
  { role: 'ext', name: 'EXT_CONTIGUA', need: 'expected' },
  { role: 'actaType', name: 'TIPO_ACTA', need: 'expected' },
  { role: 'drawn', name: 'TOTAL_VOTOS_SACADOS', need: 'expected', prepOnly: true },
  { role: 'vote', name: '«VOTOS»', need: 'indispensable' },
  { role: 'entered', name: 'TOTAL_VOTOS_ASENTADO', need: 'expected', prepOnly: true },
  { role: 'calculated', name: 'TOTAL_VOTOS_CALCULADO', need: 'indispensable' },
  { role: 'list', name: 'LISTA_NOMINAL', need: 'indispensable' },
  { role: 'reps', name: 'REPRESENTANTES_PP_CI', need: 'expected', prepOnly: true },
  { role: 'observations', name: 'OBSERVACIONES', need: 'expected' },
  { role: 'counted', name: 'CONTABILIZADA', need: 'indispensable', prepOnly: true },
  { role: 'hash', name: 'CODIGO_INTEGRIDAD', need: 'expected', prepOnly: true },
  { role: 'collectedAt', name: 'FECHA_HORA_ACOPIO', need: 'expected', prepOnly: true },
  { role: 'capturedAt', name: 'FECHA_HORA_CAPTURA', need: 'expected', prepOnly: true },
  { role: 'verifiedAt', name: 'FECHA_HORA_VERIFICACION', need: 'expected', prepOnly: true },
];

/** The columns of one need that a file lacks; none when it has no table at all, which is a finding of its own. */
export function missingColumns(cut: LoadedCut, need: Need): readonly Offence[] {
  const { columns, kind } = cut.detected;
  if (columns.length === 0) return [];
  return structure
    .filter((one) => one.need === need && !(one.prepOnly && kind.value === 'computos'))
    .filter((one) => !columns.some((column) => column.role === one.role))
    .map((one) => ({ row: null, subject: one.name, saw: '—', expected: one.name }));
}
