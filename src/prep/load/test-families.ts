/** The columns of one publisher and year, as published; `votes` stand between `before` and `after`. */
export type Family = {
  readonly file: string;
  readonly title: string;
  readonly election: string;
  readonly before: readonly string[];
  readonly votes: readonly string[];
  readonly after: readonly string[];
};

const list = (text: string): readonly string[] => text.trim().split(/\s+/);
export const controls = list('TOTAL_BOLETAS_SOBRANTES TOTAL_PERSONAS_VOTARON TOTAL_REP_PARTIDO_CI_VOTARON TOTAL_VOTOS_SACADOS');
const ends = list(
  'TOTAL_VOTOS_ASENTADO TOTAL_VOTOS_CALCULADO LISTA_NOMINAL REPRESENTANTES_PP_CI OBSERVACIONES CONTABILIZADA MECANISMOS_TRASLADO',
);
const stamps = list('FECHA_HORA_ACOPIO FECHA_HORA_CAPTURA FECHA_HORA_VERIFICACION ORIGEN DIGITALIZACION TIPO_DOCUMENTO');
const casilla = list('SECCION ID_CASILLA TIPO_CASILLA EXT_CONTIGUA UBICACION_CASILLA TIPO_ACTA');
const keys = list('CLAVE_CASILLA CLAVE_ACTA');

/** Headers as federal and local publishers wrote them from 2018 to 2024, and their extremes. */
export const families: Readonly<Record<string, Family>> = {
  'INE 2018': {
    file: 'presidencia.csv',
    title: 'Elección de la Presidencia de la República',
    election: 'PRES',
    before: [...keys, ...list('ID_ESTADO ESTADO ID_DISTRITO DISTRITO'), ...casilla, ...controls],
    votes: [
      ...list('PAN PRI PRD PVEM PT MOVIMIENTO_CIUDADANO NUEVA_ALIANZA MORENA ENCUENTRO_SOCIAL C_PAN_PRD_MC C_PAN_PRD C_PAN_MC C_PRD_MC'),
      ...list(
        'C_PRI_PVEM_NA C_PRI_PVEM C_PRI_NA C_PVEM_NA C_PT_MORENA_PES C_PT_MORENA C_PT_PES C_MORENA_PES CAND_IND_1 CAND_IND_2 CNR NULOS',
      ),
    ],
    after: [...ends, 'SHA', ...stamps],
  },
  'INE 2021': {
    file: '20210606_2000_PREP_Diputaciones.csv',
    title: 'DIPUTACIONES FEDERALES',
    election: 'DIP_FED',
    before: [...keys, ...list('ID_ESTADO ESTADO ID_DISTRITO DISTRITO'), ...casilla, ...controls],
    votes: list(
      'PAN PRI PRD PVEM PT MC MORENA PES RSP FXM CI PAN-PRI-PRD PAN-PRI PAN-PRD PRI-PRD PVEM-PT-MORENA PVEM-PT PVEM-MORENA PT-MORENA NO_REGISTRADAS NULOS',
    ),
    after: [...ends, 'SHA', ...stamps],
  },
  'INE 2024': {
    file: 'PRES_2024.csv',
    title: 'PRESIDENCIA DE LOS ESTADOS UNIDOS MEXICANOS',
    election: 'PRES',
    before: [...keys, ...list('ID_ENTIDAD ENTIDAD ID_DISTRITO_FEDERAL DISTRITO_FEDERAL'), ...casilla, ...controls],
    votes: list(
      'PAN PRI PRD PVEM PT MC MORENA PAN_PRI_PRD PAN_PRI PAN_PRD PRI_PRD PVEM_PT_MORENA PVEM_PT PVEM_MORENA PT_MORENA NO_REGISTRADAS NULOS',
    ),
    after: [...ends, 'CODIGO_INTEGRIDAD', ...stamps, 'COTEJADA'],
  },
  'Ciudad de México': {
    file: 'CDMX_ALC_2024.csv',
    title: 'ALCALDÍAS',
    election: 'ALC',
    before: [...keys, ...list('ID_ENTIDAD ENTIDAD ID_ALCALDIA ALCALDIA'), ...casilla, ...controls],
    votes: ['PAN', 'PRI', 'PRD', 'CC_PVEM_PT_MORENA', 'C_PAN_PRI', 'CI1', 'CI2', 'CANDIDATO/A NO REGISTRADO/A', 'VOTOS NULOS'],
    after: [...ends, 'CODIGO_INTEGRIDAD', ...stamps],
  },
  'one party and no others': {
    file: 'OAX_AYUN_2022.csv',
    title: 'AYUNTAMIENTOS',
    election: 'AYUN',
    before: [...keys, ...list('ID_ESTADO ESTADO ID_MUNICIPIO MUNICIPIO'), ...casilla, ...controls],
    votes: ['PAN'],
    after: [...ends, 'SHA', ...stamps],
  },
  '74 vote columns, some of one name': {
    file: 'JAL_MUN_2021.csv',
    title: 'MUNÍCIPES',
    election: 'AYUN',
    before: [...keys, ...list('ID_ESTADO ESTADO ID_DISTRITO_LOCAL DISTRITO_LOCAL ID_MUNICIPIO MUNICIPIO'), ...casilla, ...controls],
    votes: [...Array.from({ length: 72 }, (_, i) => `P${i}`), 'CNR', 'VN'],
    after: [...ends, 'SHA', ...stamps],
  },
  'no votes drawn, accents and blanks in names': {
    file: 'datos.csv',
    title: 'Gubernatura del Estado',
    election: 'GUB',
    before: ['CLAVE CASILLA', 'CLAVE ACTA', 'ID ENTIDAD', 'ENTIDAD', 'SECCIÓN', 'ID CASILLA', 'TIPO CASILLA', 'EXT CONTIGUA', 'TIPO ACTA'],
    votes: ['PAN', 'PRI', 'MORENA', 'NO_REGISTRADOS', 'VN'],
    after: ['TOTAL_VOTOS', 'LISTA_NOMINAL', 'OBSERVACIONES', 'CONTABILIZADA', 'CÓDIGO_INTEGRIDAD', 'FECHA_HORA_CAPTURA'],
  },
};
