/** The environment of everything that runs in the unpacked root: none of the caller's settings reach the server. */
export const serverEnvironment: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
