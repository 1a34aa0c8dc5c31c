import { startQuickBooksEmulator } from '@sales-channels/quickbooks-emulator';
import type { EmulatorOptions } from '@sales-channels/quickbooks-emulator';

// In a process of its own, so that its work and the product's do not wait for each other.
const options = JSON.parse(process.env['EMULATOR_OPTIONS'] ?? '{}') as EmulatorOptions;
const emulator = await startQuickBooksEmulator(options);
process.once('SIGTERM', () => void emulator.stop().then(() => process.exit(0)));
