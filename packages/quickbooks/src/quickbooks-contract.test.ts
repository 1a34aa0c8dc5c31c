import { describeProviderContract } from '@sales-channels/bff/provider/testing';
import { openEmulatorWorld } from './testing/emulator-world.ts';

describeProviderContract({
  name: 'QuickBooks Online',
  open: openEmulatorWorld,
  hasNotifications: true,
  dataFaults: [
    { name: '401', code: 'unauthorized' },
    { name: '401-100', code: 'unauthorized' },
    { name: '401-120', code: 'access_lost' },
    { name: '403', code: 'wrong_environment' },
    { name: '429', code: 'throttled' },
    { name: '429xml', code: 'throttled' },
    { name: '500', code: 'unavailable' },
    { name: '500xml', code: 'unavailable' },
    { name: '502html', code: 'unavailable' },
    { name: '503html', code: 'unavailable' },
    { name: '504html', code: 'unavailable' },
    { name: 'bad-json', code: 'unavailable' },
    { name: 'reset', code: 'unavailable' },
    { name: 'cut', code: 'unavailable' },
    { name: 'lost', code: 'unavailable' },
    { name: '200fault', code: 'rejected' },
    { name: '4002', code: 'poisoned' },
  ],
  tokenFaults: [
    { name: 'invalid-grant', code: 'invalid_grant' },
    { name: 'invalid-client', code: 'misconfigured' },
    { name: '429', code: 'throttled' },
    { name: '500', code: 'ambiguous' },
    { name: '503html', code: 'ambiguous' },
    { name: 'reset', code: 'ambiguous' },
    { name: 'lost', code: 'ambiguous' },
  ],
});
