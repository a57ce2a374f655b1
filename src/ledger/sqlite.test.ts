import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerContract } from './ledger.contract.ts';

ledgerContract('SQLite', async () => ({
  place: {},
  table: (name) => name,
  refusesTruncate: false,
  statement: async (dataDir, sql) => {
    using db = new DatabaseSync(join(dataDir, 'ledger.db'));
    db.exec(sql);
  },
}));
