/** Of several machines that serve one database, one does the scheduled work. */
export type Leader = {
  /** Whether this one leads now; tries to when nobody does. */
  readonly lead: () => Promise<boolean>;
  readonly resign: () => Promise<void>;
};

/** Where one process has the data folder to itself. */
export const alone: Leader = { lead: async () => true, resign: async () => undefined };
