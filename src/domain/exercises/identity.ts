import type { ExerciseKind } from './events.ts';

const slugs: Readonly<Record<ExerciseKind, string>> = {
  'functional-test': 'prueba-funcional',
  drill: 'simulacro',
  'extra-drill': 'simulacro-adicional',
  'election-night': 'jornada',
};

/** An exercise is named by what it is, so that nobody names it twice: `ieeh-simulacro-1`, `iec-jornada`. */
export const exerciseIdOf = (opl: string, kind: ExerciseKind, number?: number): string =>
  [opl, slugs[kind], ...(number === undefined ? [] : [String(number)])].join('-');

/** The obligation each exercise fulfils, by the code that both norms give it; a norm that names it otherwise is said in the plan of the exercise. */
export function usualObligation(kind: ExerciseKind, number: number | undefined): string | undefined {
  switch (kind) {
    case 'functional-test':
      return number === 1 ? 'M01' : undefined;
    case 'drill':
      return number === undefined ? undefined : ['M02', 'M03', 'M04'][number - 1];
    case 'election-night':
      return 'M07';
    case 'extra-drill':
      return undefined;
  }
}

/** What every OPL has to run: the functional test, three drills and the night. */
export const usualExercises: readonly { readonly kind: ExerciseKind; readonly number?: number }[] = [
  { kind: 'functional-test', number: 1 },
  { kind: 'drill', number: 1 },
  { kind: 'drill', number: 2 },
  { kind: 'drill', number: 3 },
  { kind: 'election-night' },
];
