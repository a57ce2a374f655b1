import type { IsoDate } from '../../core/event.ts';
import { said } from './line.ts';

export const unit = 'utsi';

type Name = { readonly es: string; readonly en: string };
/** How a system comes along: `stalled` meets no date after its development; `silent` is reported by nobody. */
export type Pace = 'steady' | 'slow' | 'stalled' | 'silent';
export type DemoSystem = {
  readonly id: string;
  readonly name: Name;
  readonly purpose: Name;
  readonly activity: string;
  readonly pace: Pace;
};

/** A system with its days: of the activity it serves, of going into production as first planned and as it turned out. */
export type Timed = DemoSystem & {
  readonly serves: IsoDate;
  readonly planned: IsoDate;
  readonly live: IsoDate;
  readonly entities: readonly string[];
};

/** What the systems serve, with its day counted from election day. */
export const activities: readonly (readonly [id: string, name: Name, days: number])[] = [
  ['observacion', said('Registro de observadores', 'Registration of observers'), -120],
  ['capacitacion', said('Capacitación de funcionarios de casilla', 'Training of polling officials'), -80],
  ['candidaturas', said('Registro de candidaturas', 'Registration of candidacies'), -70],
  ['ubicacion', said('Aprobación de casillas', 'Approval of polling places'), -55],
  ['campanas', said('Inicio de campañas', 'Start of campaigns'), -45],
  ['voto-exterior', said('Voto desde el extranjero', 'Voting from abroad'), -30],
  ['materiales', said('Distribución de materiales', 'Distribution of materials'), -10],
  ['jornada', said('Jornada electoral', 'Election day'), 0],
  ['computos', said('Cómputos', 'Official counts'), 3],
];

const of = (id: string, activity: string, es: string, en: string, pace: Pace = 'steady'): DemoSystem => ({
  id,
  name: said(es, en),
  purpose: said(`${es}: captura, consulta y reportes.`, `${en}: entry, look-up and reports.`),
  activity,
  pace,
});

/** Twenty-five systems; the names say what each does and are nobody's. */
export const demoSystems: readonly DemoSystem[] = [
  of('observadores', 'observacion', 'Solicitudes de observación electoral', 'Requests of electoral observers'),
  of('cursos', 'observacion', 'Cursos en línea', 'On-line courses'),
  of('capacitacion', 'capacitacion', 'Seguimiento a la capacitación', 'Follow-up of training', 'slow'),
  of('insaculacion', 'capacitacion', 'Sorteo de funcionarios de casilla', 'Draw of polling officials'),
  of('sustituciones', 'capacitacion', 'Sustituciones de funcionarios', 'Replacement of officials'),
  of('candidaturas', 'candidaturas', 'Registro de candidaturas', 'Registration of candidacies'),
  of('paridad', 'candidaturas', 'Revisión de paridad', 'Review of parity', 'slow'),
  of('conoceles', 'candidaturas', 'Consulta pública de candidaturas', 'Public look-up of candidacies'),
  of('casillas', 'ubicacion', 'Ubicación de casillas', 'Location of polling places'),
  of('consulta-casilla', 'ubicacion', 'Consulta de casilla por la ciudadanía', 'Look-up of polling place by citizens', 'slow'),
  of('representantes', 'ubicacion', 'Registro de representantes', 'Registration of representatives', 'stalled'),
  of('fiscalizacion', 'campanas', 'Comprobación de gastos de campaña', 'Accounts of campaign spending'),
  of('monitoreo', 'campanas', 'Monitoreo de medios', 'Monitoring of media'),
  of('encuestas', 'campanas', 'Registro de encuestas', 'Registration of polls', 'silent'),
  of('voto-exterior', 'voto-exterior', 'Voto desde el extranjero', 'Voting from abroad', 'slow'),
  of('lista-nominal', 'voto-exterior', 'Listas nominales', 'Voter lists'),
  of('bodegas', 'materiales', 'Control de bodegas', 'Control of warehouses'),
  of('materiales', 'materiales', 'Documentación y materiales', 'Documents and materials'),
  of('rutas', 'materiales', 'Rutas de distribución', 'Routes of distribution', 'slow'),
  of('incidencias', 'jornada', 'Información de la jornada', 'Information of election day'),
  of('recoleccion', 'jornada', 'Mecanismos de recolección', 'Means of collection'),
  of('conteo-rapido', 'jornada', 'Conteo rápido', 'Quick count', 'slow'),
  of('mesa-de-ayuda', 'jornada', 'Mesa de ayuda', 'Support desk'),
  of('computos', 'computos', 'Sesiones de cómputo', 'Sessions of the official counts', 'stalled'),
  of('resultados', 'computos', 'Consulta de resultados', 'Look-up of results'),
];
