/** What a checkpoint of the log states: origin, size and root. */
export function checkpointText(verifierKey: string, { position, root }: { readonly position: number; readonly root: string }): string {
  const [origin = ''] = verifierKey.split('+');
  return `${origin}\n${position}\n${Buffer.from(root, 'hex').toString('base64')}\n`;
}
