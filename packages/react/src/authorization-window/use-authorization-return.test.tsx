import { render } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { useAuthorizationReturn } from './use-authorization-return.ts';

function Asking({ onReturn }: { onReturn: (authorizationId: string) => void }) {
  useAuthorizationReturn(onReturn);
  return null;
}

it('C-09 takes a returned sign-in out of the address, once, keeping the rest of it', () => {
  window.history.replaceState({ route: 1 }, '', '/sales?tab=channels&sc_authorization=aut_3#list');
  const onReturn = vi.fn();
  const onSecond = vi.fn();
  render(
    <StrictMode>
      <Asking onReturn={onReturn} />
      <Asking onReturn={onSecond} />
    </StrictMode>,
  );
  expect(onReturn.mock.calls).toEqual([['aut_3']]);
  expect(onSecond).not.toHaveBeenCalled();
  expect(window.location.href).toBe(`${window.location.origin}/sales?tab=channels#list`);
  expect(window.history.state).toEqual({ route: 1 });
});

it('says nothing on an ordinary visit', () => {
  window.history.replaceState(null, '', '/sales');
  const onReturn = vi.fn();
  render(<Asking onReturn={onReturn} />);
  expect(onReturn).not.toHaveBeenCalled();
});
