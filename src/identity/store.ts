/** The database of the personal-data store: what the sign-in library is given, and the little it does not do. */
export interface Store<Database> {
  /** Handed to the library, which makes and fills its own tables in it. */
  readonly database: Database;
  /** Whether an account was ever made (demonstration visitors are not accounts), without loading the library. */
  hasAccounts(): Promise<boolean>;
  /** Runs `makeTables` while no other process does. */
  whileAlone(makeTables: () => Promise<void>): Promise<void>;
  /** After an erasure: what was overwritten leaves the files too, as far as the database can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
