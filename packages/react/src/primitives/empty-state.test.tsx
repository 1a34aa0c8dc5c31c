import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { EmptyState } from './empty-state.tsx';

const roomFor = (action: ReactNode) =>
  render(<EmptyState title="No sales yet" action={action} />).container.querySelector('.sc-empty-action');

it('has room for a next step only where there is one', () => {
  expect(roomFor(<button>Connect</button>)).not.toBeNull();
  expect(roomFor(undefined)).toBeNull();
  expect(roomFor(false)).toBeNull();
});
