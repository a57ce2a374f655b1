import { describe, expect, it } from 'vitest';
import { idPattern } from './ids.ts';
import { must } from './result.ts';
import { entities, entityById, offsetOn, zoneOf } from './zones.ts';

const offset = (id: string, date: string, municipality?: string) =>
  offsetOn(zoneOf(must(entityById(id), id), municipality), Temporal.PlainDate.from(date));

describe('the 32 entities', () => {
  it('are numbered 1 to 32 in order, each with its own id', () => {
    expect(entities.map((one) => one.number)).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
    expect(new Set(entities.map((one) => one.id)).size).toBe(32);
    for (const one of entities) expect(one.id).toMatch(idPattern);
  });

  it('have the numbers and names the INE gives them', () => {
    const named = (id: string) => [entityById(id)?.number, entityById(id)?.official, entityById(id)?.name.en];
    expect(named('coahuila')).toEqual([5, 'Coahuila de Zaragoza', 'Coahuila']);
    expect(named('chiapas')).toEqual([7, 'Chiapas', 'Chiapas']);
    expect(named('ciudad-de-mexico')).toEqual([9, 'Ciudad de México', 'Mexico City']);
    expect(named('hidalgo')).toEqual([13, 'Hidalgo', 'Hidalgo']);
    expect(named('mexico')).toEqual([15, 'México', 'State of Mexico']);
    expect(named('zacatecas')[0]).toBe(32);
    expect(entityById('atlantida')).toBeUndefined();
  });

  it('follow zones that the platform knows, exceptions included', () => {
    for (const one of entities)
      for (const zone of [one.zone, ...one.exceptions.map((exception) => exception.zone)])
        expect(offsetOn(zone, Temporal.PlainDate.from('2020-06-07'))).toMatch(/^-0[5-8]:00$/);
  });
});

describe('the hour in each place', () => {
  it.each([
    ['ciudad-de-mexico', undefined, '2020-06-07', '-05:00'],
    ['ciudad-de-mexico', undefined, '2024-06-02', '-06:00'],
    ['hidalgo', undefined, '2020-10-18', '-05:00'],
    ['coahuila', undefined, '2020-10-18', '-05:00'],
    ['coahuila', undefined, '2024-06-02', '-06:00'],
    ['coahuila', 'Piedras Negras', '2024-06-02', '-05:00'],
    ['nuevo-leon', undefined, '2024-06-02', '-06:00'],
    ['nuevo-leon', 'Anáhuac', '2024-06-02', '-05:00'],
    ['tamaulipas', undefined, '2024-06-02', '-06:00'],
    ['tamaulipas', 'Nuevo Laredo', '2024-06-02', '-05:00'],
    ['tamaulipas', 'nuevo laredo ', '2024-06-02', '-05:00'],
    ['durango', undefined, '2024-06-02', '-06:00'],
    ['sonora', undefined, '2020-06-07', '-07:00'],
    ['sonora', undefined, '2024-06-02', '-07:00'],
    ['quintana-roo', undefined, '2020-06-07', '-05:00'],
    ['quintana-roo', undefined, '2024-06-02', '-05:00'],
    ['baja-california', 'Tijuana', '2024-06-02', '-07:00'],
    ['baja-california', 'Tijuana', '2024-12-01', '-08:00'],
    ['baja-california-sur', undefined, '2020-06-07', '-06:00'],
    ['baja-california-sur', undefined, '2024-06-02', '-07:00'],
    ['nayarit', undefined, '2024-06-02', '-07:00'],
    ['nayarit', 'Bahía de Banderas', '2024-06-02', '-06:00'],
    ['nayarit', 'BAHIA DE BANDERAS', '2024-06-02', '-06:00'],
    ['sinaloa', undefined, '2024-06-02', '-07:00'],
    ['chihuahua', undefined, '2022-06-05', '-06:00'],
    ['chihuahua', undefined, '2022-01-15', '-07:00'],
    ['chihuahua', undefined, '2023-01-15', '-06:00'],
    ['chihuahua', undefined, '2024-06-02', '-06:00'],
    ['chihuahua', 'Juárez', '2022-11-15', '-06:00'],
    ['chihuahua', 'Juárez', '2022-12-15', '-07:00'],
    ['chihuahua', 'Juárez', '2024-06-02', '-06:00'],
    ['chihuahua', 'Ojinaga', '2022-12-15', '-06:00'],
    ['chihuahua', 'Ojinaga', '2024-06-02', '-05:00'],
    ['yucatan', undefined, '2020-06-07', '-05:00'],
    ['campeche', undefined, '2024-06-02', '-06:00'],
  ])('%s %s on %s: %s', (id, municipality, date, expected) => {
    expect(offset(id, date, municipality)).toBe(expected);
  });

  it('seasonal time ended on 30 October 2022, except on the northern border', () => {
    const summerOffsets = (year: number) =>
      entities.filter((one) => offset(one.id, `${year}-06-02`) !== offset(one.id, `${year}-12-02`)).map((one) => one.id);
    expect(summerOffsets(2021)).toHaveLength(30);
    expect(summerOffsets(2023)).toEqual(['baja-california']);
    expect(offset('ciudad-de-mexico', '2022-10-29')).toBe('-05:00');
    expect(offset('ciudad-de-mexico', '2022-10-30')).toBe('-06:00');
  });

  it('a homonym in another entity is no exception there', () => {
    expect(zoneOf(must(entityById('guerrero'), 'guerrero'), 'Acapulco')).toBe('America/Mexico_City');
    expect(zoneOf(must(entityById('chihuahua'), 'chihuahua'), 'Guerrero')).toBe('America/Chihuahua');
    expect(zoneOf(must(entityById('tamaulipas'), 'tamaulipas'), 'Guerrero')).toBe('America/Matamoros');
  });
});
