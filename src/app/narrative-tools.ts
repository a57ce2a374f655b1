import type { NarrativeTools } from '../domain/narratives/routes.tsx';
import { reportKind } from '../domain/reports/events.ts';
import { keepReports } from '../domain/reports/kept-reports.ts';
import { blocksUnder } from '../domain/reports/report.ts';
import { editionsOf, standingInformes, textSectionsOf } from '../domain/reports/views.ts';
import { kindWords } from '../domain/reports/words.ts';
import type { App } from './app.ts';
import type { createRenderers } from './documents.ts';
import type { OpenWorld } from './site.tsx';

const kindOf = (informe: string) => standingInformes.find((kind) => kind === reportKind.safeParse(informe).data);

/** What the texts of an informe ask of the informe itself, and of the place where drafts are kept. */
export function narrativeTools(app: App, renderers: ReturnType<typeof createRenderers>): NarrativeTools<OpenWorld> {
  const made = keepReports();
  return {
    drafts: app.drafts,
    html: renderers.blocks,
    prepared: (world, informe, cutoff) => {
      const kind = kindOf(informe);
      if (!kind) return undefined;
      const [frozen] = editionsOf(world.reports, kind, cutoff);
      const sections = textSectionsOf(kind);
      return { name: kindWords[kind], sections, ...(frozen ? { frozen: { edition: frozen.edition, on: frozen.frozenOn } } : {}) };
    },
    figures: async (visit, { informe, cutoff, section }) => {
      const kind = kindOf(informe);
      // Of a cut-off to come there are no figures yet: those of the day are what the writer can look at.
      const day = cutoff > visit.day ? visit.day : cutoff;
      const { lang, position, root } = visit;
      const look = visit.worldOn;
      const document = kind && (await made(visit.world.process.id, look, { kind, lang, cutoff: day, position, root }));
      return document && blocksUnder(document, section);
    },
  };
}
