import type { IsoDate } from '../../core/event.ts';
import { subjectOf } from '../../core/subject.ts';
import { type DemoOpl, officeOf } from './cast.ts';
import type { Chance } from './chance.ts';
import type { DemoDates } from './dates.ts';
import { type Line, plus } from './line.ts';

/** A thread as it goes: who asks what and when, who answers, and whether the answer is accepted. Days are counted from the first. */
type Talk = {
  readonly on: IsoDate;
  readonly by: string;
  readonly subject: string;
  readonly opl?: string;
  readonly title: string;
  readonly text: string;
  readonly audience: 'internal' | 'circulation';
  /** Days within which an answer is asked for; absent: it is no question. */
  readonly answerInDays?: number;
  readonly addressee?: string;
  readonly replies: readonly { readonly after: number; readonly by: string; readonly text: string; readonly quotes?: number }[];
  readonly acceptAfter?: number;
};

/** What is asked and said between meetings. Threads are numbered in the order in which they are opened. */
export function forumLines({ today, meetings, jornada }: DemoDates, opls: readonly DemoOpl[], chance: Chance): readonly Line[] {
  const talks = [...ofGroup({ meetings, jornada }), ...ofOpls(opls, jornada, chance)]
    .filter((one) => one.on <= today)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return talks.flatMap((talk, i) => linesOf(talk, `H${i + 1}`)).filter((line) => line.on <= today);
}

function linesOf(talk: Talk, thread: string): readonly Line[] {
  const { on, by, subject, opl, title, text, audience, answerInDays, addressee, replies, acceptAfter } = talk;
  const question = answerInDays === undefined ? {} : { question: { answerBy: plus(on, answerInDays) } };
  const opened = { subject, title, text, audience, ...question, ...(opl === undefined ? {} : { opl }) };
  const plain = { mentions: [], files: [] };
  return [
    {
      on,
      office: by,
      verb: 'openThread',
      data: { ...opened, ...plain, mentions: addressee === undefined ? [] : [`office:${addressee}`] },
    },
    ...replies.map(
      ({ after, by: office, ...post }): Line => ({ on: plus(on, after), office, verb: 'writePost', data: { thread, ...plain, ...post } }),
    ),
    ...(acceptAfter === undefined
      ? []
      : [{ on: plus(on, acceptAfter), office: by, verb: 'acceptAnswer' as const, data: { thread, post: replies.length + 1 } }]),
  ];
}

function ofGroup({ meetings, jornada }: Pick<DemoDates, 'meetings' | 'jornada'>): readonly Talk[] {
  const at = (n: number, days: number): IsoDate => plus(meetings[n - 1]?.date ?? jornada, days);
  return [
    {
      on: at(1, -3),
      by: 'consejeria',
      subject: subjectOf('meeting', '1'),
      title: '¿Con qué criterio se dirá que un OPL requiere atención?',
      text: 'El informe usa la palabra «atención» sin decir de dónde sale. Conviene fijar el criterio **antes** de la primera reunión.',
      audience: 'circulation',
      answerInDays: 3,
      addressee: 'secretaria-tecnica',
      replies: [
        {
          after: 1,
          by: 'secretaria-tecnica',
          text: 'Son tres motivos, y cada uno se abre en la página del OPL:\n\n1. fuera de plazo;\n2. con observaciones sin atender;\n3. fuera del plan vigente.',
          quotes: 1,
        },
      ],
      acceptAfter: 2,
    },
    {
      on: at(2, 1),
      by: 'representacion-partido',
      subject: subjectOf('process', 'demo'),
      title: 'Acceso a las pruebas de los sistemas',
      text: '¿Las representaciones podrán presenciar las pruebas de carga? Sería útil conocer las fechas con diez días de anticipación.',
      audience: 'circulation',
      answerInDays: 7,
      addressee: 'utsi',
      replies: [
        { after: 2, by: 'utsi', text: 'Sí. Las fechas estarán en la página de cada sistema en cuanto se planeen.' },
        { after: 3, by: 'deoe', text: 'En las de organización electoral habrá además una sesión de preguntas al terminar.' },
      ],
      acceptAfter: 4,
    },
    {
      on: at(3, 2),
      by: 'asesoria',
      subject: subjectOf('process', 'demo'),
      title: 'Comparar un simulacro con el anterior',
      text: 'La tabla de simulacros compara entre OPL. Falta comparar **el mismo OPL** consigo mismo, con las mismas cifras.',
      audience: 'internal',
      replies: [{ after: 1, by: 'utsi', text: 'Está en la página del OPL, en «Curvas»: cada simulacro sobre los anteriores.' }],
    },
  ];
}

const doubts: readonly (readonly [title: string, text: string, answer: string])[] = [
  [
    'Capacidad de los enlaces en los CATD rurales',
    'El plan de continuidad no dice qué pasa si falla el enlace principal. ¿Hay un segundo proveedor?',
    'Hay un enlace satelital en los CATD con más de dos horas de traslado. Se agrega al anexo 3.',
  ],
  [
    'Personal de captura para la jornada',
    'El informe mensual reporta menos personas capacitadas que contratadas. ¿Cuándo termina la capacitación?',
    'El sábado previo al segundo simulacro. Después se aplica una evaluación.',
  ],
  [
    'Fecha del informe del ente auditor',
    'El convenio da una fecha y el plan de trabajo otra. ¿Cuál rige?',
    'Rige la del convenio. El plan de trabajo se corrige en la siguiente versión.',
  ],
];

/** One question to each OPL that is slow or in trouble; those in trouble leave theirs without an answer. */
function ofOpls(opls: readonly DemoOpl[], jornada: IsoDate, chance: Chance): readonly Talk[] {
  return opls
    .filter(({ temper }) => temper === 'slow' || temper === 'troubled')
    .map((opl, i): Talk => {
      const [title, text, answer] = doubts[i % doubts.length] ?? ['', '', ''];
      const on = plus(jornada, -75 + chance.whole(50, 'doubt', opl.id));
      const addressee = officeOf(opl);
      const answered = opl.temper === 'slow';
      return {
        on,
        by: chance.happens(50, 'asker', opl.id) ? 'utsi' : 'consejeria',
        subject: subjectOf('opl', opl.id),
        opl: opl.id,
        title: `${opl.acronym}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
        text,
        audience: 'internal',
        answerInDays: 8,
        addressee,
        replies: answered ? [{ after: 3 + chance.whole(5, 'answer', opl.id), by: addressee, text: answer, quotes: 1 }] : [],
        ...(answered && chance.happens(70, 'accepted', opl.id) ? { acceptAfter: 9 } : {}),
      };
    });
}
