export const authorizationWindowMessages = {};
