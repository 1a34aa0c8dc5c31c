export const connectWizardMessages = {};
