import type { SalesChannelsClient } from '@sales-channels/react';
import { createAuthorization, resumeAuthorization } from '@sales-channels/react';

export async function offerSignIn(
  client: SalesChannelsClient,
  provider: string,
  button: HTMLButtonElement,
  show: (status: string) => void,
) {
  const authorization = createAuthorization(client);
  authorization.subscribe(() => show(authorization.getState().status));

  // Straight from the click: browsers open windows for nothing else.
  button.addEventListener('click', () => {
    const isBlocked = authorization.getState().status === 'blocked';
    if (isBlocked) authorization.redirect({ provider });
    else authorization.open({ provider });
  });

  // The page may have just come back from a sign-in in the whole page.
  const returned = await resumeAuthorization(client);
  if (returned) show(returned.failure ? returned.failure.code : 'succeeded');
}
