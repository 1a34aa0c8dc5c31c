import { startQuickBooksEmulator } from '../index.ts';

const [realmId = '', documents = ''] = process.argv.slice(2);
const emulator = await startQuickBooksEmulator({
  companies: [{ realmId, name: 'Large company', documents: Number(documents) }],
});
process.stdout.write(`${emulator.url}\n`);
