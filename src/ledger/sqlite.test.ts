import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ledgerContract } from './ledger.contract.ts';

const columns = '(seq, stream, body, leaf)';

ledgerContract('SQLite', async () => ({
  place: {},
  statement: async (dataDir, sql) => {
    using db = new DatabaseSync(join(dataDir, 'ledger.db'));
    db.exec(sql);
  },
  forbidden: [
    "UPDATE entry SET body = 'x' WHERE seq = 1",
    'UPDATE entry SET seq = 3 WHERE seq = 2',
    'UPDATE OR REPLACE entry SET seq = 1 WHERE seq = 2',
    'DELETE FROM entry WHERE seq = 2',
    'DELETE FROM entry',
    `INSERT INTO entry ${columns} SELECT seq, stream, 'x', leaf FROM entry WHERE seq = 1 ON CONFLICT (seq) DO UPDATE SET body = 'x'`,
    `INSERT OR REPLACE INTO entry ${columns} SELECT seq, stream, 'x', leaf FROM entry WHERE seq = 2`,
    `REPLACE INTO entry ${columns} SELECT seq, stream, 'x', leaf FROM entry WHERE seq = 1`,
    `INSERT INTO entry ${columns} SELECT 9, stream, body, leaf FROM entry WHERE seq = 1`,
    "UPDATE log SET origin = 'other'",
    'DELETE FROM log',
    "REPLACE INTO log VALUES (1, 'other')",
    "INSERT INTO log VALUES (2, 'other')",
  ],
}));
