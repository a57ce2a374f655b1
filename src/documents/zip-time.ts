const centralEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** 1980-01-01 00:00, the first moment a ZIP can say (MS-DOS date in the high half). */
const firstMoment = 0x00210000;

/** A ZIP whose entries carry no time of their own: every date, in the directory and before each entry, becomes 1980-01-01. Changes `zip` in place. */
export function undated(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endRecord(view);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== centralEntry) throw new Error(`not a ZIP directory entry at byte ${at}`);
    view.setUint32(at + 12, firstMoment, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, firstMoment, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}

/** The end-of-directory record is the last thing in the file, before a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  throw new Error('not a ZIP: it has no end-of-directory record');
}
