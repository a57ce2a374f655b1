import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeRoutes } from '../src/app/write-api.ts';
import { must } from '../src/core/result.ts';
import { record } from './hand-in.ts';
import { exampleId, openTestApp, type TestApp } from './open-test-app.ts';
import { addressOf, authorityOf, type Path, pathMap, withQuery } from './path-map.ts';
import { type Visitor, visitorOf } from './visitor.ts';

const home = `/${exampleId}`;

/** What the systems’ own pages tell of. */
const operation = [
  [
    'openIncident',
    {
      system: 'sije',
      incident: '2020-10-05-1',
      severity: 'major',
      title: 'HTTP 503',
      startedAt: '2020-10-05T15:00:00.000Z',
      detectedAt: '2020-10-05T15:05:00.000Z',
      entities: ['iec'],
    },
  ],
  [
    'defineFigure',
    {
      system: 'sije',
      figure: 'casillas',
      name: { es: 'Casillas', en: 'Polling places' },
      denominator: { es: 'Aprobadas', en: 'Approved' },
    },
  ],
  ['reportFigures', { system: 'sije', figure: 'casillas', rows: [{ entity: 'iec', date: '2020-10-05', reported: 5, of: 10 }] }],
] as const;

describe('the addresses of an installation with the example and one frozen informe', { timeout: 60_000 }, () => {
  let site: TestApp;
  let anyone: Visitor;
  /** Reads what only somebody with an account reads. */
  let secretariat: Visitor;
  let paths: readonly Path[];
  let gets: readonly string[];

  beforeAll(async () => {
    site = await openTestApp({ now: '2020-10-05T18:00:00.000Z' });
    secretariat = visitorOf(site.web);
    await secretariat.enterAs('secretaria-tecnica');
    const { page } = await secretariat.get(`${home}/informes`);
    const frozen = await secretariat.submit(page, `${home}/informes/congelar`, { congelar: '2020-03-10' });
    expect(frozen.status).toBe(303);
    const administrator = visitorOf(site.web);
    await administrator.enterAs('administracion');
    const probe = { clave: 'sije-web', nombre: 'SIJE', sistema: 'sije', tipo: 'http', direccion: 'https://sije.ejemplo.mx/' };
    const listed = await administrator.submit((await administrator.get(`${home}/sondas`)).page, `${home}/sondas/registrar`, probe);
    expect(listed.status).toBe(303);
    const agenda = `${home}/reuniones/6/orden`;
    await secretariat.submit((await secretariat.get(agenda)).page, `${agenda}/agregar`, { punto: 'IEEH' });
    await secretariat.submit((await secretariat.get(agenda)).page, `${agenda}/convocar`);
    await recordsMeeting(secretariat);
    const asked = (await secretariat.get(`${home}/foro/abrir?asunto=system:sije`)).page;
    const thread = { titulo: 'SIJE 2.0', texto: 'SIJE 2.0', lectura: 'circulation' };
    expect((await secretariat.submit(asked, `${home}/foro/abrir`, thread)).status).toBe(303);
    await record(site, operation, '2020-10-05', { office: 'utsi', person: 'persona-utsi' });
    site.setNow('2026-11-22T18:00:00.000Z');
    anyone = visitorOf(site.web);
    paths = pathMap(site.app);
    // What the example has nothing of is asked for where there is something of it: web-operation, web-deliverables, web-forum, web-portal.
    const empty = /\/:|\/analisis$|\/versiones\/|\/archivos\/|\/prueba\/|\/version-publica$/;
    gets = paths.filter((one) => one.method === 'GET' && !empty.test(addressOf(one.path))).map((one) => one.path);
  });
  const readerOf = (path: string): Visitor =>
    paths.find((one) => one.method === 'GET' && one.path === path)?.may === 'anyone' ? anyone : secretariat;
  afterAll(async () => {
    expect(await site.faults()).toEqual([]);
    await site.close();
  });

  test('each address has its authority, and a new one is reviewed here', () => {
    expect(paths.map((one) => `${one.method.padEnd(4)} ${one.path} · ${authorityOf(one)}`).sort()).toMatchInlineSnapshot(`
      [
        "GET  / · anyone",
        "GET  /:process/ · anyone",
        "GET  /:process/alertas · anyone",
        "GET  /:process/alertas.csv · anyone",
        "GET  /:process/alertas.xlsx · anyone",
        "GET  /:process/alertas/:alert · anyone",
        "GET  /:process/alertas/reglas · anyone",
        "GET  /:process/alertas/reglas/:rule · anyone",
        "GET  /:process/avisos-salientes · administer or report-systems",
        "GET  /:process/bitacora · anyone",
        "GET  /:process/bitacora.csv · anyone",
        "GET  /:process/bitacora.xlsx · anyone",
        "GET  /:process/bitacora/:seq{\\d{1,12}} · anyone",
        "GET  /:process/bitacora/punto-de-control · anyone",
        "GET  /:process/bitacora/testigos · anyone",
        "GET  /:process/bitacora/testigos/punto-de-control · anyone",
        "GET  /:process/bitacora/verificar · anyone",
        "GET  /:process/buscar · anyone",
        "GET  /:process/calendario · anyone",
        "GET  /:process/calendario.csv · anyone",
        "GET  /:process/calendario.ics · anyone",
        "GET  /:process/calendario.xlsx · anyone",
        "GET  /:process/carga · report-progress",
        "GET  /:process/carga/muestra.csv · report-progress",
        "GET  /:process/compromisos · anyone",
        "GET  /:process/compromisos.csv · anyone",
        "GET  /:process/compromisos.xlsx · anyone",
        "GET  /:process/compromisos/:commitment · anyone",
        "GET  /:process/cronograma · anyone",
        "GET  /:process/cronograma.csv · anyone",
        "GET  /:process/cronograma.xlsx · anyone",
        "GET  /:process/estado · anyone",
        "GET  /:process/estado.csv · anyone",
        "GET  /:process/estado.xlsx · anyone",
        "GET  /:process/foro · anyone",
        "GET  /:process/foro.csv · anyone",
        "GET  /:process/foro.xlsx · anyone",
        "GET  /:process/foro/:thread{H[0-9]+} · anyone",
        "GET  /:process/foro/:thread{H[0-9]+}/:post{[0-9]+} · anyone",
        "GET  /:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/archivos/:file{[0-9]+} · anyone",
        "GET  /:process/foro/abrir · take-part",
        "GET  /:process/informes · anyone",
        "GET  /:process/informes-mensuales · anyone",
        "GET  /:process/informes-mensuales.csv · anyone",
        "GET  /:process/informes-mensuales.xlsx · anyone",
        "GET  /:process/informes-mensuales/:opl · read-internal (of :opl)",
        "GET  /:process/informes-mensuales/:opl/cifras.csv · read-internal (of :opl)",
        "GET  /:process/informes-mensuales/:opl/cifras.xlsx · read-internal (of :opl)",
        "GET  /:process/informes.csv · anyone",
        "GET  /:process/informes.xlsx · anyone",
        "GET  /:process/informes/:file{[a-z-]+-[0-9-]+\\.(?:pdf|docx|html|md)} · anyone",
        "GET  /:process/informes/:report · anyone",
        "GET  /:process/informes/:report/diferencia · anyone",
        "GET  /:process/informes/:report/observaciones · read-internal",
        "GET  /:process/informes/:report/observaciones.csv · read-internal",
        "GET  /:process/informes/:report/observaciones.xlsx · read-internal",
        "GET  /:process/informes/corte · anyone",
        "GET  /:process/informes/preparacion/:informe/:cutoff · read-internal",
        "GET  /:process/informes/preparacion/:informe/:cutoff/:section · read-internal",
        "GET  /:process/observaciones · signed-in",
        "GET  /:process/observaciones.csv · signed-in",
        "GET  /:process/observaciones.xlsx · signed-in",
        "GET  /:process/operacion · anyone",
        "GET  /:process/operacion.csv · anyone",
        "GET  /:process/operacion.xlsx · anyone",
        "GET  /:process/operacion/:verification · anyone",
        "GET  /:process/operacion/:verification/acta · anyone",
        "GET  /:process/operacion/:verification/hallazgos.csv · anyone",
        "GET  /:process/operacion/:verification/hallazgos.json · anyone",
        "GET  /:process/operacion/:verification/hallazgos.xlsx · anyone",
        "GET  /:process/operacion/:verification/informe.docx · anyone",
        "GET  /:process/operacion/:verification/informe.html · anyone",
        "GET  /:process/operacion/:verification/informe.md · anyone",
        "GET  /:process/operacion/:verification/informe.pdf · anyone",
        "GET  /:process/operacion/:verification/regla/:check · anyone",
        "GET  /:process/operacion/comparaciones/:comparison · anyone",
        "GET  /:process/operacion/comparaciones/:comparison/informe.docx · anyone",
        "GET  /:process/operacion/comparaciones/:comparison/informe.html · anyone",
        "GET  /:process/operacion/comparaciones/:comparison/informe.md · anyone",
        "GET  /:process/operacion/comparaciones/:comparison/informe.pdf · anyone",
        "GET  /:process/operacion/pantalla · anyone",
        "GET  /:process/operacion/registrar/:opl · report-progress (of :opl)",
        "GET  /:process/por-revisar · review-deliverables",
        "GET  /:process/prep · anyone",
        "GET  /:process/prep.csv · anyone",
        "GET  /:process/prep.xlsx · anyone",
        "GET  /:process/prep/:opl · anyone",
        "GET  /:process/prep/:opl/:key · anyone",
        "GET  /:process/prep/:opl/:key/comparar · read-internal (of :opl)",
        "GET  /:process/prep/:opl/:key/dispensar · plan",
        "GET  /:process/prep/:opl/:key/entregar · deliver (of :opl)",
        "GET  /:process/prep/:opl/:key/reservar · reserve-deliverables (of :opl)",
        "GET  /:process/prep/:opl/:key/revision · review-deliverables (of :opl)",
        "GET  /:process/prep/:opl/:key/version-publica · anyone",
        "GET  /:process/prep/:opl/:key/versiones/:version/:file{[0-9]+} · read-internal (of :opl)",
        "GET  /:process/prep/:opl/:key/versiones/:version/acuse.pdf · read-internal (of :opl)",
        "GET  /:process/prep/:opl/obligaciones.csv · anyone",
        "GET  /:process/prep/:opl/obligaciones.xlsx · anyone",
        "GET  /:process/prep/avance · anyone",
        "GET  /:process/prep/avance.csv · anyone",
        "GET  /:process/prep/avance.xlsx · anyone",
        "GET  /:process/prep/avance/curva.csv · anyone",
        "GET  /:process/prep/avance/curva.xlsx · anyone",
        "GET  /:process/prep/avance/plazos.csv · anyone",
        "GET  /:process/prep/avance/plazos.xlsx · anyone",
        "GET  /:process/prep/obligacion/:key · anyone",
        "GET  /:process/prep/obligacion/:key/opl.csv · anyone",
        "GET  /:process/prep/obligacion/:key/opl.xlsx · anyone",
        "GET  /:process/publico · anyone",
        "GET  /:process/publico/comprobar · anyone",
        "GET  /:process/publico/datos/:data{[a-z]+\\.(?:csv|json|parquet|schema\\.json)} · anyone",
        "GET  /:process/publico/novedades.atom · anyone",
        "GET  /:process/publico/prueba/:proof{[a-z]+-[0-9-]+\\.json} · anyone",
        "GET  /:process/quien-supo · signed-in",
        "GET  /:process/quien-supo.csv · signed-in",
        "GET  /:process/quien-supo.pdf · signed-in",
        "GET  /:process/quien-supo.xlsx · signed-in",
        "GET  /:process/registrar-sistema · report-systems",
        "GET  /:process/reprogramacion · anyone",
        "GET  /:process/resumen · signed-in",
        "GET  /:process/reuniones · anyone",
        "GET  /:process/reuniones.csv · anyone",
        "GET  /:process/reuniones.xlsx · anyone",
        "GET  /:process/reuniones/:number · anyone",
        "GET  /:process/reuniones/:number/:call{convocatoria-\\d+\\.(?:pdf|docx|html|md)} · anyone",
        "GET  /:process/reuniones/:number/:minuta{minuta\\.(?:pdf|docx|html|md|txt|tsq)} · anyone",
        "GET  /:process/reuniones/:number/desarrollo · take-part",
        "GET  /:process/reuniones/:number/desarrollo/compromiso/:item · take-minutes",
        "GET  /:process/reuniones/:number/documentos · anyone",
        "GET  /:process/reuniones/:number/minuta · anyone",
        "GET  /:process/reuniones/:number/orden · anyone",
        "GET  /:process/reuniones/:number/orden/:item · convene",
        "GET  /:process/simulacros · anyone",
        "GET  /:process/simulacros.csv · anyone",
        "GET  /:process/simulacros.xlsx · anyone",
        "GET  /:process/simulacros/:opl · anyone",
        "GET  /:process/simulacros/:opl/:exercise · anyone",
        "GET  /:process/simulacros/comparar/:slot · anyone",
        "GET  /:process/sistemas · anyone",
        "GET  /:process/sistemas-por-entidad · anyone",
        "GET  /:process/sistemas-por-entidad.csv · anyone",
        "GET  /:process/sistemas-por-entidad.xlsx · anyone",
        "GET  /:process/sistemas.csv · anyone",
        "GET  /:process/sistemas.xlsx · anyone",
        "GET  /:process/sistemas/:system · anyone",
        "GET  /:process/sistemas/:system/abrir-incidente · report-systems or report-own-systems",
        "GET  /:process/sistemas/:system/cifras · anyone",
        "GET  /:process/sistemas/:system/cifras/:figure/historia.csv · anyone",
        "GET  /:process/sistemas/:system/cifras/:figure/historia.xlsx · anyone",
        "GET  /:process/sistemas/:system/ficha · report-systems or report-own-systems",
        "GET  /:process/sistemas/:system/hitos.csv · anyone",
        "GET  /:process/sistemas/:system/hitos.xlsx · anyone",
        "GET  /:process/sistemas/:system/hitos/:milestone/evidencia · anyone",
        "GET  /:process/sistemas/:system/incidentes.csv · anyone",
        "GET  /:process/sistemas/:system/incidentes.xlsx · anyone",
        "GET  /:process/sistemas/:system/incidentes/:incident · anyone",
        "GET  /:process/sistemas/:system/incidentes/:incident/analisis · anyone",
        "GET  /:process/sistemas/:system/llaves · report-systems",
        "GET  /:process/sistemas/:system/mantenimientos · anyone",
        "GET  /:process/sistemas/:system/mantenimientos.csv · anyone",
        "GET  /:process/sistemas/:system/mantenimientos.xlsx · anyone",
        "GET  /:process/sistemas/:system/plantilla-cifras.csv · report-systems or report-own-systems",
        "GET  /:process/sistemas/:system/produccion · anyone",
        "GET  /:process/sistemas/:system/produccion.csv · anyone",
        "GET  /:process/sistemas/:system/produccion.xlsx · anyone",
        "GET  /:process/sistemas/:system/produccion/condiciones/:condition · anyone",
        "GET  /:process/sistemas/:system/produccion/requisitos/:line · anyone",
        "GET  /:process/sondas · administer or report-systems or report-own-systems or read-internal",
        "GET  /:process/sondas.csv · administer or report-systems or report-own-systems or read-internal",
        "GET  /:process/sondas.xlsx · administer or report-systems or report-own-systems or read-internal",
        "GET  /:process/sondas/:probe · administer or report-systems or report-own-systems or read-internal",
        "GET  /:process/sondas/:probe/interrupciones.csv · administer or report-systems or report-own-systems or read-internal",
        "GET  /:process/sondas/:probe/interrupciones.xlsx · administer or report-systems or report-own-systems or read-internal",
        "GET  /administracion · administer",
        "GET  /administracion/accesos · administer",
        "GET  /administracion/accesos.csv · administer",
        "GET  /administracion/accesos.xlsx · administer",
        "GET  /administracion/actos · administer or plan or convene or report-progress",
        "GET  /administracion/correo · administer",
        "GET  /administracion/correo/:message{\\d{1,12}} · administer",
        "GET  /administracion/personas/:person · administer",
        "GET  /api/log · anyone",
        "GET  /api/log/entries · anyone",
        "GET  /api/openapi.json · anyone",
        "GET  /api/processes · anyone",
        "GET  /api/processes/:process · anyone",
        "GET  /api/processes/:process/facts · anyone",
        "GET  /api/processes/:process/meetings · anyone",
        "GET  /api/processes/:process/plan · anyone",
        "GET  /api/processes/:process/reports · anyone",
        "GET  /aprendizaje · anyone",
        "GET  /cargo · anyone",
        "GET  /clave · anyone",
        "GET  /cuenta · signed-in",
        "GET  /entrar · anyone",
        "GET  /entrar/codigo · anyone",
        "GET  /entrar/proveedor · anyone",
        "GET  /entrar/proveedor/regreso · anyone",
        "GET  /idioma · anyone",
        "GET  /manual · anyone",
        "GET  /manual/:page · anyone",
        "GET  /manual/imagenes/:picture · anyone",
        "GET  /puesta-en-marcha · anyone",
        "POST /:process/alertas/:opl/:alert/reconocer · acknowledge (of :opl)",
        "POST /:process/alertas/reglas/:rule/fijar · plan",
        "POST /:process/avisos-salientes/registrar · administer",
        "POST /:process/avisos-salientes/retirar · administer",
        "POST /:process/bitacora/testigos/registrar · administer",
        "POST /:process/bitacora/testigos/retirar · administer",
        "POST /:process/carga · report-progress",
        "POST /:process/compromisos/:commitment/cerrar · take-minutes",
        "POST /:process/compromisos/:commitment/devolver · take-minutes",
        "POST /:process/compromisos/:commitment/evidencia · take-part",
        "POST /:process/compromisos/:commitment/prorrogar · take-minutes",
        "POST /:process/compromisos/:commitment/retirar · take-minutes",
        "POST /:process/compromisos/contraer · take-minutes",
        "POST /:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/editar · take-part",
        "POST /:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/restituir · moderate",
        "POST /:process/foro/:thread{H[0-9]+}/:post{[0-9]+}/retirar · moderate",
        "POST /:process/foro/:thread{H[0-9]+}/aceptar · take-part",
        "POST /:process/foro/:thread{H[0-9]+}/circular · moderate",
        "POST /:process/foro/:thread{H[0-9]+}/escribir · take-part",
        "POST /:process/foro/:thread{H[0-9]+}/marcar · take-part",
        "POST /:process/foro/:thread{H[0-9]+}/reabrir · take-part",
        "POST /:process/foro/abrir · take-part",
        "POST /:process/informes/:report/circular · freeze-report",
        "POST /:process/informes/:report/observaciones/:observation/atender · freeze-report",
        "POST /:process/informes/:report/observaciones/:observation/responder · write-sections or freeze-report",
        "POST /:process/informes/:report/observar · take-part",
        "POST /:process/informes/:report/publicar · freeze-report",
        "POST /:process/informes/congelar · freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/:section/borrador · write-sections or freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/:section/descartar · write-sections or freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/:section/devolver · freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/:section/entregar · write-sections or freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/:section/guardar · write-sections or freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/:section/integrar · freeze-report",
        "POST /:process/informes/preparacion/:informe/:cutoff/asignar · freeze-report",
        "POST /:process/operacion/registrar/:opl · report-progress (of :opl)",
        "POST /:process/prep/:opl/:key/avanzar · report-progress (of :opl)",
        "POST /:process/prep/:opl/:key/dispensar · plan",
        "POST /:process/prep/:opl/:key/entregar · deliver (of :opl)",
        "POST /:process/prep/:opl/:key/reservar · reserve-deliverables (of :opl)",
        "POST /:process/prep/:opl/:key/revision/aceptar · accept-deliverables (of :opl)",
        "POST /:process/prep/:opl/:key/revision/dictaminar · review-deliverables (of :opl)",
        "POST /:process/prep/:opl/:key/revision/iniciar · review-deliverables (of :opl)",
        "POST /:process/prep/:opl/:key/revision/observar · review-deliverables (of :opl)",
        "POST /:process/registrar-sistema · report-systems",
        "POST /:process/reprogramacion/aprobar · plan",
        "POST /:process/reprogramacion/decidir · plan",
        "POST /:process/reprogramacion/proponer · plan",
        "POST /:process/resumen · signed-in",
        "POST /:process/reuniones/:number/abrir · convene",
        "POST /:process/reuniones/:number/celebrar · convene",
        "POST /:process/reuniones/:number/cerrar · convene",
        "POST /:process/reuniones/:number/desarrollo/abordar · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/llegada · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/nota · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/palabra/:turn/dar · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/palabra/:turn/retirar · take-part",
        "POST /:process/reuniones/:number/desarrollo/palabra/pedir · take-part",
        "POST /:process/reuniones/:number/desarrollo/resultado · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/resultado/:outcome/sin-efecto · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/salida · take-minutes",
        "POST /:process/reuniones/:number/desarrollo/trasladar · take-minutes",
        "POST /:process/reuniones/:number/minuta/adendo · take-minutes",
        "POST /:process/reuniones/:number/minuta/aprobar · take-minutes",
        "POST /:process/reuniones/:number/minuta/circular · take-minutes",
        "POST /:process/reuniones/:number/minuta/corregir · take-minutes",
        "POST /:process/reuniones/:number/minuta/publicar · take-minutes",
        "POST /:process/reuniones/:number/minuta/redactar · take-minutes",
        "POST /:process/reuniones/:number/minuta/sellar · take-minutes",
        "POST /:process/reuniones/:number/orden/:item/cambiar · convene",
        "POST /:process/reuniones/:number/orden/:item/mover · convene",
        "POST /:process/reuniones/:number/orden/:item/retirar · convene",
        "POST /:process/reuniones/:number/orden/agregar · convene",
        "POST /:process/reuniones/:number/orden/convocar · convene",
        "POST /:process/reuniones/:number/orden/proponer · convene",
        "POST /:process/reuniones/:number/registrar-sesion · convene",
        "POST /:process/reuniones/:number/reprogramar · convene",
        "POST /:process/reuniones/:number/vincular · convene",
        "POST /:process/reuniones/programar · convene",
        "POST /:process/simulacros/:opl/:exercise/calificar · judge-exercises (of :opl)",
        "POST /:process/simulacros/:opl/:exercise/cancelar · log-exercises (of :opl)",
        "POST /:process/simulacros/:opl/:exercise/medir · log-exercises (of :opl)",
        "POST /:process/simulacros/:opl/:exercise/observar · review-exercises (of :opl)",
        "POST /:process/simulacros/:opl/:exercise/realizar · log-exercises (of :opl)",
        "POST /:process/simulacros/:opl/:exercise/resolver · review-exercises (of :opl)",
        "POST /:process/simulacros/:opl/:exercise/vincular · log-exercises (of :opl)",
        "POST /:process/simulacros/:opl/decidir · judge-exercises (of :opl)",
        "POST /:process/simulacros/:opl/fijar · review-exercises (of :opl)",
        "POST /:process/simulacros/:opl/programar · log-exercises (of :opl)",
        "POST /:process/sistemas/:system/abrir-incidente · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/abrir-reporte · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/cifras/cargar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/cifras/definir · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/cifras/registrar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/dependencias · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/ficha · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/hitos · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/incidentes/:incident/anotar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/incidentes/:incident/cerrar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/incidentes/:incident/mitigar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/incidentes/:incident/resolver · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/liberaciones · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/llaves/emitir · report-systems",
        "POST /:process/sistemas/:system/llaves/revocar · report-systems",
        "POST /:process/sistemas/:system/mantenimientos/cancelar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/mantenimientos/planear · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/planear · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/produccion/abrir · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/produccion/acreditar · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/produccion/cumplir · report-systems or report-own-systems",
        "POST /:process/sistemas/:system/produccion/decidir · decide-go-live",
        "POST /:process/sistemas/:system/produccion/dispensar · decide-go-live",
        "POST /:process/sistemas/:system/produccion/revertir · decide-go-live",
        "POST /:process/sondas/:probe/retirar · administer",
        "POST /:process/sondas/registrar · administer",
        "POST /administracion/actos · administer or plan or convene or report-progress",
        "POST /administracion/correo/:message{\\d{1,12}}/reintentar · administer",
        "POST /administracion/cuentas · administer",
        "POST /administracion/personas/:person/borrar-datos · administer",
        "POST /administracion/personas/:person/cargos/asignar · administer",
        "POST /administracion/personas/:person/cargos/terminar · administer",
        "POST /administracion/personas/:person/recuperar · administer",
        "POST /administracion/personas/:person/sesiones/terminar · administer",
        "POST /cargo · anyone",
        "POST /clave · anyone",
        "POST /cuenta/clave · signed-in",
        "POST /cuenta/codigo/confirmar · signed-in",
        "POST /cuenta/codigo/pedir · signed-in",
        "POST /cuenta/codigo/quitar · signed-in",
        "POST /cuenta/codigo/respaldo · signed-in",
        "POST /cuenta/llaves/:passkey/retirar · signed-in",
        "POST /cuenta/llaves/agregar · signed-in",
        "POST /cuenta/sesiones/terminar · signed-in",
        "POST /entrar · anyone",
        "POST /entrar-como · anyone",
        "POST /entrar/codigo · anyone",
        "POST /entrar/llave · anyone",
        "POST /puesta-en-marcha · anyone",
        "POST /salir · anyone",
      ]
    `);
  });

  test('the server answers at these addresses, at its files and at the live stream, and nowhere else', () => {
    const answered = site.web.routes.filter((one) => one.method !== 'ALL').map((one) => `${one.method} ${one.path}`);
    const listed = paths.map((one) => `${one.method} ${one.path}`);
    // Each of them asks for a write key itself: write-api.test.ts.
    const machines = writeRoutes(site.app).map((one) => `POST ${one.path}`);
    // Below a form that takes files, with its authority: web-resume.test.ts.
    const pieces = paths.filter((one) => one.uploads).flatMap(({ path }) => [`${path}/envio`, `${path}/envio/:envio`]);
    const ofPieces = pieces.flatMap((path) => ['GET', 'POST', 'PATCH'].map((method) => `${method} ${path}`));
    expect([...new Set(answered)].sort()).toEqual(
      [...listed, ...ofPieces, 'GET /:process', 'GET /recursos/*', 'GET /vivo', ...machines].sort(),
    );
  });

  test('whoever comes without an account reads every page but the administration’s, the receipts, the proceedings and the forms of an agenda', {
    timeout: 60_000,
  }, async () => {
    const statuses: Record<string, number> = {};
    for (const path of gets) {
      const { status } = await visitorOf(site.web).get(addressOf(path));
      if (status !== 200) statuses[path] = status;
    }
    expect(statuses).toEqual({
      '/': 303,
      '/idioma': 303,
      '/cargo': 303,
      '/cuenta': 403,
      // Nobody vouches for people here: web-provider.test.ts.
      '/entrar/proveedor': 404,
      '/entrar/proveedor/regreso': 404,
      '/administracion': 403,
      '/administracion/accesos': 403,
      '/administracion/accesos.csv': 403,
      '/administracion/accesos.xlsx': 403,
      '/administracion/personas/:person': 403,
      '/administracion/actos': 403,
      '/:process/registrar-sistema': 403,
      '/:process/foro/abrir': 403,
      '/:process/sistemas/:system/ficha': 403,
      '/:process/sistemas/:system/abrir-incidente': 403,
      '/:process/sistemas/:system/plantilla-cifras.csv': 403,
      '/:process/sistemas/:system/llaves': 403,
      '/:process/avisos-salientes': 403,
      '/:process/operacion/registrar/:opl': 403,
      '/:process/sondas': 403,
      '/:process/sondas.csv': 403,
      '/:process/sondas.xlsx': 403,
      '/:process/sondas/:probe': 403,
      '/:process/sondas/:probe/interrupciones.csv': 403,
      '/:process/sondas/:probe/interrupciones.xlsx': 403,
      '/:process/reuniones/:number/desarrollo': 403,
      '/:process/reuniones/:number/desarrollo/compromiso/:item': 403,
      '/:process/reuniones/:number/orden/:item': 403,
      '/administracion/correo': 403,
      '/administracion/correo/:message{\\d{1,12}}': 403,
      '/:process/resumen': 403,
      '/:process/prep/:opl/:key/entregar': 403,
      '/:process/carga': 403,
      '/:process/carga/muestra.csv': 403,
      '/:process/prep/:opl/:key/revision': 403,
      '/:process/prep/:opl/:key/comparar': 403,
      '/:process/prep/:opl/:key/dispensar': 403,
      '/:process/prep/:opl/:key/reservar': 403,
      '/:process/informes-mensuales/:opl': 403,
      '/:process/informes-mensuales/:opl/cifras.csv': 403,
      '/:process/informes-mensuales/:opl/cifras.xlsx': 403,
      '/:process/informes/:report/observaciones': 403,
      '/:process/informes/:report/observaciones.csv': 403,
      '/:process/informes/:report/observaciones.xlsx': 403,
      '/:process/informes/preparacion/:informe/:cutoff': 403,
      '/:process/informes/preparacion/:informe/:cutoff/:section': 403,
      '/:process/observaciones': 403,
      '/:process/observaciones.csv': 403,
      '/:process/observaciones.xlsx': 403,
      '/:process/por-revisar': 403,
      '/:process/quien-supo': 403,
      '/:process/quien-supo.csv': 403,
      '/:process/quien-supo.xlsx': 403,
      '/:process/quien-supo.pdf': 403,
    });
  });

  test('every page of the process is read as of 12 October 2020, and says so', async () => {
    for (const path of gets.filter((one) => one.includes(':process'))) {
      const { status, headers, page } = await readerOf(path).get(withQuery(addressOf(path), 'al=2020-10-12'));
      expect(`${status} ${path}`).toBe(`200 ${path}`);
      if (headers.get('content-type')?.startsWith('text/html') && !path.includes(':file'))
        expect(`${path}: ${page.html}`).toContain('Estado al 12 de octubre de 2020');
    }
  });

  test.each([
    ['al=2020-13-45', 422, 'no existe en el calendario'],
    ['al=ayer', 422, '«ayer» no es una fecha'],
    ['al=2027-01-01', 422, 'todavía no llega: hoy es 22 de noviembre de 2026'],
    ['al=2019-09-29', 404, 'El 29 de septiembre de 2019 este proceso todavía no estaba abierto'],
    ['conocido=0', 422, 'no es una posición de la bitácora'],
    ['conocido=999999', 422, 'no es una posición de la bitácora'],
    ['conocido=mañana', 422, '«mañana» no es una posición de la bitácora'],
  ])('«?%s» is answered %i with words, on every page of the process', async (query, status, words) => {
    for (const path of gets.filter((one) => one.includes(':process'))) {
      const answer = await readerOf(path).get(withQuery(addressOf(path), query));
      expect(`${answer.status} ${path}`).toBe(`${status} ${path}`);
      expect(answer.page.html).toContain(words);
    }
  });

  test('«?conocido=» shows what was known at a position, and at an instant', async () => {
    const before = await anyone.get(`${home}/informes?conocido=60`);
    expect(before.page.html).toContain('como se conocía en la posición 60');
    expect(before.page.text).toContain('Aquí estarán los informes congelados');
    const then = await anyone.get(`${home}/informes?conocido=2020-10-05T18:00:00Z`);
    expect(then.page.text).toContain('PREP · 10 de marzo de 2020');
    const tooEarly = await anyone.get(`${home}/?conocido=2020-10-05T17:59:59Z`);
    expect(tooEarly.status).toBe(404);
  });

  test.each([
    ['/proceso-x/', 'No hay ningún proceso con esa clave'],
    [`${home}/prep/xyz`, 'Ese OPL no forma parte del proceso'],
    [`${home}/prep/xyz/M04`, 'Ese OPL no forma parte del proceso'],
    [`${home}/prep/ieeh/E99`, 'no contiene esa obligación'],
    [`${home}/prep/xyz/obligaciones.csv`, 'Ese OPL no forma parte del proceso'],
    [`${home}/reuniones/11`, 'No hay ninguna reunión con ese número'],
    [`${home}/reuniones/seis`, 'No hay ninguna reunión con ese número'],
    [`${home}/informes/prep-2020-03-11`, 'No hay ningún informe con esa clave'],
    [`${home}/informes/prep-2020-03-11.pdf`, 'No hay ningún informe con esa clave'],
    [`${home}/informes/corte?corte=2019-01-01`, 'A ese corte no se sabía nada del proceso'],
    [`${home}/bitacora/99999`, 'La bitácora no tiene ese registro'],
    [`${home}/bitacora/0`, 'La bitácora no tiene ese registro'],
    ['/no/hay/nada', 'No hay nada en esta dirección'],
    ['/recursos/atalaya.css', 'No hay nada en esta dirección'],
    ['/api/processes/proceso-x', 'No hay ningún proceso con esa clave'],
  ])('%s is not found, and the page says what there is none of', async (address, words) => {
    const { status, page } = await anyone.get(address);
    expect(status).toBe(404);
    expect(page.html).toContain(words);
  });

  test.each([
    [`${home}/informes/corte?corte=2027-01-01`, 'está en el futuro: hoy es 22 de noviembre de 2026'],
    [`${home}/informes/corte?corte=siete`, '«siete» no es una fecha'],
    [`${home}/informes/corte`, 'no es una fecha'],
    [`${home}/informes/corte-2027-01-01-5.pdf`, 'está en el futuro'],
  ])('%s is a cut-off that cannot be read, and the page says why', async (address, words) => {
    const { status, page } = await anyone.get(address);
    expect(status).toBe(422);
    expect(page.text).toContain(words);
  });

  test('a process is found without the last slash of its address, and the only one without its name', async () => {
    for (const query of ['', '?al=2020-10-12']) {
      expect((await anyone.get(`${home}${query}`)).location).toBe(`${home}/${query}`);
      expect((await anyone.get(`/${query}`)).location).toBe(`${home}/${query}`);
    }
  });

  test('what an address says is shown as text, never run', async () => {
    const script = encodeURIComponent('<script>alert(1)</script>"><img src=x>');
    for (const address of [
      `${home}/?al=${script}`,
      `${home}/?conocido=${script}`,
      `${home}/informes/corte?corte=${script}`,
      `/${script}/`,
    ]) {
      const { page } = await anyone.get(address);
      expect(page.html).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  test('with «?lang=en» nothing is left in Spanish among menus, headings, labels and buttons', async () => {
    // The manual is written in Spanish, and marked so.
    for (const path of gets.filter((one) => one !== '/manual/:page')) {
      const spanish = await anyone.get(addressOf(path));
      if (spanish.status !== 200 || !spanish.headers.get('content-type')?.startsWith('text/html')) continue;
      const { page } = await anyone.get(withQuery(addressOf(path), 'lang=en'));
      const english = [page.title, ...page.nav, ...page.headings, ...page.labels];
      expect(page.html).toContain('<html lang="en">');
      expect(english.filter((text) => /[áéíóúñ¿¡«»]/i.test(text)).map((text) => `${path}: ${text}`)).toEqual([]);
      const words = [...spanish.page.nav, ...spanish.page.headings, ...spanish.page.labels].filter((text) => /[a-z]{4}/i.test(text));
      const left = words.filter((text) => english.includes(text) && !isNeutral(text));
      expect(left.map((text) => `${path}: ${text}`)).toEqual([]);
    }
  });

  test('every link of every page leads somewhere, also in a past state', { timeout: 60_000 }, async () => {
    const seen = new Set<string>();
    const dead: string[] = [];
    const starts = gets.map((path) => addressOf(path)).filter((one) => !one.includes('.'));
    for (const start of [...starts, ...starts.filter((one) => one.startsWith(`${home}/`)).map((one) => withQuery(one, 'al=2020-10-12'))]) {
      const { headers, page } = await anyone.get(start);
      if (!headers.get('content-type')?.startsWith('text/html')) continue;
      for (const { href } of page.links) {
        const address = href.split('#')[0] ?? '';
        if (address === '' || /^https?:/.test(address) || seen.has(address) || /\.(?:pdf|docx)/.test(address)) continue;
        seen.add(address);
        const { status } = await anyone.get(address);
        if (status >= 400) dead.push(`${status} ${address} on ${start}`);
      }
    }
    expect(seen.size).toBeGreaterThan(250);
    expect(dead).toEqual([]);
  });

  test('every anchor of a page stands in it', async () => {
    for (const path of gets) {
      const { headers, page } = await anyone.get(addressOf(path));
      if (!headers.get('content-type')?.startsWith('text/html')) continue;
      const anchors = page.links.map((one) => one.href).filter((href) => href.startsWith('#') && href.length > 1);
      expect(anchors.filter((href) => !page.html.includes(`id="${href.slice(1)}"`)).map((href) => `${path} ${href}`)).toEqual([]);
      const ids = [...page.html.matchAll(/\sid="([^"]+)"/g)].map((match) => must(match[1], 'the pattern has a group'));
      expect(ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path} ${id}`)).toEqual([]);
    }
  });
});

/** Meeting 6 from its opening to published minutes, with one commitment. */
async function recordsMeeting(secretariat: Visitor): Promise<void> {
  const csrf = await secretariat.token();
  const base = `${home}/reuniones/6`;
  const steps: readonly (readonly [string, Record<string, string>])[] = [
    [`${base}/abrir`, {}],
    [`${home}/compromisos/contraer`, { origen: 'meeting:6', punto: '1', compromiso: 'IEC', responsable: 'utsi', vence: '2020-10-30' }],
    [`${base}/cerrar`, {}],
    [`${base}/minuta/redactar`, { base: '0', texto: '### 1. IEEH' }],
    [`${base}/minuta/circular`, {}],
    [`${home}/reuniones/7/abrir`, {}],
    [`${base}/minuta/aprobar`, { reunion: '7' }],
    [`${base}/minuta/sellar`, {}],
    [`${base}/minuta/publicar`, {}],
  ];
  for (const [path, fields] of steps) {
    const { status, page } = await secretariat.post(path, { ...fields, csrf });
    expect(`${status} ${path} ${status === 303 ? '' : page.alerts.join()}`).toBe(`303 ${path} `);
  }
}

/** Codes, numbers, acronyms and the names of states read alike in both languages. */
const isNeutral = (text: string): boolean => /^[A-Z0-9 .·:@-]*$/.test(text.replace(/Hidalgo|Coahuila|Atalaya|Total|SUPyCAP/g, ''));

describe('an installation without anything', () => {
  test('says how to begin, and lets nobody enter without an account', async () => {
    const site = await openTestApp({ example: false });
    const anyone = visitorOf(site.web);
    const start = await anyone.get('/');
    expect(start.status).toBe(200);
    expect(start.page.text).toContain('npx atalaya example pel-2019-2020');
    const { page } = await anyone.get('/entrar');
    expect(page.forms.map((form) => form.action)).toEqual(['/entrar/llave', '/entrar']);
    expect((await anyone.get('/api/log')).status).toBe(200);
    await site.close();
  });
});
