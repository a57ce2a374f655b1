import { describe, expect, it } from 'vitest';
import { Checkbox, DateField, ErrorSummary, Field, FileField, Form, Radios, Select, TextArea } from './forms.tsx';

const wrong = { lang: 'es', name: 'correo', label: 'Correo', hint: 'El oficial.', error: 'Falta la arroba', value: 'a"b<c' } as const;

describe('a form that comes back', () => {
  it('keeps what was typed, escaped, in every kind of field', () => {
    expect(String(<Field {...wrong} />)).toContain('value="a&quot;b&lt;c"');
    expect(String(<TextArea {...wrong} />)).toContain('>a&quot;b&lt;c</textarea>');
    expect(String(<DateField {...wrong} value="2031-03-01" />)).toContain('type="date" value="2031-03-01"');
    expect(String(<Select {...wrong} value="b" options={['a', 'b'].map((value) => ({ value, label: value }))} />)).toContain(
      '<option value="b" selected="">',
    );
    const radios = String(<Radios {...wrong} value="b" options={['a', 'b'].map((value) => ({ value, label: value }))} />);
    expect(radios).toMatch(/value="b" checked=""/);
    expect(radios.match(/checked/g)).toHaveLength(1);
    expect(String(<Checkbox {...wrong} checked />)).toContain('checked=""');
  });

  it('never sends a password back', () => {
    expect(String(<Field {...wrong} type="password" value="secreto" />)).not.toContain('secreto');
  });

  it('ties the hint and the error to the field', () => {
    const field = String(<Field {...wrong} />);
    expect(field).toContain('aria-invalid="true" aria-describedby="correo-hint correo-error"');
    expect(field).toContain('id="correo-hint"');
    expect(field).toContain('id="correo-error"');
  });

  it('says nothing of errors when there are none', () => {
    const field = String(<Field lang="es" name="n" label="Nombre" />);
    expect(field).not.toContain('aria-invalid');
    expect(field).not.toContain('aria-describedby');
    expect(String(<ErrorSummary lang="es" errors={[]} />)).toBe('');
  });

  it('leads from each line of the summary to its field, the first choice of a group included', () => {
    const page = String(
      <>
        <ErrorSummary lang="es" errors={[{ field: 'alcance', text: 'Elija un alcance' }, { text: 'La sesión venció' }]} />
        <Radios lang="es" name="alcance" label="Alcance" options={[{ value: 'a', label: 'A' }]} />
      </>,
    );
    expect(page).toContain('<a href="#alcance">Elija un alcance</a>');
    expect(page).toContain('id="alcance"');
    expect(page).toContain('Hay 2 datos por corregir');
    expect(page).toContain('<li>La sesión venció</li>');
  });

  it('carries its token, before anything else', () => {
    const form = String(
      <Form action="/x" csrf="t">
        a
      </Form>,
    );
    expect(form).toContain('novalidate=""><input type="hidden" name="csrf" value="t"/>a');
  });

  it('keeps the files that came with it, so that they need not be sent again', () => {
    const kept = [{ name: 'Plan «a».pdf', sizeBytes: 2_516_582, token: 'sello' }];
    const field = String(<FileField lang="es" name="archivo" label="Archivo" maxBytes={200 * 2 ** 20} kept={kept} />);
    expect(field).toContain('name="archivo-guardado" value="sello" checked=""');
    expect(field).toContain('Ya recibido: <strong>Plan «a».pdf</strong> (2.4 MB)');
    expect(field).toContain('Hasta 200 MB.');
    expect(field).not.toContain('required');
  });
});
