import { describe, expect, it } from 'vitest';
import { must } from '../../core/result.ts';
import { type Answers, computeObligations, type Obligation } from './compute.ts';
import { shippedNorm } from './test-norms.ts';

const norms = { 2016: shippedNorm('anexo13-2016'), 2021: shippedNorm('anexo13-2021') };
type Version = keyof typeof norms;
const plan = (version: Version, jornada: string, answers?: Answers): ReadonlyMap<string, Obligation> =>
  new Map(computeObligations(norms[version], Temporal.PlainDate.from(jornada), answers).map((one) => [one.key, one]));
const find = (from: ReadonlyMap<string, Obligation>, key: string): Obligation => must(from.get(key), `no ${key}`);

/** `codes | due and send for 7 June 2020 | the same for 18 October 2020`; no send date where the norm gives none. */
const dates = `
E01 E02                 | 2019-09-07 2019-09-12 | 2020-01-18 2020-01-23
E04a E06a               | 2019-10-07            | 2020-02-18
E04b E05                | 2019-11-07 2019-11-12 | 2020-03-18 2020-03-23
E06b E08a               | 2019-12-07            | 2020-04-18
E07                     | 2019-12-07 2019-12-12 | 2020-04-18 2020-04-23
E08b E09                | 2020-01-07 2020-01-12 | 2020-05-18 2020-05-23
E10a E11a E12a E13a     | 2020-01-07            | 2020-05-18
E10b E11b E12b E13b     | 2020-02-07 2020-02-12 | 2020-06-18 2020-06-23
E14 E15a                | 2020-02-07            | 2020-06-18
E15b                    | 2020-03-07 2020-03-12 | 2020-07-18 2020-07-23
E16a                    | 2020-03-07            | 2020-07-18
E17a E18a E19a E20a     | 2020-03-23            | 2020-08-03
E16b E17b E18b E19b E20b | 2020-04-07 2020-04-12 | 2020-08-18 2020-08-23
M01                     | 2020-04-23            | 2020-09-03
E21                     | 2020-04-18            | 2020-08-29
E22                     | 2020-04-20            | 2020-08-31
E23                     | 2020-04-28            | 2020-09-08
E26a                    | 2020-05-14            | 2020-09-24
M02                     | 2020-05-17            | 2020-09-27
M03                     | 2020-05-24            | 2020-10-04
M04                     | 2020-05-31            | 2020-10-11
E24 E25 E26b            | 2020-06-02            | 2020-10-13
E27                     | 2020-06-06            | 2020-10-17
M05 M06                 | 2020-06-07            | 2020-10-18
M07                     | 2020-06-08            | 2020-10-19
E28                     | 2020-06-13            | 2020-10-24
E29 E30 E31             | 2020-07-07            | 2020-11-17
`;
const fixtures = dates
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [codes = '', june = '', october = ''] = line.split('|').map((part) => part.trim());
    return codes.split(/\s+/).flatMap((code) =>
      ([2016, 2021] as const).flatMap((version) => [
        { code, version, jornada: '2020-06-07', expected: june },
        { code, version, jornada: '2020-10-18', expected: october },
      ]),
    );
  });

describe('the plan of the process 2019-2020', () => {
  it.each(fixtures)('$code of the norm of $version, for $jornada: $expected', ({ code, version, jornada, expected }) => {
    const { due, sendBy } = find(plan(version, jornada), code);
    expect([due, sendBy].filter((date) => date !== undefined).join(' ')).toBe(expected);
  });

  it('has a fixture for every row but E03 and E32, which have tests of their own', () => {
    const fixed = new Set(fixtures.map((one) => one.code));
    expect(norms[2021].rows.map((row) => row.code as string).filter((code) => !fixed.has(code))).toEqual(['E03', 'E32']);
  });

  it('gives the COTAPREP until 30 days after election day in 2016, and the 24 days of one calendar in 2021', () => {
    expect(find(plan(2016, '2020-10-18'), 'E32').due).toBe('2020-11-17');
    expect(find(plan(2021, '2020-10-18'), 'E32').due).toBe('2020-11-11');
  });

  it('opens the window of the drills 30 days before election day in 2016', () => {
    for (const code of ['M02', 'M03', 'M04']) {
      expect(find(plan(2016, '2020-06-07'), code).window).toEqual({ from: '2020-05-08' });
      expect(find(plan(2016, '2020-10-18'), code).window).toEqual({ from: '2020-09-18' });
      expect(find(plan(2021, '2020-10-18'), code)).not.toHaveProperty('window');
    }
  });

  it('asks for nine monthly reports, each by the 5th of the next month and the last by the eve of election day', () => {
    const reports = (jornada: string) => [...plan(2016, jornada).values()].filter((one) => one.code === 'E03');
    expect(reports('2020-06-07').map((one) => `${one.key} ${one.due}`)).toEqual([
      'E03@2019-09 2019-10-05',
      'E03@2019-10 2019-11-05',
      'E03@2019-11 2019-12-05',
      'E03@2019-12 2020-01-05',
      'E03@2020-01 2020-02-05',
      'E03@2020-02 2020-03-05',
      'E03@2020-03 2020-04-05',
      'E03@2020-04 2020-05-05',
      'E03@2020-05 2020-06-06',
    ]);
    expect(reports('2020-10-18').map((one) => one.period)).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2020-${month}`),
    );
    expect(reports('2020-06-07')[3]?.title).toEqual({
      es: 'Informe mensual de avance, diciembre de 2019',
      en: 'Monthly progress report, December 2019',
    });
  });
});

describe('the calendar of 2027 from which the rules were computed', () => {
  const jornada = Temporal.PlainDate.from('2027-06-06');
  const computed = plan(2021, '2027-06-06');
  const daysFromJornada = (date: string) => jornada.until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days;

  it.each([
    ['E01', -268],
    ['E02', -268],
    ['E03@2027-05', -1],
    ['E24', -5],
    ['E25', -5],
    ['E26a', -24],
    ['E26b', -5],
    ['E27', -1],
    ['E28', 6],
    ['E29', 30],
    ['E30', 30],
    ['E31', 30],
    ['E32', 24],
    ['M01', -45],
    ['M02', -21],
  ])('%s comes out %i days from election day, as in it', (key, days) => {
    const one = find(computed, key);
    expect(daysFromJornada(one.sendBy ?? one.due)).toBe(days);
  });

  it('put the test one day earlier than the rule asks, and so E21, E22 and E23: −51, −49, −41 there; −50, −48, −40 here', () => {
    const ours = ['E21', 'E22', 'E23'].map((key) => daysFromJornada(find(computed, key).due));
    expect(ours).toEqual([-50, -48, -40]);
    const theirs = ours.map((days) => days - (46 - 45));
    expect(theirs).toEqual([-51, -49, -41]);
  });

  it('has 54 dated deliverables, and 7 milestones beside them', () => {
    const all = [...computed.values()];
    expect(all.filter((one) => one.kind === 'deliverable')).toHaveLength(54);
    expect(all.filter((one) => one.kind === 'milestone').map((one) => one.key)).toEqual(['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07']);
  });
});

describe('what is said of an obligation', () => {
  const june = plan(2021, '2020-06-07');

  it('E14 explains its date: four months before, by the calendar', () => {
    expect(find(june, 'E14').explanation).toEqual({
      rule: { es: 'A más tardar 4 meses antes de la jornada', en: 'No later than 4 months before election day' },
      inputs: [{ name: { es: 'Jornada electoral', en: 'Election day' }, value: '2020-06-07' }],
      steps: [
        { text: { es: 'Jornada electoral', en: 'Election day' }, result: '2020-06-07' },
        { text: { es: '4 meses de calendario antes', en: '4 months before, by the calendar' }, result: '2020-02-07' },
      ],
      citation: 'Anexo 13 (texto con INE/CG1690/2021), numeral 33, inciso 14; Reglamento de Elecciones, art. 347 (artículo por confirmar)',
      confirmation: 'computed',
    });
  });

  it('E23 shows the date of the test it counts from', () => {
    const { steps, inputs } = find(june, 'E23').explanation;
    expect(steps.map((step) => `${step.text.es}: ${step.result}`)).toEqual([
      'Jornada electoral: 2020-06-07',
      '45 días antes: 2020-04-23',
      '5 días después de M01: 2020-04-28',
    ]);
    expect(inputs.at(-1)).toEqual({ name: { es: 'Fecha de M01', en: 'Date of M01' }, value: '2020-04-23' });
  });

  it.each([
    ['E01', 'A más tardar 9 meses antes de la jornada; enviarse al INE dentro de los 5 días siguientes'],
    ['E17a', 'A más tardar 2 meses y 15 días antes de la jornada'],
    ['E27', 'A más tardar 1 día antes de la jornada'],
    ['E31', 'A más tardar 30 días después de la jornada'],
    ['E21', 'A más tardar 5 días antes de M01'],
    ['M02', 'El domingo número 3 antes de la jornada, contando hacia atrás'],
    ['M04', 'El último domingo antes de la jornada'],
    ['M06', 'El día de la jornada'],
    [
      'E03@2019-12',
      'Cada mes, a más tardar el día 5 del mes siguiente; el primero, sobre el mes de la fecha que cae 9 meses antes de la jornada; el último, a más tardar 1 día antes de la jornada',
    ],
  ])('%s says its rule as a sentence', (key, rule) => {
    expect(find(june, key).explanation.rule.es).toBe(rule);
  });

  it('a final text has its draft, and the time since that draft, before it', () => {
    expect(find(june, 'E10a').draftOf).toBe('E10b');
    expect(find(june, 'E10b')).toMatchObject({ window: { from: '2020-01-07' }, dependsOn: ['E07', 'E10a'] });
  });

  it('a month without that day gives its last one, and says so', () => {
    const june30 = find(plan(2021, '2024-06-30'), 'E14');
    expect(june30.due).toBe('2024-02-29');
    expect(june30.explanation.caution?.es).toBe('En febrero no hay día 30: se toma el último, el 29.');
  });

  it('an election day that is not a Sunday is allowed, and said in every explanation', () => {
    const all = [...plan(2021, '2020-06-10').values()];
    expect(all).toHaveLength(61);
    for (const one of all) expect(one.explanation.caution?.es).toContain('La jornada cae en miércoles y no en domingo');
    expect(find(june, 'E14').explanation).not.toHaveProperty('caution');
  });

  it('a deliverable due on a weekend is not moved, and says so; a drill on a Sunday needs no word', () => {
    const sunday = find(june, 'E03@2019-12');
    expect(Temporal.PlainDate.from(sunday.due).dayOfWeek).toBe(7);
    expect(sunday.explanation.caution?.es).toContain('Vence en domingo y no se recorre');
    expect(find(june, 'M02').explanation).not.toHaveProperty('caution');
  });
});

describe('conditions', () => {
  it('without an answer a row stays, with its condition and the decision it hangs on', () => {
    expect(find(plan(2021, '2020-06-07'), 'E10b').condition).toEqual({
      id: 'tercero',
      text: expect.objectContaining({ es: 'El PREP se implementa u opera con apoyo de un tercero' }),
      dependsOn: 'E07',
    });
  });

  it('answered with no, a row is left out, and nothing depends on it any more', () => {
    const alone = plan(2021, '2020-06-07', { tercero: false, difusores: false });
    expect([...plan(2021, '2020-06-07').keys()].filter((key) => !alone.has(key))).toEqual(['E10a', 'E10b', 'E25']);
    expect(find(alone, 'M02').dependsOn).toEqual(['M01']);
  });

  it('answered with yes, all rows stay', () => {
    expect(plan(2021, '2020-06-07', { tercero: true, ccv: true, difusores: true }).size).toBe(61);
  });

  it('E24 asks for the agreements with disseminators, or for the document that there are none', () => {
    const title = (answers?: Answers) => find(plan(2021, '2020-06-07', answers), 'E24').title.es;
    expect(title()).toContain('o documento de que sólo el OPL publica');
    expect(title({ difusores: true })).toBe('Convocatoria o invitación a difusores y su formalización');
    expect(title({ difusores: false })).toBe('Documento de que sólo el OPL publica los resultados');
  });

  it('E12b names the CCV only where they are used or it is not known', () => {
    const title = (answers?: Answers) => find(plan(2021, '2020-06-07', answers), 'E12b').title.es;
    expect(title({ ccv: false })).not.toContain('CCV');
    expect(title({ ccv: true })).toContain('CCV');
    expect(title()).toContain('CCV');
  });
});

describe('how well each row is confirmed', () => {
  const by = (version: Version, confirmation: string) =>
    norms[version].rows.filter((row) => row.confirmation === confirmation).map((row) => row.code as string);

  it('2016: to be confirmed, save where a source of the time gives it', () => {
    expect(by(2016, 'seen')).toEqual(['M07']);
    expect(by(2016, 'computed')).toEqual(['E08b', 'M02', 'M03', 'M04']);
    expect(by(2016, 'to-confirm')).toHaveLength(48);
  });

  it('2021: computed from one calendar, save what was read or is only known', () => {
    expect(by(2021, 'seen')).toEqual(['E04b', 'M02', 'M03', 'M04', 'M05']);
    expect(by(2021, 'to-confirm')).toEqual(['M06', 'M07']);
    expect(by(2021, 'computed')).toHaveLength(46);
  });
});
