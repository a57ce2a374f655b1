import { asId } from '../core/ids.ts';
import { agendaRoutes, type GroupTools } from '../domain/agenda/routes.tsx';
import { riskColumn, riskPanels } from '../domain/alerts/pages.tsx';
import { alertRoutes } from '../domain/alerts/routes.tsx';
import { boardRoutes } from '../domain/board/routes.tsx';
import { commitmentRoutes } from '../domain/commitments/routes.tsx';
import { monthlyPanel } from '../domain/deliverables/monthly-page.tsx';
import { observationsPanel } from '../domain/deliverables/opl-page.tsx';
import { deliverablesRoutes } from '../domain/deliverables/routes.tsx';
import { versionsPanel } from '../domain/deliverables/versions-page.tsx';
import { exercisesPanels } from '../domain/exercises/opl-page.tsx';
import { exercisesRoutes } from '../domain/exercises/routes.tsx';
import { ConversationPanel } from '../domain/forum/list-page.tsx';
import { type ForumTools, forumRoutes } from '../domain/forum/routes.tsx';
import { keysRoutes } from '../domain/keys/routes.tsx';
import { meetingsRoutes } from '../domain/meetings/routes.tsx';
import { type MinutesTools, minutesRoutes } from '../domain/minutes/routes.tsx';
import { narrativeRoutes } from '../domain/narratives/routes.tsx';
import type { Accounts } from '../domain/people/accounts.ts';
import { officesPanel } from '../domain/people/opl-page.tsx';
import { peopleRoutes } from '../domain/people/routes.tsx';
import { bulkRoutes } from '../domain/plan/bulk-routes.tsx';
import type { OplPanels } from '../domain/plan/opl-page.tsx';
import { replanRoutes } from '../domain/plan/replan-routes.tsx';
import { planRoutes } from '../domain/plan/routes.tsx';
import { probesRoutes } from '../domain/probes/routes.tsx';
import { ServicePanel } from '../domain/probes/service-page.tsx';
import { type ReceiptTools, receiptRoutes } from '../domain/receipts/routes.tsx';
import { type Renderers, reportRoutes } from '../domain/reports/routes.tsx';
import { systemsRoutes } from '../domain/systems/routes.tsx';
import { findingsPanel } from '../domain/verifications/opl-page.tsx';
import { verificationRoutes } from '../domain/verifications/routes.tsx';
import { webhooksRoutes } from '../domain/webhooks/routes.tsx';
import { witnessesRoutes } from '../domain/witnesses/routes.tsx';
import type { Route } from '../web/visit.ts';
import { accountRoutes } from './account/account-routes.tsx';
import { personRoutes } from './account/person-routes.tsx';
import { actsRoutes } from './acts-routes.tsx';
import { processApiRoutes, siteApiRoutes } from './api.ts';
import type { App } from './app.ts';
import { chainOf } from './chain.ts';
import { checkpointText } from './checkpoint-text.ts';
import { createRenderers } from './documents.ts';
import { readStored, storedSheet, storedText } from './file-intake.ts';
import { deliveriesOf } from './invitations.ts';
import { learningRoutes } from './learning-routes.tsx';
import { sealOf, verifyLog } from './log-check.ts';
import { logRoutes } from './log-routes.tsx';
import { digestRoutes, outboxRoutes } from './mail-routes.tsx';
import { manualRoutes } from './manual-routes.tsx';
import { narrativeTools } from './narrative-tools.ts';
import { portalRoutes } from './portal/portal-routes.tsx';
import { readAnswers } from './probe-answers.ts';
import { settleSystems, systemMatters } from './replan.ts';
import { searchRoutes } from './search/search-routes.tsx';
import { homeRoutes, type OpenWorld } from './site.tsx';
import { nameSubject, subjectsToChoose } from './subjects.ts';
import { verificationTools } from './verification-tools.ts';
import { createWebhookSecrets } from './webhooks.ts';
import type { World } from './world.ts';
import { newSecret } from './write-keys.ts';

/** Addresses that belong to no process: entering, administration, the list of processes, the API's description. */
export const siteRoutes = (app: App, accounts: Accounts, seen: Parameters<typeof peopleRoutes>[1]): readonly Route<World>[] => [
  ...homeRoutes,
  ...peopleRoutes(accounts, seen),
  ...accountRoutes(app, seen),
  ...personRoutes(app, seen),
  ...actsRoutes(app),
  ...outboxRoutes(app),
  ...learningRoutes(app),
  ...manualRoutes(),
  ...siteApiRoutes(app),
];

/** Addresses of one process: what each slice brings. */
export const processRoutes = (app: App, verifyScript = ''): readonly Route<OpenWorld>[] =>
  ofProcess(app, createRenderers(), verifyScript).map(withConversation);

/** Below the page of a thing, what is said about it in the forum. */
const withConversation = (route: Route<OpenWorld>): Route<OpenWorld> => ({
  ...route,
  answer: async (visit) => {
    const answer = await route.answer(visit);
    if (answer.kind !== 'page' || answer.about === undefined) return answer;
    return {
      ...answer,
      body: (
        <>
          {answer.body}
          <ConversationPanel visit={visit} subject={answer.about} />
        </>
      ),
    };
  },
});

/** What each slice brings to the page of one OPL, in the order in which it stands there. */
const oplPanels: readonly OplPanels<OpenWorld>[] = [riskPanels, observationsPanel, findingsPanel, officesPanel, exercisesPanels];

const ofProcess = (app: App, renderers: ReturnType<typeof createRenderers>, verifyScript: string): readonly Route<OpenWorld>[] => [
  ...processApiRoutes,
  ...boardRoutes,
  ...planRoutes(oplPanels, [versionsPanel, monthlyPanel], riskColumn),
  ...bulkRoutes<OpenWorld>((file) => storedSheet(app, file)),
  ...deliverablesRoutes<OpenWorld>({
    file: renderers.file,
    rootAt: app.rootAt,
    textOf: (file) => storedText(app, file),
  }),
  ...exercisesRoutes,
  ...meetingsRoutes,
  ...agendaRoutes<OpenWorld>(groupTools(app, renderers)),
  ...minutesRoutes<OpenWorld>(minutesTools(app, renderers)),
  ...commitmentRoutes<OpenWorld>({ nameSubject, chainOf }),
  ...forumRoutes<OpenWorld>(forumTools(app)),
  ...narrativeRoutes<OpenWorld>(narrativeTools(app, renderers)),
  ...reportRoutes(renderers),
  ...receiptRoutes<OpenWorld>(receiptTools(app, renderers)),
  ...systemsRoutes<OpenWorld>({
    readFile: (file) => readStored(app, file),
    panels: [(visit, system) => <ServicePanel visit={visit} system={system} />],
  }),
  ...verificationRoutes(verificationTools(app, renderers)),
  ...probesRoutes(readAnswers(app.samples)),
  ...keysRoutes(newSecret),
  ...webhooksRoutes(createWebhookSecrets(app.dataDir)),
  ...replanRoutes<OpenWorld>({ norms: app.norms, matters: systemMatters, settle: settleSystems }),
  ...alertRoutes,
  ...digestRoutes(app),
  ...searchRoutes(app),
  ...portalRoutes(app, verifyScript),
  ...witnessesRoutes(app.ledger.checkpoint),
  ...logRoutes(app, () => verifyLog(app)),
];

const minutesTools = (app: App, renderers: Renderers): MinutesTools => ({
  file: renderers.file,
  fragment: renderers.fragment,
  checkpointText: (position, root) => checkpointText(app.ledger.verifierKey, { position, root }),
});

const forumTools = (app: App): ForumTools<OpenWorld> => ({
  nameSubject,
  choices: subjectsToChoose,
  present: ({ process, forum }) => app.worlds.current().processes.get(process.id)?.forum ?? forum,
});

const groupTools = (app: App, renderers: Renderers): GroupTools<OpenWorld> => ({
  deliveries: (world, meeting, day) => deliveriesOf(app, world, meeting, day),
  nameSubject,
  file: renderers.file,
});

const receiptTools = (app: App, renderers: Renderers): ReceiptTools<OpenWorld> => ({
  nameSubject,
  personName: async (person) => (await app.identity.personalData(asId(person)))?.name,
  settle: app.readings.settle,
  seal: (cited) => sealOf(app, cited),
  file: renderers.file,
  absolute: (path) => new URL(path, app.baseUrl).toString(),
});
