import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
};

/**
 * What axe objects to in the page as it is seen now, with where: by WCAG 2.2 A and AA and by its own best practices, or only by the rules
 * named. It is put into the page once and asked as often as the page is looked at in another light or width; `leaveOut` names what
 * repeats what is read already.
 */
export async function objections(
  page: Page,
  { only, also = [], leaveOut }: { readonly only?: readonly string[]; readonly also?: readonly string[]; readonly leaveOut?: string } = {},
): Promise<readonly { readonly id: string; readonly nodes: readonly string[] }[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = {
    resultTypes: ['violations'],
    ...(only ? { runOnly: { type: 'rule', values: only } } : {}),
    rules: Object.fromEntries(['target-size', ...also].map((rule) => [rule, { enabled: true }])),
  };
  const context = leaveOut === undefined ? {} : { exclude: [[leaveOut]] };
  const violations = await page.evaluate(
    async ([where, how]) => {
      const { axe } = window as unknown as { axe: { run: (where: unknown, how: unknown) => Promise<{ violations: Violation[] }> } }; // put there above
      return (await axe.run('exclude' in where ? where : document, how)).violations;
    },
    [context, options] as const,
  );
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
}
