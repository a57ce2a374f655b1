import type { Bilingual } from './words.ts';

/** Municipalities whose clocks do not follow those of their entity's capital. */
export type ZoneException = { readonly zone: string; readonly municipalities: readonly string[]; readonly why: Bilingual };

export type Entity = {
  readonly id: string;
  /** The number the INE gives the entity, 1 to 32: alphabetical by official name, with Chiapas and Chihuahua after Colima. */
  readonly number: number;
  readonly name: Bilingual;
  /** The full name, in Spanish. */
  readonly official: string;
  /** IANA zone of the capital. */
  readonly zone: string;
  readonly exceptions: readonly ZoneException[];
};

const central = 'America/Mexico_City';
const northEast = 'America/Monterrey';
const south = 'America/Merida';
const pacific = 'America/Mazatlan';

const borderWithTexas: Bilingual = {
  es: 'Frontera norte: conserva el horario estacional, con las fechas de Estados Unidos (Ley de los Husos Horarios, DOF 28 oct 2022).',
  en: 'Northern border: keeps seasonal time, on the dates of the United States (Time Zones Act, DOF 28 Oct 2022).',
};
const borderOfChihuahua: Bilingual = {
  es: 'Frontera de Chihuahua: horario estacional con las fechas de Estados Unidos; zona propia desde el 30 de noviembre de 2022.',
  en: 'Border of Chihuahua: seasonal time on the dates of the United States; a zone of its own since 30 November 2022.',
};
const bayOfBanderas: Bilingual = {
  es: 'Sigue la hora de la zona Centro, la de Puerto Vallarta, y no la del resto de Nayarit, desde 2010.',
  en: 'Follows Central time, that of Puerto Vallarta, and not that of the rest of Nayarit, since 2010.',
};

const matamoros = (...municipalities: readonly string[]): ZoneException => ({
  zone: 'America/Matamoros',
  municipalities,
  why: borderWithTexas,
});

const same = (name: string): Bilingual => ({ es: name, en: name });
const entity = (
  number: number,
  id: string,
  name: Bilingual | string,
  zone: string,
  more: { readonly official?: string; readonly exceptions?: readonly ZoneException[] } = {},
): Entity => {
  const names = typeof name === 'string' ? same(name) : name;
  return { id, number, name: names, official: more.official ?? names.es, zone, exceptions: more.exceptions ?? [] };
};

/**
 * The 32 entities in the INE's order. Seasonal time ended on 30 October 2022 except on the northern border; Quintana Roo
 * has had none since 1 February 2015, nor Sonora since 1999. The zone database knows when each change took place; this
 * table only says which zone each place follows, with the municipalities of the Act of 2022 (before it, the border strip
 * had fewer: for those, dates before 2022 may be off by an hour between March and April and between October and November).
 */
export const entities: readonly Entity[] = [
  entity(1, 'aguascalientes', 'Aguascalientes', central),
  // The whole state follows Tijuana and keeps seasonal time with California.
  entity(2, 'baja-california', 'Baja California', 'America/Tijuana'),
  entity(3, 'baja-california-sur', 'Baja California Sur', pacific),
  entity(4, 'campeche', 'Campeche', south),
  entity(5, 'coahuila', 'Coahuila', northEast, {
    official: 'Coahuila de Zaragoza',
    exceptions: [
      matamoros(
        'Acuña',
        'Allende',
        'Guerrero',
        'Hidalgo',
        'Jiménez',
        'Morelos',
        'Nava',
        'Ocampo',
        'Piedras Negras',
        'Villa Unión',
        'Zaragoza',
      ),
    ],
  }),
  entity(6, 'colima', 'Colima', central),
  entity(7, 'chiapas', 'Chiapas', central),
  entity(8, 'chihuahua', 'Chihuahua', 'America/Chihuahua', {
    exceptions: [
      {
        zone: 'America/Ciudad_Juarez',
        municipalities: ['Ascensión', 'Guadalupe', 'Janos', 'Juárez', 'Praxedis G. Guerrero'],
        why: borderOfChihuahua,
      },
      { zone: 'America/Ojinaga', municipalities: ['Coyame del Sotol', 'Manuel Benavides', 'Ojinaga'], why: borderOfChihuahua },
    ],
  }),
  entity(9, 'ciudad-de-mexico', { es: 'Ciudad de México', en: 'Mexico City' }, central),
  entity(10, 'durango', 'Durango', northEast),
  entity(11, 'guanajuato', 'Guanajuato', central),
  entity(12, 'guerrero', 'Guerrero', central),
  entity(13, 'hidalgo', 'Hidalgo', central),
  entity(14, 'jalisco', 'Jalisco', central),
  entity(15, 'mexico', { es: 'Estado de México', en: 'State of Mexico' }, central, { official: 'México' }),
  entity(16, 'michoacan', 'Michoacán', central, { official: 'Michoacán de Ocampo' }),
  entity(17, 'morelos', 'Morelos', central),
  entity(18, 'nayarit', 'Nayarit', pacific, {
    exceptions: [{ zone: 'America/Bahia_Banderas', municipalities: ['Bahía de Banderas'], why: bayOfBanderas }],
  }),
  entity(19, 'nuevo-leon', 'Nuevo León', northEast, { exceptions: [matamoros('Anáhuac')] }),
  entity(20, 'oaxaca', 'Oaxaca', central),
  entity(21, 'puebla', 'Puebla', central),
  entity(22, 'queretaro', 'Querétaro', central),
  entity(23, 'quintana-roo', 'Quintana Roo', 'America/Cancun'),
  entity(24, 'san-luis-potosi', 'San Luis Potosí', central),
  entity(25, 'sinaloa', 'Sinaloa', pacific),
  entity(26, 'sonora', 'Sonora', 'America/Hermosillo'),
  entity(27, 'tabasco', 'Tabasco', central),
  entity(28, 'tamaulipas', 'Tamaulipas', northEast, {
    exceptions: [
      matamoros(
        'Camargo',
        'Guerrero',
        'Gustavo Díaz Ordaz',
        'Matamoros',
        'Mier',
        'Miguel Alemán',
        'Nuevo Laredo',
        'Reynosa',
        'Río Bravo',
        'Valle Hermoso',
      ),
    ],
  }),
  entity(29, 'tlaxcala', 'Tlaxcala', central),
  entity(30, 'veracruz', 'Veracruz', central, { official: 'Veracruz de Ignacio de la Llave' }),
  entity(31, 'yucatan', 'Yucatán', south),
  entity(32, 'zacatecas', 'Zacatecas', central),
];

export const entityById = (id: string): Entity | undefined => entities.find((one) => one.id === id);

/**
 * The IANA zone of a municipality; that of the capital when none is named or it is no exception. Names are compared
 * without accents or capitals. Tamaulipas' capital is Ciudad Victoria, which follows Monterrey.
 */
export function zoneOf(place: Entity, municipality?: string): string {
  if (municipality === undefined) return place.zone;
  const sought = plainName(municipality);
  const exception = place.exceptions.find((one) => one.municipalities.some((name) => plainName(name) === sought));
  return exception?.zone ?? place.zone;
}

/** `±HH:MM` from UTC in `zone` at a local date and time (noon when absent). */
export const offsetOn = (zone: string, date: Temporal.PlainDate, time: Temporal.PlainTime = new Temporal.PlainTime(12)): string =>
  date.toZonedDateTime({ timeZone: zone, plainTime: time }).offset;

const plainName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
