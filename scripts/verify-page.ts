import { build, type Plugin } from 'vite';

const name = 'virtual:verify-page';

/** `import script from 'virtual:verify-page'`: the verifier as one script for a browser, as text, whatever is being built or tested. */
export const verifyPage = (): Plugin => ({
  name: 'atalaya-verify-page',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: async (id) => {
    if (id !== `\0${name}`) return undefined;
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, target: 'es2023', rolldownOptions: { input: 'src/verify/page.ts' }, modulePreload: { polyfill: false } },
    });
    const outputs = Array.isArray(built) ? built : [built];
    const chunks = outputs.flatMap((one) => ('output' in one ? one.output : []));
    const [entry] = chunks.flatMap((one) => (one.type === 'chunk' && one.isEntry ? [one.code] : []));
    if (entry === undefined) throw new Error('src/verify/page.ts made no script');
    return `export default ${JSON.stringify(entry)};`;
  },
});
