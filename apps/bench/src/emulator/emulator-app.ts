/** The app as the emulator knows it. */
export const EMULATOR_APP = { clientId: 'bench', clientSecret: 'bench-secret' };
export const REDIRECT_URI = 'http://127.0.0.1/connect/callback';
