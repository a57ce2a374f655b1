/** What is taken in as evidence: the type found in the bytes, and the endings its name may have, the usual one first. */
export const kinds: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/zip': ['zip'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic', 'heif'],
  'video/mp4': ['mp4'],
  'video/x-m4v': ['m4v'],
  'video/matroska': ['mkv'],
  'video/vnd.avi': ['avi'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg', 'oga'],
  'audio/wav': ['wav'],
  'text/plain': ['txt', 'log'],
  'text/csv': ['csv', 'tsv'],
  'text/markdown': ['md', 'markdown'],
  'application/json': ['json'],
  'application/xml': ['xml'],
  'application/yaml': ['yaml', 'yml'],
};

/** Text says nothing of its kind by itself: there, and only there, the ending of the name decides. */
export const textKinds = ['text/plain', 'text/csv', 'text/markdown', 'application/json', 'application/xml', 'application/yaml'] as const;

/** Types that run when opened, whatever the file is called. */
export const programs: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'application/java-vm',
  'application/java-archive',
  'application/wasm',
  'application/vnd.android.package-archive',
  'application/x-deb',
  'application/x-rpm',
  'application/x-apple-diskimage',
  'application/x-iso9660-image',
  'application/vnd.ms-cab-compressed',
]);

/** Office documents that announce macros (`.docm`, `.xlsm`, `.pptm`, and their templates). */
export const isMacroType = (type: string): boolean => /macroenabled/i.test(type);

/** A ZIP by another name: what is inside decides. */
export const isZipped = (type: string): boolean => /^application\/(?:zip|vnd\.openxmlformats|vnd\.oasis)/.test(type);

export const endingOf = (name: string): string => /\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
