import { useEffect, useRef } from 'react';
import type { AccountView, PlanId } from '../../wire/account.ts';
import { useChangeAccount } from '../account.ts';

interface UpgradeDialogProps {
  account: AccountView;
  /** The plan the kit asked for; null while it asks for none. */
  plan: string | null;
  onClose: () => void;
}

/** Northwind's billing, as far as the demo has one. */
export function UpgradeDialog({ account, plan, onClose }: UpgradeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const change = useChangeAccount(account.business.id);
  const isOpen = plan !== null;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const buy = async () => {
    await change.mutateAsync({ plan: plan?.toLowerCase() as PlanId });
    onClose();
  };
  return (
    <dialog ref={dialog} className="upgrade" aria-labelledby="upgrade-title" onClose={onClose}>
      <h2 id="upgrade-title">Change to {plan}?</h2>
      <p>
        {account.business.name} is on the {account.plan} plan. Nothing is charged in this demo.
      </p>
      {change.isError && <p role="alert">{change.error.message}</p>}
      <div className="upgrade-actions">
        <button type="button" className="button" onClick={onClose}>
          Not now
        </button>
        <button
          type="button"
          className="button primary"
          disabled={change.isPending}
          onClick={() => void buy().catch(() => {})}
        >
          Change to {plan}
        </button>
      </div>
    </dialog>
  );
}
