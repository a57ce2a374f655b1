import { catalogue } from '../../core/words.ts';

const es = (n: number): string => n.toLocaleString('es-MX');
const en = (n: number): string => n.toLocaleString('en');

export const documentWords = catalogue({
  title: { es: 'Verificación de datos publicados del PREP', en: 'Verification of published PREP data' },
  opl: { es: 'OPL', en: 'OPL' },
  drill: { es: 'SIMULACRO: LOS VOTOS SON FICTICIOS', en: 'DRILL: THE VOTES ARE FICTITIOUS' },
  cuts: { es: 'Cortes', en: 'Cuts' },
  lastAt: { es: 'el último,', en: 'the last one,' },
  noTime: { es: 'sin hora', en: 'no time' },
  rules: { es: 'Reglas', en: 'Rules' },
  version: { es: 'versión', en: 'version' },
  footer: { es: 'Atalaya · verificación sin registrar en la bitácora', en: 'Atalaya · verification not recorded in the log' },
  footerRecorded: {
    es: (position: number, root: string) => `Atalaya · bitácora: posición ${position}, raíz ${root}`,
    en: (position: number, root: string) => `Atalaya · log: position ${position}, root ${root}`,
  },
  nothing: { es: 'No se pudo leer ningún corte.', en: 'No cut could be read.' },
  summary: { es: 'En resumen', en: 'In short' },
  cause: {
    es: 'Un hallazgo dice que los datos publicados no cumplen una regla; no dice por qué. Una disminución es de causa desconocida. Lo que se corrige en un corte posterior sigue en el registro.',
    en: 'A finding says that the published data break a rule; it does not say why. A decrease is of unknown cause. What a later cut corrects stays on record.',
  },
  standing: {
    es: (counted: number, not: number, pending: number) =>
      `En el último corte: ${es(counted)} actas contabilizadas, ${es(not)} no contabilizadas y ${es(pending)} sin capturar.`,
    en: (counted: number, not: number, pending: number) =>
      `In the last cut: ${en(counted)} actas counted, ${en(not)} not counted, ${en(pending)} not captured.`,
  },
  totalsAgree: {
    es: 'Los totales publicados coinciden con la suma de las actas.',
    en: 'The published totals agree with the sum of the actas.',
  },
  totalsDiffer: {
    es: (names: string) => `No coinciden con la suma de las actas: ${names}.`,
    en: (names: string) => `Not in agreement with the sum of the actas: ${names}.`,
  },
  open: {
    es: (e: number, re: number, w: number, rw: number, n: number) =>
      `Abiertos: ${es(e)} errores de ${re} reglas, ${es(w)} advertencias de ${rw} reglas y ${es(n)} notas.`,
    en: (e: number, re: number, w: number, rw: number, n: number) =>
      `Open: ${en(e)} errors of ${re} rules, ${en(w)} warnings of ${rw} rules and ${en(n)} notes.`,
  },
  nothingChanged: {
    es: 'Ninguna acta ya capturada cambió entre los cortes verificados.',
    en: 'No acta already captured changed between the cuts verified.',
  },
  changed: {
    es: (n: number, votes: number) =>
      `${es(n)} actas ya capturadas cambiaron después de publicadas; el saldo es de ${votes > 0 ? '+' : ''}${es(votes)} votos. La causa es desconocida.`,
    en: (n: number, votes: number) =>
      `${en(n)} actas already captured changed after publication; the balance is ${votes > 0 ? '+' : ''}${en(votes)} votes. The cause is unknown.`,
  },
  corrected: {
    es: (n: number) => `${es(n)} hallazgos se corrigieron en un corte posterior.`,
    en: (n: number) => `${en(n)} findings were put right in a later cut.`,
  },
  progress: { es: 'Avance por corte', en: 'Progress by cut' },
  progressAlt: {
    es: (n: number) => `Actas contabilizadas, no contabilizadas y sin capturar en ${n} cortes.`,
    en: (n: number) => `Actas counted, not counted and not captured in ${n} cuts.`,
  },
  actas: { es: 'actas', en: 'actas' },
  counted: { es: 'Contabilizadas', en: 'Counted' },
  notCounted: { es: 'No contabilizadas', en: 'Not counted' },
  notCaptured: { es: 'Sin capturar', en: 'Not captured' },
  byFamily: { es: 'Hallazgos abiertos por familia', en: 'Open findings by family' },
  byFamilyAlt: {
    es: 'Número de lugares con hallazgo abierto, por familia y gravedad.',
    en: 'Number of places with an open finding, by family and severity.',
  },
  places: { es: 'lugares', en: 'places' },
  error: { es: 'Error', en: 'Error' },
  warning: { es: 'Advertencia', en: 'Warning' },
  note: { es: 'Nota', en: 'Note' },
  byRule: { es: 'Hallazgos por regla', en: 'Findings by rule' },
  rule: { es: 'Regla', en: 'Rule' },
  severity: { es: 'Gravedad', en: 'Severity' },
  openPlaces: { es: 'Abiertos', en: 'Open' },
  correctedPlaces: { es: 'Corregidos', en: 'Corrected' },
  cutsTable: { es: 'Cortes', en: 'Cuts' },
  cut: { es: 'Corte', en: 'Cut' },
  newlyCaptured: { es: 'Recién capturadas', en: 'Newly captured' },
  changedAfter: { es: 'Cambiaron ya capturadas', en: 'Changed after capture' },
  votes: { es: 'Votos (neto)', en: 'Votes (net)' },
  totals: { es: 'Totales publicados y recalculados', en: 'Totals published and recomputed' },
  ofCut: { es: (n: number, name: string) => `Del corte ${n}: ${name}.`, en: (n: number, name: string) => `Of cut ${n}: ${name}.` },
  total: { es: 'Total', en: 'Total' },
  published: { es: 'Publicado', en: 'Published' },
  recomputed: { es: 'Recalculado', en: 'Recomputed' },
  difference: { es: 'Diferencia', en: 'Difference' },
  result: { es: 'Resultado', en: 'Result' },
  agrees: { es: 'Coincide', en: 'Agrees' },
  differs: { es: 'No coincide', en: 'Does not agree' },
  notCompared: { es: 'Sin actas con que comparar', en: 'No actas to compare with' },
  rounding: { es: 'Redondeo', en: 'Rounding' },
  byDistrict: { es: 'Diferencias por distrito', en: 'Differences by district' },
  byDistrictAlt: {
    es: 'Actas con algún hallazgo en el último corte y actas que cambiaron después de publicadas, por distrito o municipio.',
    en: 'Actas with some finding in the last cut and actas changed after publication, by district or municipality.',
  },
  withFinding: { es: 'Con hallazgo', en: 'With a finding' },
  district: { es: 'Distrito o municipio', en: 'District or municipality' },
  detail: { es: 'Detalle de cada regla', en: 'Each rule in detail' },
  openAnd: {
    es: (open: number, corrected: number) => `Abiertos: ${es(open)}; corregidos: ${es(corrected)}.`,
    en: (open: number, corrected: number) => `Open: ${en(open)}; corrected: ${en(corrected)}.`,
  },
  source: { es: 'Regla tomada de', en: 'Rule taken from' },
  firstOf: {
    es: (n: number, of: number) => `Los primeros ${n} de ${es(of)} lugares`,
    en: (n: number, of: number) => `The first ${n} of ${en(of)} places`,
  },
  where: { es: 'Dónde', en: 'Where' },
  place: { es: 'Acta, total o columna', en: 'Acta, total or column' },
  saw: { es: 'Se ve', en: 'Seen' },
  expected: { es: 'Se espera', en: 'Expected' },
  seenIn: { es: 'Cortes', en: 'Cuts' },
  correctedIn: { es: 'Corregido', en: 'Corrected' },
  many: { es: (n: number) => `${es(n)} lugares`, en: (n: number) => `${en(n)} places` },
  row: { es: 'fila', en: 'row' },
  inputs: { es: 'Archivos verificados', en: 'Files verified' },
  file: { es: 'Archivo', en: 'File' },
});
