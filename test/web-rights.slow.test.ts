import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actRight, acts } from '../src/app/acts.ts';
import { peopleStream } from '../src/app/world.ts';
import { asId, type OfficeId } from '../src/core/ids.ts';
import { must } from '../src/core/result.ts';
import { officeMayDo, type Right } from '../src/domain/people/rights.ts';
import { goLiveChecklist } from '../src/domain/systems/gate-checklist.ts';
import { cosignerOf } from '../src/ledger/checkpoint.ts';
import { small } from '../src/prep/load/test-files.ts';
import { handIn } from './hand-in.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { addressOf, pathMap } from './path-map.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;

/** Whoever sits in the group. */
const seats = [
  'presidencia',
  'secretaria-tecnica',
  'consejeria',
  'asesoria',
  'representacion-partido',
  'utsi',
  'deoe',
  'enlace-iec',
  'enlace-ieeh',
  'ente-auditor',
];

/** Who may send each form of the process or of the administration, as the charter and the law give it; for Hidalgo's OPL. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '/:process/reuniones/programar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/reprogramar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/celebrar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/orden/agregar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/orden/proponer': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/orden/convocar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/orden/:item/cambiar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/orden/:item/mover': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/orden/:item/retirar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/vincular': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/registrar-sesion': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/abrir': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/llegada': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/salida': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/palabra/pedir': seats,
  '/:process/reuniones/:number/desarrollo/palabra/:turn/dar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/palabra/:turn/retirar': seats,
  '/:process/reuniones/:number/desarrollo/abordar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/nota': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/resultado': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/resultado/:outcome/sin-efecto': ['secretaria-tecnica'],
  '/:process/reuniones/:number/desarrollo/trasladar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/cerrar': ['presidencia', 'secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/redactar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/circular': ['secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/corregir': ['secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/aprobar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/sellar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/publicar': ['secretaria-tecnica'],
  '/:process/reuniones/:number/minuta/adendo': ['secretaria-tecnica'],
  '/:process/compromisos/contraer': ['secretaria-tecnica'],
  '/:process/compromisos/:commitment/prorrogar': ['secretaria-tecnica'],
  '/:process/compromisos/:commitment/evidencia': seats,
  '/:process/compromisos/:commitment/devolver': ['secretaria-tecnica'],
  '/:process/compromisos/:commitment/cerrar': ['secretaria-tecnica'],
  '/:process/compromisos/:commitment/retirar': ['secretaria-tecnica'],
  '/:process/prep/:opl/:key/avanzar': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/carga': ['secretaria-tecnica', 'utsi'],
  '/:process/prep/:opl/:key/entregar': ['secretaria-tecnica', 'enlace-ieeh'],
  '/:process/prep/:opl/:key/revision/iniciar': ['secretaria-tecnica', 'utsi'],
  '/:process/prep/:opl/:key/revision/observar': ['secretaria-tecnica', 'utsi'],
  '/:process/prep/:opl/:key/revision/dictaminar': ['secretaria-tecnica', 'utsi'],
  '/:process/prep/:opl/:key/revision/aceptar': ['secretaria-tecnica', 'utsi'],
  '/:process/prep/:opl/:key/dispensar': ['presidencia', 'secretaria-tecnica'],
  '/:process/prep/:opl/:key/reservar': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/foro/abrir': seats,
  '/:process/foro/:thread{H[0-9]+}/escribir': seats,
  '/:process/foro/:thread{H[0-9]+}/marcar': seats,
  '/:process/foro/:thread{H[0-9]+}/aceptar': seats,
  '/:process/foro/:thread{H[0-9]+}/reabrir': seats,
  '/:process/foro/:thread{H[0-9]+}/circular': ['presidencia', 'secretaria-tecnica'],
  '/:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/editar': seats,
  '/:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/retirar': ['presidencia', 'secretaria-tecnica'],
  '/:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/restituir': ['presidencia', 'secretaria-tecnica'],
  '/:process/informes/congelar': ['secretaria-tecnica'],
  '/:process/informes/:report/circular': ['secretaria-tecnica'],
  '/:process/informes/:report/publicar': ['secretaria-tecnica'],
  '/:process/informes/:report/observar': seats,
  '/:process/informes/:report/observaciones/:observation/responder': ['secretaria-tecnica', 'utsi'],
  '/:process/informes/:report/observaciones/:observation/atender': ['secretaria-tecnica'],
  '/:process/informes/preparacion/:informe/:cutoff/asignar': ['secretaria-tecnica'],
  '/:process/informes/preparacion/:informe/:cutoff/:section/guardar': ['secretaria-tecnica', 'utsi'],
  '/:process/informes/preparacion/:informe/:cutoff/:section/borrador': ['secretaria-tecnica', 'utsi'],
  '/:process/informes/preparacion/:informe/:cutoff/:section/descartar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/informes/preparacion/:informe/:cutoff/:section/entregar': ['secretaria-tecnica', 'utsi'],
  '/:process/informes/preparacion/:informe/:cutoff/:section/devolver': ['secretaria-tecnica'],
  '/:process/informes/preparacion/:informe/:cutoff/:section/integrar': ['secretaria-tecnica'],
  '/:process/registrar-sistema': ['secretaria-tecnica', 'utsi'],
  '/:process/sistemas/:system/abrir-reporte': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/planear': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/hitos': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/ficha': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/liberaciones': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/dependencias': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/abrir-incidente': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/incidentes/:incident/anotar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/incidentes/:incident/mitigar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/incidentes/:incident/resolver': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/incidentes/:incident/cerrar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/mantenimientos/planear': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/mantenimientos/cancelar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/cifras/definir': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/cifras/registrar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/cifras/cargar': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/operacion/registrar/:opl': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/sistemas/:system/llaves/emitir': ['secretaria-tecnica', 'utsi'],
  '/:process/sistemas/:system/llaves/revocar': ['secretaria-tecnica', 'utsi'],
  '/:process/avisos-salientes/registrar': ['administracion'],
  '/:process/avisos-salientes/retirar': ['administracion'],
  '/:process/bitacora/testigos/registrar': ['administracion'],
  '/:process/bitacora/testigos/retirar': ['administracion'],
  '/:process/sondas/registrar': ['administracion'],
  '/:process/sondas/:probe/retirar': ['administracion'],
  '/:process/alertas/reglas/:rule/fijar': ['presidencia', 'secretaria-tecnica'],
  '/:process/alertas/:opl/:alert/reconocer': ['presidencia', 'secretaria-tecnica', 'consejeria', 'utsi', 'deoe', 'enlace-ieeh'],
  '/:process/simulacros/:opl/programar': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/simulacros/:opl/fijar': ['secretaria-tecnica', 'utsi'],
  '/:process/simulacros/:opl/decidir': ['presidencia', 'secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/simulacros/:opl/:exercise/realizar': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/simulacros/:opl/:exercise/cancelar': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/simulacros/:opl/:exercise/medir': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/simulacros/:opl/:exercise/observar': ['secretaria-tecnica', 'utsi'],
  '/:process/simulacros/:opl/:exercise/resolver': ['secretaria-tecnica', 'utsi'],
  '/:process/simulacros/:opl/:exercise/calificar': ['presidencia', 'secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/simulacros/:opl/:exercise/vincular': ['secretaria-tecnica', 'utsi', 'enlace-ieeh'],
  '/:process/sistemas/:system/produccion/abrir': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/produccion/acreditar': ['secretaria-tecnica', 'utsi', 'deoe'],
  // Only the office that the gate names.
  '/:process/sistemas/:system/produccion/dispensar': ['deoe'],
  '/:process/sistemas/:system/produccion/decidir': ['deoe'],
  '/:process/sistemas/:system/produccion/cumplir': ['secretaria-tecnica', 'utsi', 'deoe'],
  '/:process/sistemas/:system/produccion/revertir': ['deoe'],
  // After the alerts: a re-planning gives a date again to what the example left out.
  '/:process/reprogramacion/proponer': ['presidencia', 'secretaria-tecnica'],
  '/:process/reprogramacion/decidir': ['presidencia', 'secretaria-tecnica'],
  '/:process/reprogramacion/aprobar': ['presidencia', 'secretaria-tecnica'],
  // Each act of the file asks for its own right besides.
  '/administracion/actos': ['presidencia', 'secretaria-tecnica'],
  '/administracion/correo/:message{\\d{1,12}}/reintentar': ['administracion'],
  '/administracion/personas/:person/cargos/asignar': ['administracion'],
  '/administracion/personas/:person/cargos/terminar': ['administracion'],
  '/administracion/personas/:person/sesiones/terminar': ['administracion'],
  '/administracion/personas/:person/recuperar': ['administracion'],
  '/administracion/personas/:person/borrar-datos': ['administracion'],
  '/administracion/cuentas': ['administracion'],
};
const offices = [
  'presidencia',
  'secretaria-tecnica',
  'consejeria',
  'asesoria',
  'representacion-partido',
  'utsi',
  'deoe',
  'enlace-iec',
  'enlace-ieeh',
  'ente-auditor',
  'administracion',
];

/** A file of one act, as the examples are written. */
const fact = (verb: string, text: string) => `
process: ${exampleId}
acts:
  - on: 2020-10-05
    ${verb}: { weight: plain, text: { es: ${text}, en: ${text} }, source: { text: Prueba, confirmation: seen } }`;

/** Gates that «deoe» decides: one open, and two decided with three conditions. */
function gates(): string {
  const act = (verb: string, data: object) => `  - { on: 2020-10-01, ${verb}: ${JSON.stringify(data)} }`;
  const evidence = { text: 'Acta' };
  const conditions = [1, 2, 3].map((n) => ({ id: `c${n}`, text: `Condición ${n}`, due: '2020-10-17' }));
  const decided = (system: string) => [
    act('openGate', { system, decider: 'deoe' }),
    ...goLiveChecklist.items.map(({ id: item }) =>
      act('meetRequirement', { system, item, evidence, figures: [{ name: 'casos', value: '40' }] }),
    ),
    act('decideGoLive', { system, verdict: 'conditional', office: 'deoe', conditions, document: evidence }),
  ];
  const lines = [act('openGate', { system: 'observadores', decider: 'deoe' }), ...decided('representantes'), ...decided('bodegas')];
  return `process: ${exampleId}\nacts:\n${lines.join('\n')}`;
}

/** Incidents of «sije», open and resolved, another for each office. */
function incidents(): string {
  const at = (hour: string) => `2020-10-01T${hour}:00.000Z`;
  const lines = [0, 1, 2].flatMap((n) =>
    ['abierto', 'resuelto'].flatMap((state) => {
      const of = { system: 'sije', incident: `${state}-${n}` };
      const open = { ...of, severity: 'major', title: 'No responde', startedAt: at('15:00'), detectedAt: at('15:00'), entities: ['iec'] };
      const resolve = { ...of, at: at('16:00'), cause: 'Disco lleno' };
      return [['openIncident', open] as const, ...(state === 'resuelto' ? [['resolveIncident', resolve] as const] : [])];
    }),
  );
  return lines.map(([verb, data]) => `  - { on: 2020-10-01, ${verb}: ${JSON.stringify(data)} }`).join('\n');
}

/** A system that the area «deoe» reports, another for each `n`. */
const deoeSystem = (n: number): string => ['sije', 'representantes', 'observadores', 'bodegas'][n] ?? 'sije';

type Filled = {
  readonly fields: Record<string, string>;
  readonly values?: Record<string, string>;
  /** A form to be sent before, by the same office. */
  readonly first?: string;
  /** Files that go with the form, by field. */
  readonly files?: Readonly<Record<string, File>>;
  readonly firstFields?: Record<string, string>;
};

/** Forms that those may send whose it is, with whose the one filled in below is. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '/:process/compromisos/:commitment/evidencia': ['utsi', 'secretaria-tecnica'],
  // Of an account alone, and the first account ends the visit of every chair: test/web-account.test.ts.
  '/administracion/personas/:person/recuperar': [],
  // Of somebody who holds no office any more: src/app/account/erase.test.ts.
  '/administracion/personas/:person/borrar-datos': [],
};

/** Every field of what must be sent first. */
const beforehand = {
  'evidencia-texto': 'Oficio 13.',
  origen: 'meeting:10',
  compromiso: 'Otro',
  responsable: 'utsi',
  vence: '2020-10-30',
};
/** Obligations of Hidalgo's OPL of which a version was handed in, plain and observed; another for each `n`. */
const delivered = ['E05', 'E06a', 'E09'];
const observed = ['E11a', 'E13a', 'E22'];
const deliveredKey = (n: number): string => delivered[n] ?? 'E05';
const observedKey = (n: number): string => observed[n] ?? 'E11a';

/** The write keys that earlier forms issued: their ids are made by chance. */
let issuedKeys: () => readonly string[] = () => [];

/** What each form needs to be accepted; `n` differs from one office to the next, so that nobody repeats what another did. */
const filled: Readonly<Record<string, (n: number) => Filled>> = {
  '/:process/reuniones/programar': (n) => ({ fields: { numero: String(11 + n), fecha: `2020-11-${10 + n}` } }),
  '/:process/reuniones/:number/reprogramar': (n) => ({
    fields: { fecha: `2020-12-${10 + n}`, motivo: 'Coincide con la sesión.' },
    values: { number: String(1 + n) },
  }),
  '/:process/reuniones/:number/celebrar': (n) => ({ fields: {}, values: { number: String(8 + n) } }),
  '/:process/reuniones/:number/orden/agregar': (n) => ({
    fields: { punto: `Punto ${n}`, proposito: 'inform' },
    values: { number: ['7', '10'][n] ?? '' },
  }),
  '/:process/reuniones/:number/orden/proponer': (n) => ({
    fields: { [['p-generales', 'p-minuta'][n] ?? '']: 'si' },
    values: { number: '7' },
  }),
  '/:process/reuniones/:number/orden/convocar': (n) => ({ fields: { motivo: 'Cambio.' }, values: { number: ['7', '10'][n] ?? '' } }),
  '/:process/reuniones/:number/orden/:item/cambiar': (n) => ({
    fields: { punto: `Otro ${n}`, proposito: 'discuss' },
    values: { number: '7', item: '1' },
  }),
  '/:process/reuniones/:number/orden/:item/mover': (n) => ({ fields: { lugar: String(2 - n) }, values: { number: '7', item: '1' } }),
  '/:process/reuniones/:number/orden/:item/retirar': (n) => ({
    fields: { motivo: 'Repetido.' },
    values: { number: '7', item: String(1 + n) },
  }),
  '/:process/reuniones/:number/vincular': (n) => ({
    fields: { 'sesion-fecha': '2020-03-20' },
    values: { number: ['5', '6'][n] ?? '' },
  }),
  '/:process/reuniones/:number/registrar-sesion': (n) => ({
    fields: { resultado: 'Se dio por recibido.' },
    values: { number: ['5', '6'][n] ?? '' },
  }),
  '/:process/reuniones/:number/abrir': (n) => ({ fields: { 'hora-abrir': '10:00' }, values: { number: ['7', '10'][n] ?? '' } }),
  '/:process/reuniones/:number/desarrollo/llegada': () => ({
    fields: { cargo: 'utsi', calidad: 'titular', 'hora-llegada': '10:00' },
    values: { number: '10' },
  }),
  '/:process/reuniones/:number/desarrollo/salida': () => ({ fields: { cargo: 'utsi' }, values: { number: '10' } }),
  '/:process/reuniones/:number/desarrollo/palabra/pedir': () => ({ fields: { sobre: 'El punto' }, values: { number: '10' } }),
  '/:process/reuniones/:number/desarrollo/palabra/:turn/dar': () => ({ fields: {}, values: { number: '10', turn: '1' } }),
  '/:process/reuniones/:number/desarrollo/palabra/:turn/retirar': (n) => ({
    fields: {},
    values: { number: '7', turn: String(n + 1) },
    first: `${home}/reuniones/7/desarrollo/palabra/pedir`,
  }),
  '/:process/reuniones/:number/desarrollo/abordar': () => ({ fields: { punto: '1' }, values: { number: '10' } }),
  '/:process/reuniones/:number/desarrollo/nota': () => ({ fields: { punto: '1', 'nota-1': 'Se presentó.' }, values: { number: '10' } }),
  '/:process/reuniones/:number/desarrollo/resultado': () => ({
    fields: { punto: '1', 'tipo-1': 'agreement', 'resultado-1': 'Se acuerda.' },
    values: { number: '10' },
  }),
  '/:process/reuniones/:number/desarrollo/resultado/:outcome/sin-efecto': () => ({
    fields: { 'motivo-1': 'Se repite.' },
    values: { number: '10', outcome: '1' },
  }),
  '/:process/reuniones/:number/desarrollo/trasladar': () => ({
    fields: { punto: '1', 'traslado-1': 'Falta tiempo.' },
    values: { number: '10' },
  }),
  '/:process/reuniones/:number/cerrar': (n) => ({ fields: { 'hora-cerrar': '11:00' }, values: { number: ['7', '10'][n] ?? '' } }),
  '/:process/reuniones/:number/minuta/redactar': () => ({ fields: { base: '0', texto: 'Texto.' }, values: { number: '7' } }),
  '/:process/reuniones/:number/minuta/circular': () => ({ fields: {}, values: { number: '7' } }),
  '/:process/reuniones/:number/minuta/corregir': () => ({
    fields: { base: '1', texto: 'Texto corregido.', motivo: 'Una errata.' },
    values: { number: '7' },
  }),
  '/:process/reuniones/:number/minuta/aprobar': () => ({
    fields: { reunion: '10' },
    values: { number: '7' },
    first: `${home}/reuniones/7/minuta/circular`,
  }),
  '/:process/reuniones/:number/minuta/sellar': () => ({ fields: {}, values: { number: '7' } }),
  '/:process/reuniones/:number/minuta/publicar': () => ({ fields: {}, values: { number: '7' } }),
  '/:process/reuniones/:number/minuta/adendo': () => ({
    fields: { adendo: 'Se aclara.', 'motivo-adendo': 'Una aclaración.' },
    values: { number: '7' },
  }),
  '/:process/compromisos/contraer': () => ({
    fields: { origen: 'meeting:10', punto: '1', compromiso: 'Entregar', responsable: 'utsi', vence: '2020-10-30' },
  }),
  '/:process/compromisos/:commitment/prorrogar': () => ({ fields: { plazo: '2020-11-30', 'motivo-prorroga': 'Se pidió.' } }),
  '/:process/compromisos/:commitment/evidencia': () => ({ fields: { 'evidencia-texto': 'Oficio 12.' } }),
  '/:process/compromisos/:commitment/devolver': () => ({ fields: { 'motivo-devolver': 'Falta el anexo.' } }),
  '/:process/compromisos/:commitment/cerrar': () => ({ fields: {}, first: `${home}/compromisos/C1/evidencia` }),
  '/:process/compromisos/:commitment/retirar': () => ({
    fields: { 'motivo-retiro': 'Ya no procede.' },
    values: { commitment: 'C2' },
    first: `${home}/compromisos/contraer`,
  }),
  '/:process/prep/:opl/:key/avanzar': () => ({ fields: { paso: 'deliver', fecha: '2020-10-05' }, values: { key: 'M01' } }),
  '/:process/carga': (n) => ({
    fields: { paso: 'registrar' },
    files: { hoja: new File([`OPL,Clave,Paso,Fecha\nIEC,${['M02', 'M03'][n]},Entregada,2020-10-05\n`], 'hoja.csv', { type: 'text/csv' }) },
  }),
  '/:process/prep/:opl/:key/entregar': (n) => ({ fields: { 'respuesta-1': 'Va en el anexo 2.' }, values: { key: observedKey(n) } }),
  '/:process/prep/:opl/:key/revision/iniciar': (n) => ({ fields: { version: '1' }, values: { key: deliveredKey(n) } }),
  '/:process/prep/:opl/:key/revision/observar': (n) => ({
    fields: { version: '1', caracter: 'recommendation', texto: 'Conviene un índice.' },
    values: { key: deliveredKey(n) },
  }),
  '/:process/prep/:opl/:key/revision/dictaminar': (n) => ({
    fields: { observacion: `ieeh/${observedKey(n)}/1`, 'dictamen-1': 'attended' },
    values: { key: observedKey(n) },
  }),
  '/:process/prep/:opl/:key/revision/aceptar': (n) => ({ fields: { version: '1' }, values: { key: deliveredKey(n) } }),
  '/:process/prep/:opl/:key/dispensar': (n) => ({ fields: { motivo: 'La norma cambió.' }, values: { key: ['E29', 'E30'][n] ?? 'E29' } }),
  '/:process/prep/:opl/:key/reservar': (n) => ({
    fields: { area: 'IEEH', motivo: 'Seguridad.', hasta: '2020-12-31' },
    values: { key: deliveredKey(n) },
  }),
  '/:process/foro/abrir': (n) => ({
    fields: { asunto: 'system:sije', titulo: `Hilo ${n}`, texto: '¿Cuándo, @utsi?', lectura: 'internal', pregunta: 'si' },
  }),
  // One thread of each office's own, with a post by another: `prepareForum`.
  '/:process/foro/:thread{H[0-9]+}/escribir': () => ({ fields: { texto: 'Se atiende.', cita: '1' }, values: { thread: 'H1' } }),
  '/:process/foro/:thread{H[0-9]+}/marcar': (n) => ({ fields: { plazo: '2020-10-09' }, values: { thread: `H${n + 1}` } }),
  '/:process/foro/:thread{H[0-9]+}/aceptar': (n) => ({ fields: { mensaje: '2' }, values: { thread: `H${n + 1}` } }),
  '/:process/foro/:thread{H[0-9]+}/reabrir': (n) => ({ fields: { 'motivo-reabrir': 'Falta el anexo.' }, values: { thread: `H${n + 1}` } }),
  '/:process/foro/:thread{H[0-9]+}/circular': (n) => ({ fields: { 'motivo-circular': 'Va al informe.' }, values: { thread: `H${n + 1}` } }),
  '/:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/editar': (n) => ({
    fields: { texto: 'Corregido.' },
    values: { thread: `H${n + 1}`, post: '1' },
  }),
  '/:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/retirar': (n) => ({
    fields: { 'motivo-retirar': 'Trae un dato personal.' },
    values: { thread: `H${n + 1}`, post: '2' },
  }),
  '/:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/restituir': (n) => ({
    fields: { 'motivo-restituir': 'Se retiró por error.' },
    values: { thread: `H${n + 1}`, post: '2' },
  }),
  '/:process/informes/congelar': () => ({ fields: { congelar: '2020-03-10' } }),
  '/:process/informes/:report/circular': () => ({ fields: {} }),
  '/:process/informes/:report/publicar': () => ({ fields: {} }),
  '/:process/informes/:report/observar': () => ({ fields: { lugar: 'atencion', texto: 'Falta la fuente.', responder: '2020-10-06' } }),
  '/:process/informes/:report/observaciones/:observation/responder': (n) => ({
    fields: { observacion: '1', 'respuesta-1': `Se agrega ${n}.` },
    values: { report: 'prep-2020-02-11' },
  }),
  '/:process/informes/:report/observaciones/:observation/atender': () => ({
    fields: { observacion: '1', 'atencion-1': 'attended' },
    values: { report: 'prep-2020-02-11' },
  }),
  '/:process/informes/preparacion/:informe/:cutoff/asignar': () => ({ fields: { seccion: 'cambios', cargo: 'deoe' } }),
  '/:process/informes/preparacion/:informe/:cutoff/:section/guardar': (n) => ({
    fields: { base: String(n), texto: `Texto ${n}.` },
    values: { section: 'estado' },
  }),
  '/:process/informes/preparacion/:informe/:cutoff/:section/borrador': () => ({
    fields: { base: '0', texto: 'Borrador.' },
    values: { section: 'atencion' },
  }),
  '/:process/informes/preparacion/:informe/:cutoff/:section/descartar': () => ({ fields: {}, values: { section: 'atencion' } }),
  '/:process/informes/preparacion/:informe/:cutoff/:section/entregar': (n) => ({
    fields: { version: String(n + 1) },
    values: { section: 'atencion' },
    first: `${home}/informes/preparacion/prep/2020-03-10/atencion/guardar`,
    firstFields: { base: String(n), texto: `Otro texto ${n}.` },
  }),
  '/:process/informes/preparacion/:informe/:cutoff/:section/devolver': () => ({
    fields: { version: '2', motivo: 'Falta la fuente.' },
    values: { section: 'atencion' },
  }),
  '/:process/informes/preparacion/:informe/:cutoff/:section/integrar': () => ({ fields: { version: '2' }, values: { section: 'estado' } }),
  '/:process/registrar-sistema': (n) => ({ fields: { 'f-clave': `sistema-${n}`, 'f-nombre': `Sistema ${n}`, 'f-fuente': 'Oficio' } }),
  '/:process/sistemas/:system/abrir-reporte': (n) => ({ fields: {}, values: { system: deoeSystem(n) } }),
  '/:process/sistemas/:system/planear': () => ({
    fields: { 'p-tipo': 'training', 'p-fecha': '2020-10-10', 'p-peso': '10', 'p-acordado': '2020-10-05' },
  }),
  '/:process/sistemas/:system/hitos': (n) => ({
    fields: { 'a-hito': 'drill', 'a-acto': n % 2 === 0 ? 'reopen' : 'reach', 'a-fecha': '2020-10-05', 'a-motivo': 'Corrección' },
  }),
  '/:process/sistemas/:system/ficha': (n) => ({
    fields: { 'f-nombre': `SIJE ${n}`, 'f-reportan': 'deoe', 'f-fuente': 'Oficio', 'f-motivo': 'Corrección' },
  }),
  '/:process/sistemas/:system/liberaciones': (n) => ({
    fields: { 'l-version': `1.${n}`, 'l-fecha': '2020-10-05', 'l-ambiente': 'testing' },
  }),
  '/:process/sistemas/:system/dependencias': (n) => ({ fields: { 'd-de': `system:${deoeSystem(n + 1)}`, hacer: 'declarar' } }),
  '/:process/sistemas/:system/abrir-incidente': () => ({
    fields: {
      'i-titulo': 'No responde',
      'i-severidad': 'major',
      'i-inicio': '2020-10-05',
      'i-inicio-hora': '09:00',
      'i-deteccion': '2020-10-05',
      'i-deteccion-hora': '09:10',
    },
    values: { system: 'sije' },
  }),
  '/:process/sistemas/:system/incidentes/:incident/anotar': (n) => ({
    fields: { 'n-texto': `Nota ${n}`, 'n-dia': '2020-10-05', 'n-hora': '11:00' },
    values: { system: 'sije', incident: 'abierto-0' },
  }),
  '/:process/sistemas/:system/incidentes/:incident/mitigar': (n) => ({
    fields: { 'm-dia': '2020-10-05', 'm-hora': '11:00' },
    values: { system: 'sije', incident: `abierto-${n}` },
  }),
  '/:process/sistemas/:system/incidentes/:incident/resolver': (n) => ({
    fields: { 's-causa': 'Disco lleno', 's-dia': '2020-10-05', 's-hora': '11:30' },
    values: { system: 'sije', incident: `abierto-${n}` },
  }),
  '/:process/sistemas/:system/incidentes/:incident/cerrar': (n) => ({
    fields: { 'x-evidencia': 'Análisis posterior' },
    values: { system: 'sije', incident: `resuelto-${n}` },
  }),
  '/:process/sistemas/:system/mantenimientos/planear': () => ({
    fields: { 'p-motivo': 'Parche', 'p-desde': '2020-10-06', 'p-desde-hora': '01:00', 'p-hasta': '2020-10-06', 'p-hasta-hora': '02:00' },
    values: { system: 'sije' },
  }),
  '/:process/sistemas/:system/mantenimientos/cancelar': (n) => ({
    fields: { 'c-cual': `2020-10-05-${n + 1}`, 'c-motivo': 'Se pospone' },
    values: { system: 'sije' },
  }),
  '/:process/sistemas/:system/cifras/definir': (n) => ({
    fields: { 'd-clave': `cifra-${n}`, 'd-nombre': 'Casillas instaladas', 'd-total': 'Casillas aprobadas' },
    values: { system: 'sije' },
  }),
  '/:process/sistemas/:system/cifras/registrar': (n) => ({
    fields: { 'r-cifra': `cifra-${n}`, 'r-entidad': 'iec', 'r-fecha': '2020-10-05', 'r-reportado': '5', 'r-total': '10' },
    values: { system: 'sije' },
  }),
  '/:process/sistemas/:system/cifras/cargar': (n) => ({
    fields: { 'c-cifra': `cifra-${n}`, 'c-paso': 'registrar' },
    values: { system: 'sije' },
    files: { 'c-archivo': new File(['entidad,fecha,reportado,total\niec,2020-10-04,1,2\n'], 'cifras.csv', { type: 'text/csv' }) },
  }),
  '/:process/operacion/registrar/:opl': (n) => ({
    fields: { ocasion: 'night' },
    files: { corte: new File([small({ date: `18/10/2020 2${n}:00 (UTC-5)` })], 'HGO_AYUN_2020.csv') },
  }),
  '/:process/sistemas/:system/llaves/emitir': () => ({ fields: { para: 'Integración', release: 'si', hasta: '2020-12-31' } }),
  '/:process/sistemas/:system/llaves/revocar': (n) => ({ fields: { llave: issuedKeys()[n] ?? '', motivo: 'Cambió el proveedor' } }),
  '/:process/avisos-salientes/registrar': () => ({ fields: { 'r-clave': 'tablero', 'r-direccion': 'https://tablero.ejemplo.mx/' } }),
  '/:process/avisos-salientes/retirar': () => ({ fields: { 'q-cual': 'tablero', 'q-motivo': 'Cambió' } }),
  '/:process/bitacora/testigos/registrar': () => ({
    fields: {
      'r-clave': 'iec',
      'r-organismo': 'IEC',
      'r-llave': cosignerOf('iec.ejemplo', Buffer.alloc(32, 1)).witnessKey,
      'r-direccion': 'https://testigo.ejemplo.mx/',
    },
  }),
  '/:process/bitacora/testigos/retirar': () => ({ fields: { 'q-cual': 'iec', 'q-motivo': 'Cambió' } }),
  '/:process/sondas/registrar': () => ({
    fields: { clave: 'sije-web', nombre: 'SIJE', sistema: 'sije', tipo: 'http', direccion: 'https://sije.ejemplo.mx/', cada: '60' },
  }),
  '/:process/sondas/:probe/retirar': () => ({ fields: { motivo: 'Cambió de dirección' }, values: { probe: 'sije-web' } }),
  '/:process/alertas/reglas/:rule/fijar': (n) => ({ fields: { valor: String(20 + n), motivo: 'Prueba' } }),
  '/:process/alertas/:opl/:alert/reconocer': () => ({ fields: { nota: 'Enterada.' } }),
  '/:process/simulacros/:opl/programar': (n) => ({
    fields: { 'programar-clase': 'extra-drill', 'programar-numero': String(11 + n), 'programar-dia': '2020-10-17' },
  }),
  '/:process/simulacros/:opl/fijar': (n) => ({
    fields: {
      'fijar-titulo': `Control ${n}`,
      'fijar-dia': '2020-10-16',
      'fijar-criterios': 'Un simulacro exitoso',
      'fijar-plan-b': 'Cómputos',
    },
  }),
  '/:process/simulacros/:opl/decidir': (n) => ({
    fields: {
      punto: `ieeh-control-${n + 1}`,
      forma: 'decidir-1',
      'decidir-1-decision': 'go',
      'decidir-1-motivo': 'Se cumplen.',
      'decidir-1-dia': '2020-10-05',
    },
  }),
  '/:process/simulacros/:opl/:exercise/realizar': (n) => ({
    fields: { 'realizar-dia': '2020-10-05' },
    values: { exercise: `ieeh-simulacro-adicional-${21 + n}` },
  }),
  '/:process/simulacros/:opl/:exercise/cancelar': (n) => ({
    fields: { 'cancelar-motivo': 'Veda.' },
    values: { exercise: `ieeh-simulacro-adicional-${31 + n}` },
  }),
  '/:process/simulacros/:opl/:exercise/medir': () => ({
    fields: { 'medir-dia': '2020-10-05', 'medir-motivo': 'Informe.', 'medir-personas': '40' },
  }),
  '/:process/simulacros/:opl/:exercise/observar': () => ({
    fields: { 'observar-dia': '2020-10-05', 'observar-texto': 'Faltó el cotejo.', 'observar-tipo': 'mandatory' },
  }),
  '/:process/simulacros/:opl/:exercise/resolver': (n) => ({
    fields: {
      'resolver-dia': '2020-10-05',
      'resolver-observacion': 'ieeh-simulacro-1/1',
      'resolver-resultado': ['partly', 'attended'][n] ?? '',
      'resolver-nota': 'Se comprobó.',
    },
  }),
  '/:process/simulacros/:opl/:exercise/calificar': () => ({
    fields: { 'calificar-dia': '2020-10-05', 'calificar-calificacion': 'unsuccessful', 'calificar-motivo': 'Faltó el cotejo.' },
  }),
  '/:process/simulacros/:opl/:exercise/vincular': (n) => ({ fields: { 'vincular-verificacion': `prueba-${n}` } }),
  '/:process/sistemas/:system/produccion/abrir': (n) => ({
    fields: { 'g-decide': 'deoe' },
    values: { system: ['sije', 'recoleccion', 'sicce'][n] ?? 'sije' },
  }),
  '/:process/sistemas/:system/produccion/acreditar': (n) => ({
    fields: { 'm-requisito': goLiveChecklist.items[n]?.id ?? '', 'm-evidencia': 'Acta', 'm-cifras': 'casos: 40' },
  }),
  '/:process/sistemas/:system/produccion/dispensar': () => ({
    fields: { 'w-requisito': 'support-ready', 'w-motivo': 'Sin cambios', 'w-hasta': '2020-10-18' },
    values: { system: 'observadores' },
  }),
  '/:process/sistemas/:system/produccion/decidir': () => ({
    fields: { 'd-decision': 'no', 'd-motivo': 'Falta la prueba' },
    values: { system: 'observadores' },
  }),
  '/:process/sistemas/:system/produccion/cumplir': (n) => ({
    fields: { 'c-condicion': `c${n + 1}`, 'c-evidencia': 'Acta' },
    values: { system: 'representantes' },
  }),
  '/:process/sistemas/:system/produccion/revertir': () => ({
    fields: { 'r-decision': 'keep', 'r-motivo': 'Estable' },
    values: { system: 'bodegas' },
  }),
  '/:process/reprogramacion/proponer': (n) => ({
    fields: { norma: 'anexo13-2016' },
    first: '/administracion/actos',
    firstFields: { actos: postponed(`2020-11-${15 + n}`) },
  }),
  '/:process/reprogramacion/decidir': () => ({ fields: { asunto: 'obligation:ieeh/M05', decision: 'adopt' } }),
  '/:process/reprogramacion/aprobar': (n) => ({
    fields: { acuerdo: 'INE/CG1/2020', fuente: 'Prueba' },
    first: '/administracion/actos',
    firstFields: {
      actos: `${postponed(`2020-12-0${6 + n}`)}
  - { on: 2020-10-05, proposeReplan: { norm: anexo13-2016, jornada: 2020-12-0${6 + n} } }
  - { on: 2020-10-05, decideReplan: { choice: adopt, rest: true } }`,
    },
  }),
  '/administracion/actos': (n) => ({ fields: { actos: fact('recordFact', `Hecho ${n}`) } }),
  '/administracion/correo/:message{\\d{1,12}}/reintentar': () => ({ fields: {} }),
  '/administracion/personas/:person/cargos/asignar': () => ({
    fields: { cargo: 'utsi', calidad: 'suplente', desde: '2020-10-10', hasta: '2020-10-12' },
  }),
  '/administracion/personas/:person/cargos/terminar': () => ({
    fields: { asignacion: 'deoe|2020-10-05', ultimo: '2020-10-20', motivo: 'Cambio de área' },
  }),
  '/administracion/personas/:person/sesiones/terminar': () => ({ fields: { sesion: 'all' } }),
  '/administracion/personas/:person/recuperar': () => ({ fields: { fe: 'Vino en persona' } }),
  '/administracion/personas/:person/borrar-datos': () => ({ fields: { fundamento: 'request', 'para-siempre': 'si' } }),
  '/administracion/cuentas': () => ({
    fields: { nombre: 'Persona de prueba', correo: 'persona@ejemplo.mx', cargo: 'utsi', calidad: 'titular', desde: '2020-10-05' },
  }),
};

/** An informe that was circulated and observed: one who may write some section still answers for their own only. */
function observedInforme() {
  const [on, by, report] = ['2020-10-05', { office: 'secretaria-tecnica' }, 'prep-2020-02-11'];
  const frozen = { report, kind: 'prep', cutoff: '2020-02-11', edition: 1, position: 60, root: 'a'.repeat(64) };
  const observed = { report, observation: 1, section: 'estado', text: 'Falta la fuente.', answerBy: on };
  return [
    { type: 'ReportFrozen', on, by, data: frozen },
    { type: 'ReportCirculated', on, by, data: { report } },
    { type: 'ReportObserved', on, by, data: observed },
  ];
}

/** Checkpoints and drills for the forms that need one that is open, or whose day has come: another for each office. */
async function prepareExercises({ app }: TestApp): Promise<void> {
  const by = { office: 'utsi' };
  const on = '2020-10-05';
  const said = { es: 'Prueba', en: 'Test' };
  const drill = (number: number) => ({
    exercise: `ieeh-simulacro-adicional-${number}`,
    opl: 'ieeh',
    kind: 'extra-drill',
    number,
    date: on,
  });
  const terms = { opl: 'ieeh', date: '2020-10-16', title: said, criteria: [said], planB: said };
  const events = [
    ...[1, 2, 3, 4].map((n) => ({ type: 'CheckpointSet', on, by, data: { checkpoint: `ieeh-control-${n}`, ...terms } })),
    ...observedInforme(),
    ...[21, 22, 23, 31, 32, 33].map((n) => ({ type: 'ExercisePlanned', on, by, data: drill(n) })),
  ];
  await app.ledger.append(exampleId, await app.ledger.streamPosition(exampleId), events);
  await app.worlds.catchUp();
}
/** A thread of each seat's own, about a system, with a post by another office. */
async function prepareForum({ app }: TestApp): Promise<void> {
  const on = '2020-10-05';
  const events = seats.flatMap((office, i) => {
    const of = { thread: `H${i + 1}`, audience: 'internal' };
    const post = { mentions: [], files: [], text: 'Texto.' };
    const other = office === 'utsi' ? 'deoe' : 'utsi';
    return [
      { type: 'ThreadOpened', on, by: { office }, data: { ...of, subject: 'system:sije', title: `Pregunta ${i}`, question: {} } },
      { type: 'PostWritten', on, by: { office }, data: { ...of, post: 1, ...post } },
      { type: 'PostWritten', on, by: { office: other }, data: { ...of, post: 2, ...post } },
    ];
  });
  await app.ledger.append(exampleId, await app.ledger.streamPosition(exampleId), events);
  await app.worlds.catchUp();
}
/** Somebody who holds an office; no account is behind them, since the first one would end the visit of every chair. */
async function preparePerson({ app }: TestApp): Promise<void> {
  const [on, by, person] = ['2020-10-05', { office: 'administracion' }, 'persona-de-prueba-1'];
  const events = [
    { type: 'PersonRegistered', on, by, data: { person, hash: 'a'.repeat(64) } },
    { type: 'OfficeAssigned', on, by, data: { person, office: 'deoe', from: on, capacity: 'suplente' } },
  ];
  await app.ledger.append(peopleStream, await app.ledger.streamPosition(peopleStream), events);
  await app.worlds.catchUp();
}
/** Mail and drafts are not in the log: trying a message again, or keeping a draft, records nothing there. */
const outsideTheLog: ReadonlySet<string> = new Set([
  '/administracion/correo/:message{\\d{1,12}}/reintentar',
  '/administracion/personas/:person/sesiones/terminar',
  '/:process/informes/preparacion/:informe/:cutoff/:section/borrador',
  '/:process/informes/preparacion/:informe/:cutoff/:section/descartar',
]);

/** A file that moves election day. */
function postponed(jornada: string): string {
  return `
process: ${exampleId}
acts:
  - on: 2020-10-05
    moveElectionDay:
      jornada: ${jornada}
      reason: { es: Prueba, en: Test }
      agreement: { name: INE/CG1/2020, source: { text: Prueba, confirmation: seen } }`;
}

describe('what each office may do', { timeout: 60_000 }, () => {
  let site: TestApp;
  const sitting = new Map<string, Visitor>();
  const position = () => site.app.worlds.current().position;
  const everyone = () => [...sitting, ['nobody', visitorOf(site.web)] as const];

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    await prepareExercises(site);
    await prepareForum(site);
    await preparePerson(site);
    await site.app.mail.put([{ key: 'prueba', person: 'persona-de-prueba-1', subject: 'Prueba', text: 'Sin más.' }]);
    await handIn(site, delivered, observed);
    issuedKeys = () => [...(site.app.worlds.current().processes.get(exampleId)?.keys.keys.keys() ?? [])];
    for (const office of offices) {
      const visitor = visitorOf(site.web);
      await visitor.enterAs(office);
      sitting.set(office, visitor);
    }
    const secretariat = sitting.get('secretaria-tecnica') ?? visitorOf(site.web);
    const recorded = await secretariat.post('/administracion/actos', {
      actos: `${gates()}\n${incidents()}`,
      csrf: await secretariat.token(),
    });
    expect(recorded.page.alerts).toEqual([]);
  });
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('the table above speaks of every office of the example and of every form that needs a right', () => {
    expect([...site.app.worlds.current().people.offices.keys()].sort()).toEqual([...offices].sort());
    const guarded = pathMap(site.app).filter((one) => one.method === 'POST' && one.may !== 'anyone' && one.may !== 'signed-in');
    expect(guarded.map((one) => one.path).sort()).toEqual(Object.keys(allowed).sort());
    expect(Object.keys(filled)).toEqual(Object.keys(allowed));
  });

  test('a form without its token, or sent from another site, is refused whoever sends it, and nothing is recorded', async () => {
    const posts = pathMap(site.app).filter((one) => one.method === 'POST');
    const before = position();
    const foreign = { utsi: await everyone()[0]?.[1].token(), others: await sitting.get('utsi')?.token() };
    for (const [office, visitor] of everyone()) {
      const csrf = await visitor.token();
      const tries: readonly (readonly [string, Record<string, string>, Record<string, string>])[] = [
        ['no token', {}, {}],
        ['an invented token', { csrf: 'x'.repeat(43) }, {}],
        ['the token of another session', { csrf: foreign[office === 'utsi' ? 'utsi' : 'others'] ?? '' }, {}],
        ['from another site', { csrf }, { 'sec-fetch-site': 'cross-site' }],
        ['from a sister site', { csrf }, { 'sec-fetch-site': 'same-site' }],
        ['from an old browser on another site', { csrf }, { 'sec-fetch-site': '', origin: 'https://evil.example' }],
      ];
      // Every form from one chair; the others, and nobody, send the first few: the token is asked for before who sends, and before which form it is.
      const sent = office === 'secretaria-tecnica' ? posts : posts.slice(0, 3);
      for (const { path } of sent) {
        const { fields = {}, values = {} } = filled[path]?.(0) ?? {};
        for (const [what, token, headers] of tries) {
          const { status, page } = await visitor.post(addressOf(path, values), { ...fields, ...token }, headers);
          expect(`${status} ${path} as ${office}: ${what}`).toBe(`403 ${path} as ${office}: ${what}`);
          expect(page.text).toContain('El formulario venció');
        }
      }
    }
    expect(position()).toBe(before);
  });

  test.each([
    ['null', {}],
    ['https://evil.example', {}],
    ['not an origin', {}],
    ['http://localhost:81', { host: 'localhost' }],
  ])('an old browser that says only «Origin: %s» is refused', async (origin, headers) => {
    const visitor = sitting.get('secretaria-tecnica') ?? visitorOf(site.web);
    const csrf = await visitor.token();
    const cookie = visitor.cookie();
    const body = new URLSearchParams({ csrf, numero: '40', fecha: '2020-12-31' });
    const answer = await site.web.request(`${home}/reuniones/programar`, { method: 'POST', body, headers: { origin, cookie, ...headers } });
    expect(answer.status).toBe(403);
  });

  test.each([
    ['application/json', '{"csrf":"x"}'],
    ['multipart/form-data; boundary=a', 'this is no form'],
    ['multipart/form-data', '--'],
    ['', 'csrf=x'],
  ])('a body of type «%s» that is no form is refused like one without a token', async (type, body) => {
    const cookie = sitting.get('secretaria-tecnica')?.cookie() ?? '';
    const headers = { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' };
    expect((await site.web.request(`${home}/reuniones/programar`, { method: 'POST', body, headers })).status).toBe(403);
  });

  test.each(Object.keys(allowed))('%s is refused to every other office, and nothing is recorded', async (path) => {
    const before = position();
    const { fields = {}, values = {} } = filled[path]?.(0) ?? {};
    for (const [office, visitor] of everyone()) {
      if (allowed[path]?.includes(office)) continue;
      const { status, page } = await visitor.post(addressOf(path, values), { ...fields, csrf: await visitor.token() });
      if (status === 422) expect(page.alerts[0], office).toContain('su cargo no permite este acto');
      else {
        expect(`${status} ${office}`).toBe(`403 ${office}`);
        expect(page.text).toContain(office === 'nobody' ? 'Inicie sesión para continuar' : 'Esta acción requiere otro cargo');
      }
    }
    expect(position()).toBe(before);
  });

  test('each act of a file is decided only for the offices whose act it is', async () => {
    const direct = ['presidencia', 'secretaria-tecnica'];
    const reporters = ['secretaria-tecnica', 'utsi'];
    const deciders = ['presidencia', 'secretaria-tecnica', 'utsi'];
    const whose: Readonly<Record<string, readonly string[]>> = {
      openProcess: ['administracion'],
      joinOpl: ['administracion'],
      setElectionDay: direct,
      suspendProcess: direct,
      moveElectionDay: direct,
      recordFact: direct,
      adoptPlan: direct,
      proposeReplan: direct,
      decideReplan: direct,
      approveReplan: direct,
      openReporting: direct,
      advanceObligation: ['secretaria-tecnica', 'utsi'],
      scheduleMeeting: direct,
      rescheduleMeeting: direct,
      cancelMeeting: direct,
      addItem: direct,
      changeItem: direct,
      moveItem: direct,
      dropItem: direct,
      convene: direct,
      arrive: ['secretaria-tecnica'],
      leave: ['secretaria-tecnica'],
      takeUp: ['secretaria-tecnica'],
      deferItem: ['secretaria-tecnica'],
      askFloor: ['secretaria-tecnica'],
      giveFloor: ['secretaria-tecnica'],
      withdrawFloor: ['secretaria-tecnica'],
      takeNote: ['secretaria-tecnica'],
      recordOutcome: ['secretaria-tecnica'],
      strikeOutcome: ['secretaria-tecnica'],
      draftMinutes: ['secretaria-tecnica'],
      correctMinutes: ['secretaria-tecnica'],
      circulateMinutes: ['secretaria-tecnica'],
      approveMinutes: ['secretaria-tecnica'],
      sealMinutes: ['secretaria-tecnica'],
      addAddendum: ['secretaria-tecnica'],
      publishMinutes: ['secretaria-tecnica'],
      makeCommitment: ['secretaria-tecnica'],
      extendCommitment: ['secretaria-tecnica'],
      giveEvidence: ['secretaria-tecnica'],
      returnCommitment: ['secretaria-tecnica'],
      closeCommitment: ['secretaria-tecnica'],
      dropCommitment: ['secretaria-tecnica'],
      openMeeting: direct,
      closeMeeting: direct,
      holdMeeting: direct,
      setOffsets: direct,
      recordSession: direct,
      linkSession: direct,
      assignSection: ['secretaria-tecnica'],
      saveNarrative: ['secretaria-tecnica'],
      deliverNarrative: ['secretaria-tecnica'],
      returnNarrative: ['secretaria-tecnica'],
      integrateNarrative: ['secretaria-tecnica'],
      observeReport: ['secretaria-tecnica'],
      answerReportObservation: ['secretaria-tecnica'],
      attendReportObservation: ['secretaria-tecnica'],
      publishReport: ['secretaria-tecnica'],
      circulateReport: ['secretaria-tecnica'],
      submitDeliverable: ['secretaria-tecnica'],
      answerObservation: ['secretaria-tecnica'],
      reviewDeliverable: reporters,
      makeObservation: reporters,
      settleObservation: reporters,
      acceptDeliverable: reporters,
      waiveDeliverable: direct,
      reserveDeliverable: reporters,
      openThread: [...direct, 'utsi'],
      writePost: [...direct, 'utsi'],
      editPost: [...direct, 'utsi'],
      markQuestion: [...direct, 'utsi'],
      acceptAnswer: [...direct, 'utsi'],
      reopenQuestion: [...direct, 'utsi'],
      circulateThread: direct,
      withdrawPost: direct,
      restorePost: direct,
      planExercise: ['secretaria-tecnica', 'utsi'],
      cancelExercise: ['secretaria-tecnica', 'utsi'],
      holdExercise: ['secretaria-tecnica', 'utsi'],
      measureExercise: ['secretaria-tecnica', 'utsi'],
      observeExercise: ['secretaria-tecnica', 'utsi'],
      resolveObservation: ['secretaria-tecnica', 'utsi'],
      judgeExercise: [...direct, 'utsi'],
      linkVerification: ['secretaria-tecnica', 'utsi'],
      setCheckpoint: ['secretaria-tecnica', 'utsi'],
      decideCheckpoint: [...direct, 'utsi'],
      defineActivity: reporters,
      registerSystem: reporters,
      amendSystem: reporters,
      recordRelease: reporters,
      openSystemReporting: reporters,
      declareDependency: reporters,
      withdrawDependency: reporters,
      planMilestone: reporters,
      replanMilestone: reporters,
      reachMilestone: reporters,
      reopenMilestone: reporters,
      dropMilestone: reporters,
      listProbe: ['administracion'],
      retireProbe: ['administracion'],
      turnProbe: ['administracion'],
      acknowledgeAlert: [...direct, 'utsi'],
      setThreshold: direct,
      openGate: reporters,
      meetRequirement: reporters,
      waiveRequirement: deciders,
      decideGoLive: deciders,
      meetCondition: reporters,
      decideRollback: deciders,
      openIncident: reporters,
      noteIncident: reporters,
      mitigateIncident: reporters,
      resolveIncident: reporters,
      closeIncident: reporters,
      planMaintenance: reporters,
      cancelMaintenance: reporters,
      defineFigure: reporters,
      reportFigures: reporters,
    };
    expect(Object.keys(whose)).toEqual(Object.keys(acts));
    const { people } = site.app.worlds.current();
    const page = pathMap(site.app).find((one) => one.method === 'POST' && one.path === '/administracion/actos')?.may;
    const toCome = typeof page === 'object' && 'anyOf' in page ? page.anyOf : [];
    const holds = (office: string, right: string) => officeMayDo(people, asId<OfficeId>(office), right as Right).ok; // named by the two tables of rights
    const granted = (office: string, verb: string): boolean =>
      toCome.some((right) => holds(office, right)) && holds(office, must(actRight(verb), `${verb} asks for a right`));
    for (const [verb, whoMay] of Object.entries(whose))
      expect(offices.filter((office) => granted(office, verb)).toSorted(), verb).toEqual(whoMay.toSorted());

    // And the page asks that table: a verb of each kind is sent from every chair.
    const before = position();
    for (const [office, visitor] of everyone()) {
      const csrf = await visitor.token();
      const kinds = [true, false].flatMap((may) => Object.keys(whose).find((verb) => whose[verb]?.includes(office) === may) ?? []);
      for (const verb of kinds) {
        const actos = `process: ${exampleId}\nacts: [{ on: 2020-10-05, ${verb}: { nothing: here } }]`;
        const { status, page } = await visitor.post('/administracion/actos', { actos, csrf });
        const refused = status === 403 || page.alerts.join('').includes('su cargo no permite este acto');
        expect(`${office} ${verb}: ${refused ? 'refused' : 'decided'}`).toBe(
          `${office} ${verb}: ${whose[verb]?.includes(office) ? 'decided' : 'refused'}`,
        );
      }
    }
    expect(position()).toBe(before);
  });

  test('the liaison of one OPL records nothing for another', async () => {
    const liaison = sitting.get('enlace-ieeh') ?? visitorOf(site.web);
    const before = position();
    const fields = { paso: 'deliver', fecha: '2020-10-05', csrf: await liaison.token() };
    expect((await liaison.post(`${home}/prep/iec/M01/avanzar`, fields)).status).toBe(403);
    expect(position()).toBe(before);
  });

  test.each(Object.keys(allowed))('%s is accepted from each office that has the right, in the name of that office', async (path) => {
    for (const [n, office] of (owners[path] ?? allowed[path] ?? []).entries()) {
      const visitor = sitting.get(office) ?? visitorOf(site.web);
      const { fields = {}, values = {}, first, firstFields = {}, files } = filled[path]?.(n) ?? {};
      if (first !== undefined) await visitor.post(first, { ...beforehand, ...firstFields, csrf: await visitor.token() });
      const before = position();
      const sent = { csrf: await visitor.token(), ...fields };
      const to = addressOf(path, values);
      const { status, page } = await (files ? visitor.send(to, sent, files) : visitor.post(to, sent));
      expect([200, 303], `${status} ${office}: ${page.alerts.join(' ')}`).toContain(status);
      if (outsideTheLog.has(path)) continue;
      expect(position()).toBeGreaterThan(before);
      for await (const batch of site.app.ledger.read({ after: before }))
        for (const row of batch) expect(JSON.parse(row.body).by.office).toBe(office);
    }
  });
});
