import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SALES_DAY, saleRows } from '../testing/sales-screen.ts';
import { SalesTable } from './sales-table.tsx';

const saved: { name: string; file: Blob }[] = [];
let file: Blob;

beforeEach(() => {
  saved.length = 0;
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      file = blob;
      return 'blob:sales';
    },
    revokeObjectURL: () => {},
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    saved.push({ name: this.download, file });
  });
});
afterEach(() => void vi.restoreAllMocks());

describe('the export', () => {
  it('N-09 saves what the filters show, under the name of the day, for spreadsheets too', async () => {
    const { requests } = renderInWorld(
      'connected',
      <SalesTable today={SALES_DAY} filters={{ type: 'credit_memo' }} />,
    );
    await saleRows();
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(requests).toContain('GET /v1/sales/export?type=credit_memo');
    expect(saved[0]?.name).toBe(`sales-${SALES_DAY}.csv`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines[0]).toMatch(/^date,number,customer/);
    expect(lines.slice(1).every((line) => line.includes(',credit_memo,'))).toBe(true);
  });

  it('N-09 shows that it works, saves nothing that failed, and tries again', async () => {
    const { world } = renderInWorld('connected', <SalesTable today={SALES_DAY} />, {
      prepare: ({ faults }) => {
        faults.exportSales = { kind: 'offline', latencyMs: 200 };
      },
    });
    await saleRows();
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(await screen.findByRole('button', { name: 'Exporting…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Your sales could not be exported');
    expect(saved).toEqual([]);
    delete world.faults.exportSales;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('N-09 saves nothing once another business is on the page', async () => {
    const { unmount, world } = renderInWorld('connected', <SalesTable today={SALES_DAY} />);
    await saleRows();
    world.faults.exportSales = { kind: 'extra_fields', latencyMs: 100 };
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    unmount();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(saved).toEqual([]);
  });
});
