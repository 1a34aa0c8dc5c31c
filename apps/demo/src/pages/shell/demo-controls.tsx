import type { AccountChange, AccountView } from '../../wire/account.ts';
import { useChangeAccount } from '../account.ts';
import { Choice } from './choice.tsx';
import { chooseKitLanguage, KIT_LANGUAGES, storedKitLanguage } from './use-kit-language.ts';
import { THEMES, useTheme } from './use-theme.ts';

const PLANS = [
  { value: 'starter', label: 'Starter', hint: 'no sales tracking' },
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
      <Choice
        label="Language of the kit"
        value={storedKitLanguage()}
        options={KIT_LANGUAGES}
        onChange={async (chosen) => chooseKitLanguage(chosen)}
      />
      {change.isError && <p role="alert">{change.error.message}</p>}
    </details>
  );
}
