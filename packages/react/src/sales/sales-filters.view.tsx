import type { Channel, SaleFilters } from '@sales-channels/contract';
import { SALE_SOURCES, SALE_TYPES } from '@sales-channels/contract';
import { useCallback } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { DateFilterView } from './date-filter.view.tsx';
import { FilterSelect } from './filter-select.view.tsx';
import { isFiltered, setFilters } from './set-filters.ts';
import { useDebouncedText } from './use-debounced-text.ts';

export interface SalesFiltersViewProps {
  filters: SaleFilters;
  channels: readonly Channel[];
  today: string;
  onChange: (filters: SaleFilters) => void;
  /** Takes all filters away, with what is half typed. */
  onClear: () => void;
}

export function SalesFiltersView({ filters, channels, today, onChange, onClear }: SalesFiltersViewProps) {
  const {
    sales: words,
    channels: { types },
  } = useMessages();
  const change = useCallback(
    (changes: Parameters<typeof setFilters>[1]) => onChange(setFilters(filters, changes)),
    [filters, onChange],
  );
  const search = useCallback((text: string) => change({ search: text }), [change]);
  const [text, setText] = useDebouncedText(filters.search ?? '', search);

  return (
    <form aria-label={words.filtersLabel} className="sc-filters" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        type="search"
        icon="search"
        maxLength={100}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <DateFilterView range={filters} today={today} onChange={change} />
      <FilterSelect
        label={words.channelFilter}
        all={words.allChannels}
        value={filters.channelId}
        options={channels.map((channel) => ({
          value: channel.id,
          label: channelTitle(channel, types.manual),
        }))}
        onChange={(channelId) => change({ channelId })}
      />
      <FilterSelect
        label={words.typeFilter}
        all={words.allTypes}
        value={filters.type}
        options={SALE_TYPES.map((value) => ({ value, label: words.types[value] }))}
        onChange={(type) => change({ type })}
      />
      <FilterSelect
        label={words.sourceFilter}
        all={words.allSources}
        value={filters.source}
        options={SALE_SOURCES.map((value) => ({ value, label: words.sources[value] }))}
        onChange={(source) => change({ source })}
      />
      <FilterSelect
        label={words.statusFilter}
        all={words.anyStatus}
        value={filters.state}
        options={[
          { value: 'active', label: words.hideVoided },
          { value: 'voided', label: words.onlyVoided },
        ]}
        onChange={(state) => change({ state })}
      />
      {isFiltered(filters) && (
        <Button variant="quiet" onClick={onClear}>
          {words.clearFilters}
        </Button>
      )}
    </form>
  );
}
