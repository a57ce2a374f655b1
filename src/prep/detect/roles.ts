import type { Role } from './detected.ts';
import { fold } from './fold.ts';

/** Names of columns by what they mean, as `fold` writes them; the years' renamings side by side. */
const names: Readonly<Partial<Record<Role, readonly string[]>>> = {
  key: ['CLAVE_CASILLA', 'CLAVE_DE_CASILLA', 'CVE_CASILLA'],
  actaKey: ['CLAVE_ACTA', 'CLAVE_DE_ACTA', 'CVE_ACTA'],
  stateId: ['ID_ESTADO', 'ID_ENTIDAD', 'CLAVE_ENTIDAD', 'CLAVE_ESTADO', 'CVE_ENTIDAD'],
  state: ['ESTADO', 'ENTIDAD', 'NOMBRE_ESTADO', 'NOMBRE_ENTIDAD', 'ENTIDAD_FEDERATIVA'],
  districtId: ['ID_DISTRITO', 'ID_DISTRITO_LOCAL', 'ID_DISTRITO_FEDERAL', 'ID_DISTRITO_JUDICIAL', 'ID_DISTRITO_ELECTORAL', 'ID_JUNTA'],
  district: ['DISTRITO', 'DISTRITO_LOCAL', 'DISTRITO_FEDERAL', 'DISTRITO_JUDICIAL', 'DISTRITO_ELECTORAL', 'NOMBRE_DISTRITO', 'JUNTA'],
  municipalityId: ['ID_MUNICIPIO', 'ID_MUNICIPIO_LOCAL', 'CLAVE_MUNICIPIO', 'ID_ALCALDIA', 'ID_DEMARCACION', 'ID_AYUNTAMIENTO'],
  municipality: ['MUNICIPIO', 'MUNICIPIO_LOCAL', 'NOMBRE_MUNICIPIO', 'ALCALDIA', 'DEMARCACION', 'AYUNTAMIENTO'],
  section: ['SECCION', 'SECCION_ELECTORAL', 'ID_SECCION'],
  casillaId: ['ID_CASILLA', 'NUMERO_CASILLA'],
  casillaType: ['TIPO_CASILLA', 'TIPO_DE_CASILLA'],
  ext: ['EXT_CONTIGUA', 'EXTRAORDINARIA_CONTIGUA', 'CONTIGUA_EXTRAORDINARIA'],
  location: ['UBICACION_CASILLA', 'UBICACION'],
  actaType: ['TIPO_ACTA', 'TIPO_DE_ACTA', 'NUM_ACTA_IMPRESO'],
  leftover: ['TOTAL_BOLETAS_SOBRANTES', 'BOLETAS_SOBRANTES', 'NUM_BOLETAS_SOBRANTES'],
  voters: ['TOTAL_PERSONAS_VOTARON', 'PERSONAS_VOTARON', 'TOTAL_CIUDADANOS_VOTARON', 'CIUDADANOS_VOTARON', 'TOTAL_CIUDADANAS_OS_VOTARON'],
  repsVoted: [
    'TOTAL_REP_PARTIDO_CI_VOTARON',
    'REP_PARTIDO_CI_VOTARON',
    'TOTAL_REPRESENTANTES_VOTARON',
    'TOTAL_REP_VOTARON',
    'TOTAL_REP_PP_CI_VOTARON',
  ],
  drawn: ['TOTAL_VOTOS_SACADOS', 'VOTOS_SACADOS', 'NUM_BOLETAS_EXTRAIDAS', 'TOTAL_BOLETAS_EXTRAIDAS', 'TOTAL_VOTOS_SACADOS_URNA'],
  entered: ['TOTAL_VOTOS_ASENTADO', 'TOTAL_VOTOS_ASENTADOS', 'TOTAL_ASENTADO', 'TOTAL_VOTOS_ASENTADO_EN_ACTA'],
  calculated: ['TOTAL_VOTOS_CALCULADO', 'TOTAL_VOTOS_CALCULADOS', 'TOTAL_CALCULADO', 'TOTAL_VOTOS', 'VOTACION_TOTAL', 'TOTAL_VOTACION'],
  list: ['LISTA_NOMINAL', 'LISTA_NOMINAL_CASILLA'],
  reps: ['REPRESENTANTES_PP_CI', 'REPRESENTANTES_PP', 'REP_PP_CI', 'TOTAL_REPRESENTANTES_PP_CI'],
  observations: ['OBSERVACIONES', 'OBSERVACION'],
  counted: ['CONTABILIZADA', 'CONTABILIZADO', 'ACTA_CONTABILIZADA'],
  transfer: ['MECANISMOS_TRASLADO', 'MECANISMO_TRASLADO', 'MECANISMOS_DE_TRASLADO', 'MECANISMO_DE_TRASLADO'],
  hash: ['SHA', 'CODIGO_INTEGRIDAD', 'CODIGO_DE_INTEGRIDAD', 'HASH', 'SHA256', 'SHA_256', 'CRYT'],
  collectedAt: ['FECHA_HORA_ACOPIO', 'FECHA_HORA_DE_ACOPIO', 'HORA_ACOPIO'],
  capturedAt: ['FECHA_HORA_CAPTURA', 'FECHA_HORA_DE_CAPTURA', 'HORA_CAPTURA', 'FECHA_HORA'],
  verifiedAt: ['FECHA_HORA_VERIFICACION', 'FECHA_HORA_DE_VERIFICACION', 'HORA_VERIFICACION', 'FECHA_HORA_REGISTRO', 'HORA_REGISTRO'],
  origin: ['ORIGEN'],
  digitised: ['DIGITALIZACION', 'MEDIO_DIGITALIZACION'],
  document: ['TIPO_DOCUMENTO', 'TIPO_DE_DOCUMENTO'],
  collated: ['COTEJADA', 'COTEJO'],
};

const roles = new Map(Object.entries(names).flatMap(([role, list]) => list.map((name) => [name, role] as const)));

/** What the column of this name means; `unknown` for parties and for what nobody knows. `more` holds what a profile adds. */
export function roleOf(name: string, more: Readonly<Record<string, Role>> = {}): Role {
  const folded = fold(name);
  const given = Object.entries(more).find(([published]) => fold(published) === folded);
  // The keys of `names` are roles by its type; Object.entries forgets it.
  return given?.[1] ?? (roles.get(folded) as Role | undefined) ?? 'unknown';
}

/** Meanings told by words of a name nobody has written before; only for a meaning no column bears by its exact name. */
const wordings: readonly (readonly [words: RegExp, role: Role])[] = [
  [/^(?:CLAVE|CVE)(?:_DE)?(?:_LA)?_CASILLA/, 'key'],
  [/^(?:CLAVE|CVE)(?:_DE)?(?:_EL|_L)?_ACTA/, 'actaKey'],
  [/BOLETAS?(?:_[A-Z]+)?_SOBRANTES|SOBRANTES_(?:DE_)?BOLETAS/, 'leftover'],
  [/REP(?:RESENTANTES|RESENTACIONES)?_.*(?:VOTARON|VOTANTES)/, 'repsVoted'],
  [/(?:PERSONAS|CIUDADAN[A-Z]*|ELECTOR[A-Z]*)_.*(?:VOTARON|VOTANTES)|PERSONAS_VOTANTES/, 'voters'],
  [/(?:VOTOS|VOTACION|BOLETAS)_.*(?:SACAD|EXTRAID)[OA]S/, 'drawn'],
  [/ASENTAD[OA]/, 'entered'],
  [/CALCULAD[OA]/, 'calculated'],
  [/LISTA_NOMINAL|LISTADO_NOMINAL/, 'list'],
  [/^OBSERVACION/, 'observations'],
  [/(?:^|_)CONTABILIZAD[OA]$/, 'counted'],
  [/INTEGRIDAD|(?:^|_)(?:SHA|HASH)(?:_|\d|$)/, 'hash'],
  [/(?:FECHA|HORA)_.*ACOPIO/, 'collectedAt'],
  [/(?:FECHA|HORA)_.*CAPTURA/, 'capturedAt'],
  [/(?:FECHA|HORA)_.*VERIFICACION/, 'verifiedAt'],
  [/^(?:TIPO|CLASE)(?:_DE)?(?:_LA)?_CASILLA$/, 'casillaType'],
  [/^(?:NUM(?:ERO)?_(?:DE_)?)?SECCION(?:_[A-Z]+)?$/, 'section'],
];

/** Meanings of a whole header: by exact names first, then by wording where that leaves a meaning without its column. */
export function rolesOf(header: readonly string[], more: Readonly<Record<string, Role>> = {}): readonly Role[] {
  const exact = header.map((name) => roleOf(name, more));
  const borne = new Set(exact);
  return exact.map((role, i) => {
    const name = fold(header[i] ?? '');
    const worded = role === 'unknown' ? wordings.find(([words, meant]) => !borne.has(meant) && words.test(name))?.[1] : undefined;
    if (worded !== undefined) borne.add(worded);
    return worded ?? role;
  });
}

/** A control or a label whose exact name nobody knows: never a party. */
export const looksLikeControl = (name: string): boolean =>
  /^(?:TOTAL|NUM(?!_VOTOS)|NUMERO|SUMA|BOLETAS|PERSONAS|CIUDADANOS|REPRESENTANTES|REP|FECHA|HORA|ID|TIPO|CLAVE|CVE)_/.test(fold(name)) ||
  /^(?:NUM|NUMERO|FOLIO|CONSECUTIVO|INDICE|CASILLA|DOMICILIO|CALLE|COLONIA|LOCALIDAD|NOMBRE|URL|RUTA|IMAGEN|ESTATUS|UNNAMED|INDEX)(?:_(?!REG)|$)/.test(
    fold(name),
  );

export const isNullVotes = (name: string): boolean => /^(?:(?:TOTAL_|NUM_)?VOTOS?_NULOS?|NULOS?|VN)$/.test(fold(name));
export const isNotRegistered = (name: string): boolean =>
  /^(?:CNR|N_?R|(?:.*_)?NREG|(?:.*_)?NO_REG(?:ISTRAD[OA]S?|ISTRAD[OA]_?[AO]?S?)?(?:_.*)?)$/.test(fold(name));
