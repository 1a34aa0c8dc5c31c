import type { Meta, StoryObj } from '@storybook/react-vite';
import { inRoot } from '../testing/in-root.tsx';
import { Checkbox, Switch } from './checkbox.tsx';
import { Field } from './field.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

const meta = {
  component: Field,
  decorators: [inRoot],
  args: { label: 'Initial sync date', children: (control) => <TextInput {...control} type="date" /> },
} satisfies Meta<typeof Field>;
export default meta;
type Story = StoryObj<typeof meta>;

export const DateField: Story = { args: { hint: 'Sales dated on or after it are brought in.' } };
export const Invalid: Story = { args: { error: 'This date does not exist.' } };
export const Search: Story = {
  args: { label: 'Search', children: (control) => <TextInput {...control} type="search" icon="search" /> },
};
export const Choice: Story = {
  args: {
    label: 'Company',
    children: (control) => (
      <Select
        {...control}
        options={[
          { value: 'a', label: 'Brightwater Supplies LLC' },
          { value: 'b', label: 'Kestrel Trading' },
        ]}
      />
    ),
  },
};
export const OnOrOff: Story = {
  render: () => (
    <>
      <Checkbox defaultChecked>Start the first sync now</Checkbox>{' '}
      <Switch defaultChecked>Sales tracking</Switch>
    </>
  ),
};
