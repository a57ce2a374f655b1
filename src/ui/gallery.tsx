import { LinkButton, Submit } from './buttons.tsx';
import { Figure, ShareBar } from './figure.tsx';
import { Checkbox, DateField, ErrorSummary, Field, FileField, Form, Radios, Select, TextArea } from './forms.tsx';
import { allMarks, mark, matrixRows, requirements, topics } from './gallery-data.ts';
import { Page, type PageProps } from './layout.tsx';
import { Matrix } from './matrix.tsx';
import { Pagination } from './pagination.tsx';
import { Breadcrumbs, Chip, Columns, EmptyState, Facts, Figures, Hash, Notice, PageHead, Panel, Quote, Rows, Split } from './parts.tsx';
import { Cycle, Timeline, Why } from './sequence.tsx';
import { Legend, Status, shapes, Tag } from './status.tsx';
import { DataTable } from './table.tsx';

const root = '9c1e64d0a7f3b2518ee0c4d9a6b7f01233445566778899aabbccddeeff0077d0';

const nav: PageProps['nav'] = {
  groups: [
    {
      items: [
        { href: '#a', label: 'Tablero', current: true },
        { href: '#b', label: 'Alertas', count: 5, countLabel: '5 alertas abiertas' },
      ],
    },
    {
      title: 'Seguimiento',
      items: [
        { href: '#c', label: 'Entidades' },
        { href: '#d', label: 'Sistemas' },
        { href: '#e', label: 'Simulacros' },
        { href: '#f', label: 'Operación' },
      ],
    },
    {
      title: 'Grupo de trabajo',
      items: [
        { href: '#g', label: 'Calendario' },
        { href: '#h', label: 'Reuniones' },
        { href: '#i', label: 'Informes', count: 1 },
        { href: '#j', label: 'Compromisos', count: 3 },
      ],
    },
    {
      title: 'Confianza',
      items: [
        { href: '#k', label: 'Bitácora' },
        { href: '#l', label: 'Portal público' },
      ],
    },
  ],
};

/** What a page of the gallery needs besides its content; also handy to whoever tests a page. */
export const galleryShell: Omit<PageProps, 'children'> = {
  lang: 'es',
  title: 'Muestrario',
  brand: { name: 'Atalaya', href: '#inicio' },
  processName: 'Proceso de ejemplo 2030-2031',
  nav,
  asOf: { text: 'Estado al 10 de marzo de 2031', clearHref: '#hoy' },
  notice: 'DATOS FICTICIOS. Nada de lo que aquí se lee ocurrió.',
  user: { label: 'Secretaría Técnica', href: '#yo', signOut: { action: '/salir', csrf: 'abc' } },
  languageLinks: [
    { lang: 'es', label: 'Español', href: '?lang=es' },
    { lang: 'en', label: 'English', href: '?lang=en' },
  ],
  foot: { position: 4211, root, verifyHref: '#verificar' },
  cssHref: '/recursos/atalaya.css',
  faviconHref: '/recursos/atalaya.svg',
};

const Board = () => (
  <>
    <PageHead
      title="Tablero"
      meta="Jornada: domingo 7 de junio de 2031 · faltan 89 días · 32 entidades · 1,920 obligaciones"
      actions={
        <>
          <LinkButton href="#comparar">Comparar con la reunión 5</LinkButton>
          <LinkButton href="#informe" kind="primary">
            Abrir informe de marzo
          </LinkButton>
        </>
      }
    />
    <Cycle
      lang="es"
      label="Ciclo del mes"
      steps={[
        { name: 'Corte', state: 'past', when: '10 mar' },
        {
          name: 'Informe',
          state: 'now',
          when: 'Se congela el 12 mar',
          note: (
            <>
              Falta 1 sección: <a href="#s">simulacros</a> (área técnica)
            </>
          ),
        },
        { name: 'Circulación', state: 'next', when: '12 mar' },
        { name: 'Observaciones', state: 'next', when: 'hasta 16 mar' },
        { name: 'Reunión 6', state: 'next', when: '17 mar, 10:00', href: '#r6' },
        { name: 'Minuta', state: 'next', when: '20 mar' },
        { name: 'Sesión', state: 'next', when: 'por convocar' },
      ]}
    />
    <Columns of={3}>
      <Panel id="riesgo" title="En riesgo" note="2 de 32 entidades" more={{ href: '#alertas', label: 'Ver las 5 alertas' }}>
        <Rows
          empty="Nada en riesgo."
          items={[
            {
              mark: mark('late'),
              strong: true,
              text: 'Altamira: contrato con el tercero sin firma',
              detail: (
                <>
                  Debía firmarse 4 meses antes de la jornada (7 feb). <a href="#pq">Por qué</a>
                </>
              ),
              when: '32 días',
            },
            {
              mark: mark('late'),
              strong: true,
              text: 'Altamira: ente auditor sin instrumento jurídico',
              detail: (
                <>
                  Designado el 6 feb; vence hoy el plazo de 3 meses. <a href="#pq">Por qué</a>
                </>
              ),
              when: 'hoy',
            },
            {
              mark: mark('observed'),
              strong: true,
              text: 'Campo Real: 4 observaciones sin atender',
              detail: 'Al proyecto de convenio con el ente auditor, versión 2.',
              when: '11 días',
            },
          ]}
        />
      </Panel>
      <Panel id="cambio" title="Qué cambió" note="desde el 11 feb">
        <Rows
          empty="Nada cambió desde el último corte."
          items={[
            {
              mark: mark('done'),
              text: (
                <>
                  Campo Real entregó el <a href="#x">acuerdo de centros</a>; aceptado
                </>
              ),
              when: '14 feb',
              dateTime: '2031-02-14',
              fresh: true,
            },
            {
              mark: mark('observed'),
              text: (
                <>
                  El área técnica emitió <a href="#x">6 observaciones</a> al prototipo de Altamira
                </>
              ),
              when: '21 feb',
              dateTime: '2031-02-21',
            },
            { mark: mark('doneLate'), text: 'Altamira entregó el informe de enero, 9 días tarde', when: '14 feb', dateTime: '2031-02-14' },
            { mark: mark('unknown'), text: 'Dos Ríos no ha informado el avance de febrero', when: '28 feb', dateTime: '2031-02-28' },
          ]}
        />
      </Panel>
      <Panel id="vence" title="Por vencer" note="30 días">
        <Rows
          empty="Nada vence en los próximos 30 días."
          items={[
            { mark: mark('doing'), text: 'Plan de seguridad y continuidad (preliminar) · ambas', when: '7 mar', dateTime: '2031-03-07' },
            { mark: mark('todo'), text: 'Hora de inicio de publicación: proyecto', when: '23 mar', dateTime: '2031-03-23' },
            { mark: mark('todo'), text: 'Cortes por hora y última actualización', when: '23 mar', dateTime: '2031-03-23' },
            { mark: mark('todo'), text: 'Informe mensual de marzo', when: '5 abr', dateTime: '2031-04-05' },
          ]}
        />
      </Panel>
    </Columns>
    <Matrix
      lang="es"
      id="matriz"
      caption="Avance por entidad y tema"
      note="32 entidades × 60 obligaciones en 16 temas"
      rowTitle="Entidad"
      topics={topics}
      rows={matrixRows}
      legend={allMarks}
      downloads={(end) => `/matriz.${end}`}
    />
  </>
);

const Obligation = () => (
  <>
    <PageHead
      trail={<Breadcrumbs lang="es" items={[{ label: 'Entidades', href: '#e' }, { label: 'Altamira', href: '#h' }, { label: 'E10b' }]} />}
      title="Instrumento jurídico con el tercero, firmado"
      actions={<Tag shape="late">Fuera de plazo · 32 días</Tag>}
    />
    <Split
      aside={
        <>
          <Panel id="datos" title="Datos" weight="minor">
            <Facts
              items={[
                { term: 'Responsable', value: 'Área jurídica e instancia interna' },
                {
                  term: 'Aplica porque',
                  value: (
                    <>
                      se implementa con apoyo de un tercero (<a href="#e07">E07</a>)
                    </>
                  ),
                },
                { term: 'Evidencia', value: 'contrato firmado y anexo técnico' },
                { term: 'Huella', value: <Hash value={root} /> },
              ]}
            />
          </Panel>
          <Panel id="supo" title="Quién lo supo" weight="minor">
            <Timeline
              label="Quién lo supo"
              items={[
                { when: '8 feb, 07:00', dateTime: '2031-02-08T07:00', mark: mark('late'), title: 'Alerta', detail: 'Emitida por regla' },
                { when: '8 feb, 08:31', dateTime: '2031-02-08T08:31', title: 'Área técnica', detail: 'Leída' },
                { when: 'sin lectura', mark: mark('unknown'), title: 'Entidad' },
              ]}
            />
          </Panel>
        </>
      }
    >
      <Why
        id="porque"
        title="Por qué vence el 7 de febrero de 2031"
        rule="Se firma a más tardar cuatro meses antes de la jornada y se envía dentro de los cinco días siguientes."
        steps={[
          <>
            La jornada es el <b>7 de junio de 2031</b> (calendario aprobado el 30 sep 2030).
          </>,
          <>
            Cuatro meses antes: <b>7 de febrero de 2031</b>.
          </>,
          <>
            Más cinco días para el envío: <b>12 de febrero de 2031</b>.
          </>,
        ]}
        citation="Anexo, numeral 33, inciso 10"
        confirmation={{ shape: 'doing', word: 'regla por confirmar' }}
        more={{ href: '#otras', label: 'Otras fechas posibles' }}
      />
      <DataTable
        lang="es"
        id="versiones"
        caption="Versiones y observaciones"
        columns={[
          { title: 'Versión', head: true, cell: (row) => row.version },
          { title: 'Entregada', cell: (row) => row.on },
          { title: 'Tamaño', unit: 'MB', align: 'end', cell: (row) => row.size },
          { title: 'Estado', cell: (row) => <Status {...mark(row.shape)} /> },
        ]}
        rows={[
          { version: '1 · preliminar', on: '9 ene 2031', size: '1.20', shape: 'observed' as const },
          { version: '2 · firmada', on: 'sin entrega', size: '', shape: 'late' as const },
        ]}
        rowHref={(row) => `#v${row.version}`}
        downloads={(end) => `/versiones.${end}`}
      />
      <Panel id="foro" title="Foro" weight="large">
        <Quote by="Representación de partido" note="24 feb, 18:02 · pregunta">
          ¿El anexo técnico incluye la carga esperada por hora y la penalización si no se alcanza en el simulacro?
        </Quote>
        <Quote by="Área técnica" note="26 feb, 11:40 · respuesta aceptada">
          No. Es la observación 3, obligatoria; se pidió para la versión firmada.
        </Quote>
      </Panel>
    </Split>
  </>
);

const chart =
  '<svg viewBox="0 0 400 90" xmlns="http://www.w3.org/2000/svg"><g font-size="12" fill="currentColor"><text x="0" y="22">Altamira</text><text x="0" y="58">Campo Real</text></g><g class="done"><rect x="90" y="10" width="200" height="16" fill="currentColor"/><rect x="90" y="46" width="280" height="16" fill="currentColor"/></g><g class="late"><rect x="292" y="10" width="40" height="16" fill="currentColor"/></g></svg>';

const Parts = () => (
  <>
    <PageHead title="Formularios y partes" meta="Lo que no cabe en las otras dos láminas" />
    <Columns of={2}>
      <Form action="/enviar" csrf="abc" label="Nueva cuenta">
        <ErrorSummary
          lang="es"
          errors={[
            { field: 'correo', text: 'Escriba un correo con arroba, como nombre@dominio.mx' },
            { field: 'cargo', text: 'Elija un cargo' },
          ]}
        />
        <Field
          lang="es"
          name="correo"
          type="email"
          label="Correo electrónico"
          hint="El de la institución."
          value="nombre.dominio.mx"
          error="Escriba un correo con arroba, como nombre@dominio.mx"
          autocomplete="email"
        />
        <DateField lang="es" name="desde" label="Ocupa el cargo desde" value="2031-03-01" />
        <FileField
          lang="es"
          name="nombramiento"
          label="Nombramiento"
          maxBytes={50 * 2 ** 20}
          kept={[{ name: 'Oficio 12.pdf', sizeBytes: 240_000, token: 'x' }]}
        />
        <Select lang="es" name="cargo" label="Cargo" error="Elija un cargo" options={[{ value: 'st', label: 'Secretaría Técnica' }]} />
        <Radios
          lang="es"
          name="alcance"
          label="Alcance"
          value="lee"
          options={[
            { value: 'lee', label: 'Lee' },
            { value: 'escribe', label: 'Lee y registra', hint: 'Lo que registre quedará a su nombre.' },
          ]}
        />
        <TextArea lang="es" name="nota" label="Nota" optional value="Texto que ya se había escrito." />
        <Checkbox lang="es" name="enterado" label="He leído las reglas de uso" optional />
        <div class="actions">
          <Submit kind="primary">Crear cuenta</Submit>
          <Submit>Guardar borrador</Submit>
          <Submit kind="danger">Retirar cuenta</Submit>
        </div>
      </Form>
      <div class="stack">
        <Notice kind="refused" title="No se registró la entrega">
          La versión 2 la entregó usted; debe aceptarla otra persona.
        </Notice>
        <Notice kind="done">Se emitió la convocatoria de la reunión 6.</Notice>
        <Notice kind="note">Los datos de febrero son preliminares.</Notice>
        <Figures
          items={[
            { value: '89', label: 'días para la jornada' },
            { value: '1,204', label: 'obligaciones concluidas' },
            { value: '3', label: 'fuera de plazo' },
          ]}
        />
        <ShareBar shares={shapes.map((shape, i) => ({ mark: mark(shape), count: [31, 4, 7, 3, 12, 2, 1][i] ?? 0 }))} />
        <div class="actions">
          {allMarks.map((one) => (
            <Tag shape={one.shape}>{one.word}</Tag>
          ))}
          <Chip>versión 2</Chip>
        </div>
        <Legend lang="es" marks={allMarks} />
        <EmptyState title="Aún no hay minutas" action={<LinkButton href="#n">Redactar minuta</LinkButton>}>
          Aquí estarán las minutas; las redacta la Secretaría Técnica después de cada reunión.
        </EmptyState>
        <Figure
          lang="es"
          id="figura"
          title="Obligaciones por entidad"
          alt="Altamira lleva 20 concluidas y 4 fuera de plazo; Campo Real, 28 concluidas."
          svg={chart}
          note="Corte al 10 de marzo."
          table={
            <DataTable
              lang="es"
              id="figura-datos"
              caption="Obligaciones por entidad"
              columns={[
                { title: 'Entidad', head: true, cell: (row) => row.name },
                { title: 'Concluidas', align: 'end', cell: (row) => row.done },
              ]}
              rows={[
                { name: 'Altamira', done: 20 },
                { name: 'Campo Real', done: 28 },
              ]}
            />
          }
        />
      </div>
    </Columns>
    <DataTable
      lang="es"
      id="obligaciones"
      caption="Obligaciones de Altamira"
      note="54 en 16 temas"
      columns={[
        { title: 'Obligación', head: true, cell: (row) => `${row.code} ${row.title}` },
        { title: 'Vence', keep: true, cell: (row) => row.due },
        { title: 'Faltan', unit: 'días', align: 'end', cell: (row) => row.days },
        { title: 'Responsable', cell: () => 'Instancia interna y área jurídica' },
        { title: 'Estado', cell: (row) => <Status {...mark(row.shape)} /> },
      ]}
      rows={requirements}
      rowHref={(row) => `#${row.code}`}
      downloads={(end) => `/obligaciones.${end}`}
    />
    <DataTable
      lang="es"
      id="vacia"
      caption="Compromisos"
      columns={[
        { title: 'Compromiso', head: true, cell: () => '' },
        { title: 'Vence', cell: () => '' },
      ]}
      rows={[]}
      empty="Aquí estarán los compromisos; nacen en las reuniones."
    />
    <Pagination lang="es" page={7} pages={42} href={(page) => `?pagina=${page}`} />
  </>
);

/** Every component with invented data, in three plates. */
export const plates = { tablero: Board, obligacion: Obligation, partes: Parts } as const;
export type PlateName = keyof typeof plates;

export function GalleryPage({ plate, shell = galleryShell }: { readonly plate: PlateName; readonly shell?: Omit<PageProps, 'children'> }) {
  const Plate = plates[plate];
  return (
    <Page {...shell}>
      <Plate />
    </Page>
  );
}
