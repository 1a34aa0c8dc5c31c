import { expect, waitFor } from 'storybook/test';

/** Plays a story until nothing in it is loading, so that what axe looks at is what people see. */
export const untilSettled = async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
  await waitFor(
    () => expect(canvasElement.querySelector('.sc-root')?.querySelector('[aria-busy="true"]')).toBeNull(),
    { timeout: 10_000 },
  );
};
