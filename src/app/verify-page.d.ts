/** Made by `scripts/verify-page.ts` of `src/verify/page.ts`. */
declare module 'virtual:verify-page' {
  const script: string;
  export default script;
}
