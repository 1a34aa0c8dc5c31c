/** Calls a function of the host's. What it throws is the host's own error: it is reported, and ends nothing here. */
export function tellHost(call: () => void): void {
  try {
    call();
  } catch (error) {
    if (typeof reportError === 'function') reportError(error);
    else {
      setTimeout(() => {
        throw error;
      });
    }
  }
}
