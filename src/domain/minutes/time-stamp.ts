/** DER of a TimeStampReq (RFC 3161, 2.4.1) before its digest: version 1, SHA-256 as the algorithm, 32 bytes to come. */
const before = '30390201013031300d060960864801650304020105000420';
/** certReq TRUE. */
const after = '0101ff';

/** A request to a time-stamping authority for this SHA-256 digest (lower-case hex). */
export const timeStampRequest = (digest: string): Uint8Array<ArrayBuffer> => {
  const hex = `${before}${digest}${after}`;
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
};
