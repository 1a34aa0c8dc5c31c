export interface Throttle {
  /** Counts a request; false when the realm has used up its 10 a second or 500 a minute. */
  admit(realmId: string, milliseconds: number): boolean;
}

const perSecond = 10;
const perMinute = 500;

export function createThrottle(): Throttle {
  const admitted = new Map<string, number[]>();
  return {
    admit: (realmId, milliseconds) => {
      const recent = (admitted.get(realmId) ?? []).filter(
        (at) => at > milliseconds - 60_000 && at <= milliseconds,
      );
      admitted.set(realmId, recent);
      const lastSecond = recent.filter((at) => at > milliseconds - 1000).length;
      if (recent.length >= perMinute || lastSecond >= perSecond) return false;
      recent.push(milliseconds);
      return true;
    },
  };
}
