import type { ReadFault } from './fault.ts';

/** What a file is, told by its content first and its name second. */
export type SourceKind = 'results' | 'candidacies' | 'readme' | 'aggregate-json' | 'other';

/** Facts about all bytes of a file, learnt in the one pass that hashes it. */
export type ByteFacts = {
  readonly ascii: boolean;
  /** True when the whole file is well-formed UTF-8 (ASCII included). */
  readonly utf8: boolean;
  readonly nulBytes: boolean;
  /** True when a double quote occurs anywhere. */
  readonly quotes: boolean;
  /** How often a point stands between two digits; one too many may be counted where two reads of the file meet. */
  readonly decimals: number;
  /** Line ends of each sort: CR LF together, LF alone, CR alone. */
  readonly ends: { readonly crlf: number; readonly lf: number; readonly cr: number };
  /** Lines that are not empty, counted with the most frequent line end; exact when only one sort occurs. */
  readonly filledLines: number;
  /** Bytes of the longest line, without its end. */
  readonly longestLineBytes: number;
};

/** A package a file was taken out of. */
export type Archive = { readonly name: string; readonly path: string; readonly sha256: string };

/** One file as handed in or as found inside a package. What cannot be read is a source too, of kind `other`, with its faults. */
export type Source = {
  /** Base name, as published. */
  readonly name: string;
  /** Where it came from, for people: the path as given, and `package.zip!inside/name.csv` inside a package. */
  readonly path: string;
  /** A file on this disk holding exactly the published bytes; null when there are none. */
  readonly file: string | null;
  readonly sizeBytes: number;
  /** SHA-256 of the published bytes, lower-case hex; null when they could not be read. */
  readonly sha256: string | null;
  readonly kind: SourceKind;
  readonly bytes: ByteFacts;
  /** The packages it came in, outermost first. */
  readonly archives: readonly Archive[];
  readonly faults: readonly ReadFault[];
};
