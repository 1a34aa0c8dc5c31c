import type { AccountChange, AccountView } from '../../wire/account.ts';
import { useChangeAccount } from '../account.ts';
import { Choice } from './choice.tsx';
import { THEMES, useTheme } from './use-theme.ts';

const PLANS = [
  { value: 'standard', label: 'Standard', hint: '1 connection' },
  { value: 'advanced', label: 'Advanced', hint: '3 connections' },
] as const;

/** What a real product would have in its billing, its login and its settings. */
export function DemoControls({ account }: { account: AccountView }) {
  const change = useChangeAccount(account.business.id);
  const make = (wanted: AccountChange) => change.mutateAsync(wanted).catch(() => {});
  const [theme, setTheme] = useTheme();
  return (
    <details className="demo" open={window.innerWidth > 860}>
      <summary>Demo controls</summary>
      <Choice label="Plan" value={account.plan} options={PLANS} onChange={(plan) => make({ plan })} />
      <Choice
        label="Signed in as"
        value={account.user.id}
        options={account.users.map(({ id, name, role }) => ({ value: id, label: name, hint: role }))}
        onChange={(user) => make({ user })}
      />
      <Choice label="Theme" value={theme} options={THEMES} onChange={async (chosen) => setTheme(chosen)} />
      {change.isError && <p role="alert">{change.error.message}</p>}
    </details>
  );
}
