import type { z } from 'zod';
import type { Confirmation } from '../process/events.ts';
import type { requirement } from './gate-events.ts';

type Item = z.infer<typeof requirement>;

/** No public rule lists these: they are practice of follow-up, and each says so. */
const practice = { citation: 'Práctica de seguimiento de sistemas; sin norma pública', confirmation: 'to-confirm' as Confirmation };
const item = (id: string, es: string, en: string, more: Partial<Item> = {}): Item => ({
  id,
  name: { es, en },
  obligatory: true,
  perEntity: false,
  figures: false,
  ...practice,
  ...more,
});

/** What is asked before a system goes into production. The event that opens a gate keeps the list as it stood that day. */
export const goLiveChecklist = {
  id: 'red-ine-1',
  items: [
    item('requirements-signed', 'Requerimientos firmados por el área usuaria', 'Requirements signed by the user area'),
    item('functional-tests', 'Pruebas funcionales, con su reporte y cifras', 'Functional tests, with their report and figures', {
      figures: true,
    }),
    item('load-tests', 'Pruebas de carga, con su reporte y cifras', 'Load tests, with their report and figures', {
      figures: true,
      citation: 'Compromiso del INE tras las fallas del registro de representantes de 2017: simulación de cargas de datos',
      confirmation: 'seen',
    }),
    item('security-tests', 'Pruebas de seguridad, con su reporte y cifras', 'Security tests, with their report and figures', {
      figures: true,
    }),
    item('training', 'Capacitación de los órganos que lo usan', 'Training of the bodies that use it', { perEntity: true }),
    item('drill', 'Simulacro', 'Drill', { obligatory: false }),
    item('data-loaded', 'Datos cargados y conciliados', 'Data loaded and reconciled'),
    item('rollback-tried', 'Reversión probada', 'Rollback tried'),
    item('support-ready', 'Mesa de ayuda lista', 'Support desk ready'),
  ],
} as const satisfies { readonly id: string; readonly items: readonly Item[] };
