import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';

const row = () => screen.findByRole('listitem', { name: /^QuickBooks/ });
const moreButton = async () => within(await row()).getByRole('button', { name: /^More about QuickBooks/ });

/** The page of a business with the details of its accounting channel open. */
async function openDetails(...given: Parameters<typeof renderInWorld>) {
  const page = renderInWorld(...given);
  await userEvent.click(await moreButton());
  const details = await screen.findByRole('dialog', { name: /^QuickBooks/ });
  await waitFor(() => expect(getComputedStyle(details).pointerEvents).not.toBe('none'));
  return { ...page, details };
}

describe('channel details', () => {
  it('B-02 E-12 show the facts and the history, and give the focus back', async () => {
    const { details } = await openDetails('connected', <SalesChannels />);
    expect(details).toHaveTextContent(/Company.*Brightwater.*Type.*Accounting.*Status.*Up to date/);
    expect(details).toHaveTextContent(/Last synced.*2 hr\. ago.*On schedule/);
    const runs = await within(details).findAllByRole('listitem');
    expect(runs).toHaveLength(4);
    expect(runs[0]).toHaveTextContent(/Succeeded.*On schedule.*took .*provider call.*created.*0 errors/);
    expect(runs[1]).toHaveTextContent(/Asked for by/);
    await expectNoViolations(details);
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await moreButton()).toHaveFocus());
  });

  it('E-14 E-16 say when it syncs next, that nothing is missing, and what it costs', async () => {
    const { details } = await openDetails('connected', <SalesChannels />, {
      prepare: (world) => {
        world.monthlyCalls = 500;
      },
    });
    expect(details).toHaveTextContent(/Next sync.*By itself in 4 hr\./);
    expect(details).toHaveTextContent(
      /Checked.*2 hr\. ago.*Invoices.*(\d+) of \1.*Sales receipts.*(\d+) of \2.*Credit memos.*(\d+) of \3/,
    );
    expect(details).toHaveTextContent(/Provider calls.*\d+ of 500 in \w+ 20\d\d/);
    expect(details).not.toHaveTextContent('Sign-in');
  });

  it('E-14 say of a channel that does not sync by itself that it does not', async () => {
    const { details } = await openDetails('connected', <SalesChannels />, {
      prepare: (world) => {
        world.syncEveryMs = null;
      },
    });
    expect(details).toHaveTextContent(/Next sync.*Only when somebody asks for it/);
    expect(details).toHaveTextContent(/Provider calls.*\d+ in \w+ 20\d\d/);
  });

  it('E-16 say of which kind documents are missing, and which could not be imported', async () => {
    const { details } = await openDetails('countMismatch', <SalesChannels />, {
      prepare: ({ channels }) => {
        const { verification } = channels.find(({ type }) => type === 'accounting') ?? {};
        if (!verification) return;
        verification.documents = {
          invoice: { expected: 1203, stored: 1200, errors: 0 },
          sales_receipt: { expected: 300, stored: 298, errors: 2 },
          credit_memo: { expected: 40, stored: 41, errors: 0 },
        };
      },
    });
    const kinds = [...details.querySelectorAll('.sc-verified-kind')].map(({ textContent }) => textContent);
    expect(kinds).toEqual([
      'Invoices1,200 of 1,2033 documents fewer than QuickBooks Online counts',
      'Sales receipts300 of 3002 could not be imported',
      'Credit memos41 of 401 document more than QuickBooks Online counts',
    ]);
    await expectNoViolations(details);
  });

  it('H-attention say when the authorization ends, once that is near', async () => {
    const { details } = await openDetails('authorisationExpiresSoon', <SalesChannels />);
    await waitFor(() =>
      expect(details).toHaveTextContent(/Sign-in.*Ends on .* 20\d\d unless somebody signs in again/),
    );
  });

  it('E-12 E-14 say of each sync what made it begin', async () => {
    const { details } = await openDetails('syncsByItself', <SalesChannels />);
    const [newest, before] = await within(details).findAllByRole('listitem', { name: '' });
    await waitFor(() => expect(details).toHaveTextContent('Asked for by'));
    const runs = [...details.querySelectorAll('.sc-run-facts')].map(({ textContent }) => textContent);
    expect(runs[0]).toMatch(/^QuickBooks Online reported a change · .*provider calls?$/);
    expect(runs[1]).toMatch(/^On schedule · /);
    expect(newest).not.toBe(before);
  });

  it('E-12 tell why a sync failed and list what it could not import', async () => {
    const { details } = await openDetails('completedWithErrors', <SalesChannels />);
    const [newest] = await within(details).findAllByRole('listitem', { name: '' });
    expect(newest).toHaveTextContent('With errors');
    expect(newest).toHaveTextContent('5217: The line amounts do not add up to the subtotal.');
  });

  it('E-12 show older syncs when asked to', async () => {
    const { details, world } = await openDetails('connected', <SalesChannels />, {
      prepare: ({ runs }) => {
        const [first] = runs;
        if (first === undefined) return;
        for (let count = 0; count < 12; count += 1) {
          runs.unshift({ ...first, run: { ...first.run, id: `run_old_${count}` } });
        }
      },
    });
    const list = () => within(details).findByRole('list', { name: 'Sync history' });
    expect((await list()).children).toHaveLength(10);
    await userEvent.click(within(details).getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect((await list()).children).toHaveLength(world.runs.length));
    expect(within(details).queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('D-07 takes an earlier date after the first sync, and says why it takes no later one', async () => {
    const { details, world } = await openDetails('connected', <SalesChannels />);
    const before = world.channels.find(({ type }) => type === 'accounting')?.initialSyncDate ?? '';
    await userEvent.click(within(details).getByRole('button', { name: 'Change the initial sync date' }));
    const field = within(details).getByLabelText('New date');
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/It can only move earlier/);
    await userEvent.clear(field);
    await userEvent.type(field, world.today());
    await userEvent.click(within(details).getByRole('button', { name: 'Change date' }));
    expect(field).toHaveAccessibleDescription(/are here already\. Choose an earlier date/);
    await userEvent.clear(field);
    await userEvent.type(field, '2024-01-01');
    expect(await within(details).findByText(/About [\d,]+ sales? from this date on/)).toBeVisible();
    await userEvent.click(within(details).getByRole('button', { name: 'Change date' }));
    await within(details).findByText('Jan 1, 2024');
    expect(before > '2024-01-01').toBe(true);
    expect(within(details).getByRole('button', { name: 'Change the initial sync date' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await row()).toHaveTextContent('since Jan 1, 2024'));
  });

  it('D-07 takes any date before the first success', async () => {
    const { details, world } = await openDetails('neverSynced', <SalesChannels />);
    await userEvent.click(within(details).getByRole('button', { name: 'Change the initial sync date' }));
    const field = within(details).getByLabelText('New date');
    expect(field).toHaveAccessibleDescription(/it can be any date/);
    await userEvent.clear(field);
    await userEvent.type(field, world.today());
    await userEvent.click(within(details).getByRole('button', { name: 'Change date' }));
    await waitFor(() => expect(world.channels.some((c) => c.initialSyncDate === world.today())).toBe(true));
  });

  it('E-07 warn of an earlier date before stock was tracked', async () => {
    const { details } = await openDetails('connected', <SalesChannels />, {
      prepare: ({ context }) => {
        context.stockTrackedSince = '2024-02-01';
      },
    });
    await userEvent.click(within(details).getByRole('button', { name: 'Change the initial sync date' }));
    const field = within(details).getByLabelText('New date');
    await userEvent.clear(field);
    await userEvent.type(field, '2024-01-31');
    expect(await within(details).findByText(/^Stock is tracked here since Feb 1, 2024\./)).toBeVisible();
    await userEvent.clear(field);
    await userEvent.type(field, '2024-02-01');
    await within(details).findByText(/^About [\d,]+ sales? from this date on/);
    expect(within(details).queryByText(/^Stock is tracked/)).toBeNull();
  });

  it('D-07 says what the server has against a date', async () => {
    const { details, world } = await openDetails('neverSynced', <SalesChannels />);
    await userEvent.click(within(details).getByRole('button', { name: 'Change the initial sync date' }));
    world.faults.updateChannel = 'sync_in_progress';
    const field = within(details).getByLabelText('New date');
    await userEvent.clear(field);
    await userEvent.type(field, '2025-01-01');
    await userEvent.click(within(details).getByRole('button', { name: 'Change date' }));
    await waitFor(() => expect(field).toHaveAccessibleDescription(/A sync is already running/));
  });

  it('U-02 change nothing for somebody who does not manage channels', async () => {
    const { details } = await openDetails('readOnly', <SalesChannels />);
    await within(details).findByRole('list', { name: 'Sync history' });
    expect(within(details).queryByRole('button', { name: /Change|Deactivate|Remove/ })).toBeNull();
  });
});

describe('ending a channel', () => {
  it('I-06 asks with both consequences; "Keep it active" changes nothing', async () => {
    const { details, world } = await openDetails('connected', <SalesChannels />);
    await userEvent.click(within(details).getByRole('button', { name: 'Deactivate channel' }));
    const question = await screen.findByRole('alertdialog', { name: /^Deactivate .*\?$/ });
    expect(question).toHaveTextContent(/Nothing syncs any more.*Every sale.*stays.*counts/);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(world.channels.every(({ isActive }) => isActive)).toBe(true);
  });

  it('I-01 I-02 B-01 B-06 deactivates at once in every list, with the sales kept and the focus in the row', async () => {
    const { details, world } = await openDetails('connected', <SalesChannels />);
    const sales = world.sales.length;
    await userEvent.click(within(details).getByRole('button', { name: 'Deactivate channel' }));
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Deactivate channel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await row()).toHaveTextContent(/Inactive/);
    expect(within(await row()).queryByRole('button', { name: /Sync now/ })).toBeNull();
    expect(world.sales).toHaveLength(sales);
    await waitFor(async () => expect(await moreButton()).toHaveFocus());
    expect(within(await row()).getByText(/^QuickBooks.*: Inactive$/)).toHaveRole('status');
  });

  it('I-06 says why it could not be deactivated', async () => {
    const { details, world } = await openDetails('connected', <SalesChannels />);
    world.faults.deactivateChannel = 'internal';
    await userEvent.click(within(details).getByRole('button', { name: 'Deactivate channel' }));
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Deactivate channel' }));
    expect(await within(question).findByRole('alert')).toHaveTextContent(/went wrong on our side/);
    await expectNoViolations(question);
  });

  it('J-06 offers no removal of a channel with sales, and says what to do instead', async () => {
    const { details } = await openDetails('connected', <SalesChannels />);
    expect(await within(details).findByText(/cannot be removed\. Deactivate it instead/)).toBeVisible();
    expect(within(details).queryByRole('button', { name: 'Remove channel' })).toBeNull();
  });

  it('J-06 removes a channel without sales, and the focus goes to the title', async () => {
    const { details } = await openDetails('neverSynced', <SalesChannels />);
    await userEvent.click(await within(details).findByRole('button', { name: 'Remove channel' }));
    const question = await screen.findByRole('alertdialog', { name: /^Remove .*\?$/ });
    await userEvent.click(within(question).getByRole('button', { name: 'Remove channel' }));
    await waitFor(() => expect(screen.queryByRole('listitem', { name: /^QuickBooks/ })).toBeNull());
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Sales channels' })).toHaveFocus());
    expect(screen.getByText(/was removed\.$/)).toHaveRole('status');
  });

  it('J-06 says so when sales came in meanwhile', async () => {
    const { details, world } = await openDetails('neverSynced', <SalesChannels />);
    await userEvent.click(await within(details).findByRole('button', { name: 'Remove channel' }));
    world.faults.removeChannel = 'channel_has_sales';
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: 'Remove channel' }));
    expect(await within(question).findByRole('alert')).toHaveTextContent(/Deactivate it instead/);
  });

  it('I-08 gives the Manual channel no such controls', async () => {
    renderInWorld('connected', <SalesChannels />);
    const manual = await screen.findByRole('listitem', { name: 'Manual' });
    expect(within(manual).queryByRole('button', { name: /More about|Deactivate|Remove|Sync/ })).toBeNull();
  });
});
