import { ChevronsUpDown } from 'lucide-react';
import type { AccountView } from '../../wire/account.ts';
import { useChangeAccount } from '../account.ts';

export function BusinessSwitcher({ account }: { account: AccountView }) {
  const { business, businesses } = account;
  const change = useChangeAccount(business.id);
  return (
    <label className="business">
      <span className="business-mark" aria-hidden="true">
        {business.name.slice(0, 1)}
      </span>
      <span className="business-name">
        <span className="visually-hidden">Business</span>
        <span aria-hidden="true">{business.name}</span>
        <small>{business.place}</small>
      </span>
      <ChevronsUpDown size={16} aria-hidden="true" />
      <select
        value={business.id}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ business: event.target.value })}
      >
        {businesses.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
