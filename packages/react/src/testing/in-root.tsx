import type { Decorator } from '@storybook/react-vite';
import { Root } from '../provider/root.tsx';

/** Gives a part of a widget the root its styles start from. */
export const inRoot: Decorator = (Story) => (
  <Root>
    <Story />
  </Root>
);
