import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { record } from '../../test/hand-in.ts';
import { exampleId, openTestApp, type TestApp } from '../../test/open-test-app.ts';
import { visitorOf } from '../../test/visitor.ts';
import { must } from '../core/result.ts';
import { signCheckpoint, signerOf } from '../ledger/checkpoint.ts';
import { loadSigner } from '../ledger/keys.ts';
import { main as verify } from '../verify/main.ts';
import { type Listening, listen } from '../web/listen.ts';
import { addCheckpoint } from '../witness/answer.ts';
import { openWitness, type WitnessFolder } from '../witness/folder.ts';
import { witnessSite } from '../witness/site.ts';
import { exportLog, heldCheckpoints, proofOf } from './log-check.ts';
import { createWitnessing } from './witnessing.ts';

const page = `/${exampleId}/bitacora/testigos`;
const start = Temporal.Instant.from('2020-10-05T18:00:00Z');
const utsi = { office: 'utsi', person: 'persona-utsi' };

describe('another body keeps the log’s checkpoints', () => {
  let site: TestApp;
  let server: Listening;
  let witness: WitnessFolder;
  let clock = 0;
  const faults: unknown[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-witness-'));
  const other = mkdtempSync(join(tmpdir(), 'atalaya-witness-'));
  const seconds = () => Math.floor(start.epochMilliseconds / 1000) + clock;
  const pass = (more: number) => {
    clock += more;
    site.setNow(start.add({ seconds: clock }).toString({ fractionalSecondDigits: 3 }));
  };
  let sender: ReturnType<typeof createWitnessing>;
  const world = () => must(site.app.worlds.current().processes.get(exampleId), 'the example is there').witnesses;
  const release = (version: string) =>
    record(site, [['recordRelease', { system: 'sije', version, releasedOn: '2020-10-05', environment: 'production' }]], '2020-10-05', utsi);
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const exit = await verify(
      args,
      (text) => said.push(text),
      (text) => said.push(text),
    );
    return { exit, text: said.join('\n') };
  };

  beforeAll(async () => {
    site = await openTestApp({ now: start.toString({ fractionalSecondDigits: 3 }) });
    sender = createWitnessing(site.app, { fault: (fault) => faults.push(fault), elapsed: () => clock * 1000 });
    witness = openWitness(folder, 'iec.example/testigo');
    server = await listen(
      witnessSite(witness, seconds, (fault) => faults.push(fault)),
      '127.0.0.1',
      0,
    );
  });
  afterAll(async () => {
    expect(faults).toEqual([]);
    expect(await site.faults()).toEqual([]);
    await server.stop();
    await site.close();
    for (const one of [folder, other]) rmSync(one, { recursive: true });
  });

  test('the administrator lists it by its key; a key of another kind is refused with the form filled in', async () => {
    const administrator = visitorOf(site.web);
    await administrator.enterAs('administracion');
    const fields = {
      'r-clave': 'iec',
      'r-organismo': 'Instituto Electoral de Coahuila',
      'r-llave': site.app.ledger.verifierKey,
      'r-direccion': `http://127.0.0.1:${server.port}`,
      'r-privada': 'si',
    };
    const submit = async (more: Record<string, string> = {}) =>
      administrator.submit((await administrator.get(page)).page, `${page}/registrar`, { ...fields, ...more });
    const wrong = await submit();
    expect(wrong.status).toBe(422);
    expect(wrong.page.text).toContain('No es la clave de un testigo');
    expect((await submit({ 'r-llave': witness.signer.witnessKey })).status).toBe(303);
    expect((await submit({ 'r-clave': 'otro', 'r-llave': witness.signer.witnessKey })).status).toBe(409);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'witness.key')).mode & 0o777).toBe(0o600);
  });

  test('one that does not know this log yet is told of, once; when it does, it cosigns', async () => {
    await sender.run();
    expect(world().witnesses.get('iec')?.failing?.why).toBe('unlisted-log');
    pass(120);
    const position = site.app.worlds.current().position;
    await sender.run();
    expect(site.app.worlds.current().position).toBe(position);
    witness.trust(site.app.ledger.verifierKey);
    pass(600);
    await sender.run();
    expect(world().witnesses.get('iec')).toMatchObject({ held: { size: position, seconds: seconds() } });
    expect(world().witnesses.get('iec')?.failing).toBeUndefined();
    const { page: shown } = await visitorOf(site.web).get(page);
    expect(shown.text).toContain('Concuerda');
    expect(await heldCheckpoints(site.app)).toMatchObject([{ witness: 'iec', standing: 'holds', size: position }]);
  });

  test('its own cosignature is no reason for another; what is recorded since is, and it follows', async () => {
    const before = world().cosigned.length;
    pass(7200);
    await sender.run();
    expect(world().cosigned).toHaveLength(before);
    await release('7.0');
    await sender.run();
    expect(world().cosigned).toHaveLength(before + 1);
  });

  test('a witness that holds more than was believed says how much, and is given the proof from there', async () => {
    const administrator = visitorOf(site.web);
    await administrator.enterAs('administracion');
    const retire = { 'q-cual': 'iec', 'q-motivo': 'Cambió de dirección' };
    expect((await administrator.submit((await administrator.get(page)).page, `${page}/retirar`, retire)).status).toBe(303);
    const again = {
      'r-clave': 'iec-2',
      'r-organismo': 'Instituto Electoral de Coahuila',
      'r-llave': witness.signer.witnessKey,
      'r-direccion': `http://127.0.0.1:${server.port}/`,
      'r-privada': 'si',
    };
    expect((await administrator.submit((await administrator.get(page)).page, `${page}/registrar`, again)).status).toBe(303);
    await sender.run();
    expect(world().witnesses.get('iec-2')?.held?.size).toBeGreaterThan(world().witnesses.get('iec')?.held?.size ?? 0);
  });

  test('a stranger with both keys checks the checkpoint, a proof and an export', async () => {
    const keys = ['--key', site.app.ledger.verifierKey, '--witness', witness.signer.witnessKey];
    const at = (name: string) => join(folder, name);
    const { size } = must(world().cosigned[0], 'one was cosigned');
    await writeFile(at('note.txt'), (await visitorOf(site.web).get(`${page}/punto-de-control?asientos=${size}`)).page.html);
    expect(await run('checkpoint', at('note.txt'), ...keys)).toMatchObject({
      exit: 0,
      text: expect.stringContaining('Atestiguado por iec.example/testigo'),
    });
    await writeFile(at('proof.json'), JSON.stringify(await proofOf(site.app, 7)));
    expect(await run('proof', at('proof.json'), ...keys)).toMatchObject({ exit: 0, text: expect.stringContaining('Atestiguado') });
    const parts: string[] = [];
    await exportLog(site.app, (text) => void parts.push(text));
    await writeFile(at('log.txt'), parts.join(''));
    expect(await run('export', at('log.txt'), ...keys)).toMatchObject({
      exit: 0,
      text: expect.stringContaining(`atestiguó ${size} registros`),
    });
    const stranger = openWitness(await mkdtemp(join(other, 'x')), 'otro.example/testigo').signer.witnessKey;
    for (const what of ['checkpoint note.txt', 'proof proof.json', 'export log.txt']) {
      const [verb = '', file = ''] = what.split(' ');
      const told = await run(verb, at(file), '--key', site.app.ledger.verifierKey, '--witness', stranger);
      expect(told, what).toMatchObject({ exit: 1, text: expect.stringContaining('No lo atestiguó otro.example') });
    }
  });

  test('another history under the same key is refused by the witness, and the page says so', async () => {
    await release('8.0');
    // The witness is made to hold what this log never had: the same size under another root, signed by the log's own key.
    const signer = loadSigner(site.app.dataDir, site.app.ledger.origin);
    const kept = must(witness.held(site.app.ledger.origin), 'it holds one');
    const size = Number(kept.split('\n')[1]);
    const forked = signCheckpoint(signer, { size, root: Buffer.alloc(32, 7) });
    witness.keep(site.app.ledger.origin, forked);
    pass(7200);
    await sender.run();
    expect(world().witnesses.get('iec-2')?.failing?.why).toBe('inconsistent');
    expect((await visitorOf(site.web).get(page)).page.text).toContain('No concuerda');
    expect((await heldCheckpoints(site.app)).map(({ standing }) => standing)).toEqual(['retired', 'forked']);
    witness.keep(site.app.ledger.origin, signCheckpoint(signer, { size: 10_000, root: Buffer.alloc(32, 7) }));
    pass(7200);
    await sender.run();
    expect(world().witnesses.get('iec-2')?.failing?.why).toBe('ahead');
  });
});

describe('what a witness answers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atalaya-witness-'));
  const witness = openWitness(folder, 'testigo.example');
  const log = signerOf('bitacora.example', Buffer.alloc(32, 1));
  const foreign = signerOf('bitacora.example', Buffer.alloc(32, 2));
  witness.trust(log.verifierKey);
  afterAll(() => rmSync(folder, { recursive: true }));
  const root = (fill: number) => Buffer.alloc(32, fill);
  const note = (size: number, fill: number, signer = log) => signCheckpoint(signer, { size, root: root(fill) });
  const ask = (request: string) => addCheckpoint(witness, request, 1_600_000_000).status;

  test('follows the protocol, and signs nothing that does not follow', () => {
    expect(ask('what?')).toBe(400);
    expect(ask(`old 01\n\n${note(1, 1)}`)).toBe(400);
    expect(ask(`old 0\n${'x\n'.repeat(64)}\n${note(1, 1)}`)).toBe(400);
    expect(ask(`old 0\n\n${signCheckpoint(signerOf('otra.example', Buffer.alloc(32, 3)), { size: 1, root: root(1) })}`)).toBe(404);
    expect(ask(`old 0\n\n${note(1, 1, foreign)}`)).toBe(403);
    expect(ask(`old 2\n\n${note(1, 1)}`)).toBe(400);
    expect(ask(`old 0\n${root(1).toString('base64')}\n\n${note(1, 1)}`)).toBe(422);
    expect(witness.all()).toEqual([]);
    expect(ask(`old 0\n\n${note(2, 1)}`)).toBe(200);
    expect(ask(`old 2\n\n${note(2, 1)}`)).toBe(200);
    expect(ask(`old 2\n\n${note(2, 9)}`)).toBe(409);
    expect(ask(`old 2\n\n${note(3, 9)}`)).toBe(422);
    expect(addCheckpoint(witness, `old 0\n\n${note(3, 9)}`, 1)).toEqual({ status: 409, type: 'text/x.tlog.size', body: '2\n' });
    expect(witness.all()).toHaveLength(1);
  });

  test('holds the same after it is opened again, and never under a key that others can read', () => {
    expect(openWitness(folder).held('bitacora.example')).toContain('testigo.example');
    const copy = mkdtempSync(join(tmpdir(), 'atalaya-witness-'));
    expect(() => openWitness(copy)).toThrow();
    cpSync(folder, copy, { recursive: true });
    expect(openWitness(copy).signer.witnessKey).toBe(witness.signer.witnessKey);
    rmSync(copy, { recursive: true });
  });
});
