import { entities } from '../../core/zones.ts';
import type { ActsFile } from '../acts-file.ts';
import type { Chance } from './chance.ts';

/** How an OPL behaves: most hand things in on time, some late, a few are in trouble, and some do not use Atalaya at all. */
export type Temper = 'punctual' | 'slow' | 'troubled' | 'silent';
export type DemoOpl = {
  readonly id: string;
  readonly name: { readonly es: string; readonly en: string };
  readonly acronym: string;
  readonly temper: Temper;
  readonly hasThirdParty: boolean;
};

const codes = ['AGS', 'BC', 'BCS', 'CAMP', 'COAH', 'COL', 'CHIS', 'CHIH', 'CDMX', 'DGO', 'GTO', 'GRO', 'HGO', 'JAL', 'MEX', 'MICH'].concat([
  'MOR',
  'NAY',
  'NL',
  'OAX',
  'PUE',
  'QRO',
  'QROO',
  'SLP',
  'SIN',
  'SON',
  'TAB',
  'TAMPS',
  'TLAX',
  'VER',
  'YUC',
  'ZAC',
]);

export function demoOpls(chance: Chance): readonly DemoOpl[] {
  // Which ones are in trouble is drawn: the names are those of the entities, what happens to them is invented.
  const order = [...entities].sort((a, b) => chance.whole(1e9, 'order', a.id) - chance.whole(1e9, 'order', b.id)).map((one) => one.id);
  const temperOf = (id: string): Temper => {
    const at = order.indexOf(id);
    return at < 3 ? 'troubled' : at < 10 ? 'slow' : at < 12 ? 'silent' : 'punctual';
  };
  return entities.map((entity, i) => ({
    id: entity.id,
    name: entity.name,
    acronym: `OPL-${codes[i] ?? entity.number}`,
    temper: temperOf(entity.id),
    hasThirdParty: temperOf(entity.id) === 'troubled' || chance.happens(55, 'third-party', entity.id),
  }));
}

export const officeOf = (opl: DemoOpl): string => `enlace-${opl.id}`;

const ine = 'ine';
const named = (es: string, en: string) => ({ es, en });

/** Offices with the ids of the other example's, so that both may stand in one log. */
export const demoPeople = (opls: readonly DemoOpl[]): NonNullable<ActsFile['people']> => ({
  organisations: [
    { organisation: ine, acronym: 'INE', kind: 'ine', name: named('Instituto Nacional Electoral', 'National Electoral Institute') },
    {
      organisation: 'partidos',
      acronym: 'Partidos',
      kind: 'political-party',
      name: named('Partidos políticos nacionales', 'National political parties'),
    },
    { organisation: 'auditores', acronym: 'Auditores', kind: 'auditor', name: named('Entes auditores', 'Auditing bodies') },
    ...opls.map((opl) => ({
      organisation: `opl-${opl.id}`,
      acronym: opl.acronym,
      kind: 'opl' as const,
      name: named(`Organismo público local de ${opl.name.es} (ficticio)`, `Local electoral body of ${opl.name.en} (fictitious)`),
    })),
  ],
  offices: [
    { office: 'presidencia', role: 'chair', organisation: ine, name: named('Presidencia de la Comisión', 'Chair of the commission') },
    {
      office: 'secretaria-tecnica',
      role: 'technical-secretariat',
      organisation: ine,
      name: named('Secretaría Técnica', 'Technical secretariat'),
    },
    { office: 'consejeria', role: 'councillor', organisation: ine, name: named('Consejería electoral integrante', 'Member councillor') },
    { office: 'asesoria', role: 'adviser', organisation: ine, name: named('Asesoría de consejería', 'Adviser to a councillor') },
    {
      office: 'representacion-partido',
      role: 'party-representative',
      organisation: 'partidos',
      name: named('Representación de partido', 'Party representative'),
    },
    {
      office: 'utsi',
      role: 'systems-unit',
      organisation: ine,
      name: named('Unidad Técnica de Servicios de Informática (UTSI)', 'Technical unit for information systems (UTSI)'),
    },
    {
      office: 'deoe',
      role: 'user-area',
      organisation: ine,
      name: named('Dirección Ejecutiva de Organización Electoral (DEOE)', 'Executive directorate of electoral organisation (DEOE)'),
    },
    { office: 'ente-auditor', role: 'auditor', organisation: 'auditores', name: named('Ente auditor', 'Auditor') },
    {
      office: 'administracion',
      role: 'administrator',
      organisation: ine,
      name: named('Administración de Atalaya', 'Atalaya administrator'),
    },
    ...opls.map((opl) => ({
      office: officeOf(opl),
      role: 'opl' as const,
      organisation: `opl-${opl.id}`,
      opl: opl.id,
      name: named(`Enlace del OPL de ${opl.name.es}`, `Liaison of the OPL of ${opl.name.en}`),
    })),
  ],
});
