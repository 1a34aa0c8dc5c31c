/** A third of the kit's weight, which looking at sales does not need. */
export const loadConnectWizard = () => import('../connect-wizard/connect-wizard.tsx');
