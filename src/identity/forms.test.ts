import { expect, test } from 'vitest';
import { formsOf } from './forms.ts';
import { header } from './identity.contract.ts';
import { secretOf } from './secret.ts';

const secret = secretOf('un secreto de prueba, largo y sin valor');
const forms = formsOf(secret, true);

test('a form of one session is not a form of another', () => {
  const token = forms.csrfToken('sesion-1');
  expect(forms.checkCsrf('sesion-1', token)).toBe(true);
  expect(forms.checkCsrf('sesion-2', token)).toBe(false);
  expect(forms.checkCsrf('sesion-1', undefined)).toBe(false);
  expect(forms.checkCsrf('sesion-1', `${token}x`)).toBe(false);
});

test('before there is a session a form is tied to a cookie of this browser', () => {
  const { token, setCookie } = forms.formToken(undefined);
  expect(setCookie[0]).toMatch(/^__Host-atalaya-form=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  expect(forms.checkForm(header(setCookie), token)).toBe(true);
  expect(forms.checkForm(header(setCookie), undefined)).toBe(false);
  expect(forms.checkForm(undefined, token)).toBe(false);
  const other = forms.formToken(undefined);
  expect(forms.checkForm(header(other.setCookie), token)).toBe(false);
});

test('a second tab keeps the cookie of the first, and both forms are good', () => {
  const first = forms.formToken(undefined);
  const second = forms.formToken(`a=b; ${header(first.setCookie)}`);
  expect(second).toEqual({ token: first.token, setCookie: [] });
});

test('a cookie planted with another form is replaced', () => {
  expect(forms.formToken('__Host-atalaya-form=plantada').setCookie).toHaveLength(1);
  expect(forms.checkForm('__Host-atalaya-form=plantada', secret.code('first-form', 'plantada'))).toBe(false);
});

test('over plain HTTP the cookie has no prefix and is not Secure', () => {
  expect(formsOf(secret, false).formToken(undefined).setCookie[0]).toMatch(/^atalaya-form=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('another installation’s forms are not ours, nor is a code made for another purpose', () => {
  const theirs = formsOf(secretOf('otro secreto de prueba, largo y sin valor'), true);
  expect(forms.checkCsrf('sesion-1', theirs.csrfToken('sesion-1'))).toBe(false);
  expect(forms.checkCsrf('sesion-1', secret.code('first-form', 'sesion-1'))).toBe(false);
});
