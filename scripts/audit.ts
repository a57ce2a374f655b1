import { spawnSync } from 'node:child_process';

export type Audit = { readonly isFaulty: boolean; readonly told: string };

/** What `npm audit --json` answered, in a line. A registry that does not answer, or does not keep advisories, is no fault of the code: it is said, and the build goes on. */
export function judge(answer: string): Audit {
  let read: unknown;
  try {
    read = JSON.parse(answer);
  } catch {
    return { isFaulty: false, told: 'audit: NOT DONE, npm gave no answer (no network?)' };
  }
  const counts = of(of(of(read, 'metadata'), 'vulnerabilities'));
  if (counts === undefined) {
    const why = of(read, 'message');
    return {
      isFaulty: false,
      told: `audit: NOT DONE, the registry does not answer for advisories (${typeof why === 'string' ? why.slice(0, 60) : 'no reason given'})`,
    };
  }
  const [high, critical] = [Number(of(counts, 'high') ?? 0), Number(of(counts, 'critical') ?? 0)];
  const isFaulty = high + critical > 0;
  return {
    isFaulty,
    told: `audit: ${critical} critical and ${high} high among what is delivered${isFaulty ? '; see `npm audit --omit=dev`' : ''}`,
  };
}

const of = (value: unknown, name?: string): unknown => {
  if (typeof value !== 'object' || value === null) return undefined;
  return name === undefined ? value : Object.entries(value).find(([key]) => key === name)?.[1];
};

if (process.argv[1]?.endsWith('audit.ts')) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { isFaulty, told } = judge(stdout ?? '');
  console.log(told);
  process.exitCode = isFaulty ? 1 : 0;
}
