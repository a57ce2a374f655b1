import { repeatVerification } from '../../app/repeat-verification.ts';
import { verificationOf } from '../../domain/verifications/views.ts';
import { type Call, type Exit, neededWord, Refusal } from '../command.ts';
import { needLedger, withApp } from '../open.ts';

/** Makes a recorded verification again from the kept bytes, and says whether it comes out byte by byte the same. */
export async function repeat(call: Call): Promise<Exit> {
  const process = neededWord(call, 1, { es: 'la clave del proceso', en: 'the process id' });
  const id = neededWord(call, 2, { es: 'la clave de la verificación', en: 'the id of the verification' });
  needLedger(call);
  return withApp<Exit>(call, async (app) => {
    const state = app.worlds.current().processes.get(process)?.verifications;
    const recorded = state && verificationOf(state, id);
    if (!recorded) {
      const known = [...(state?.verifications.keys() ?? [])].join(', ') || '—';
      throw new Refusal(
        { es: `No hay ninguna verificación «${id}». Las que hay: ${known}.`, en: `There is no verification “${id}”. There are: ${known}.` },
        2,
      );
    }
    const repeated = await repeatVerification(app, recorded);
    if (!repeated.ok) throw new Refusal(repeated.error, 2);
    const { equal, sameRules } = repeated.value;
    if (call.options['json'] === true) call.out(JSON.stringify(repeated.value, null, 2));
    else call.out(text(call, equal, sameRules, repeated.value.repeated));
    return equal ? 0 : 1;
  });
}

function text({ lang }: Call, equal: boolean, sameRules: boolean, digest: string): string {
  const es = lang === 'es';
  if (equal) return es ? `Igual, byte por byte: ${digest}` : `The same, byte by byte: ${digest}`;
  if (!sameRules)
    return es
      ? 'Distinto: este programa verifica con otro conjunto de reglas que el del registro. Use la versión que el registro nombra.'
      : 'Different: this program verifies by another set of rules than the record. Use the version that the record names.';
  return es
    ? `Distinto: ${digest}. Las reglas son las mismas; avise a quien opera Atalaya.`
    : `Different: ${digest}. The rules are the same; tell whoever runs Atalaya.`;
}
