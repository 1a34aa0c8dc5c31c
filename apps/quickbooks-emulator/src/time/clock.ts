export interface Clock {
  /** Milliseconds since the epoch on the emulator's own clock, which runs at the pace of the real one. */
  milliseconds(): number;
  /** Whole seconds since the epoch. */
  seconds(): number;
  set(milliseconds: number): void;
  advance(milliseconds: number): void;
  /** How far it is ahead of the real clock, in milliseconds. */
  lead(): number;
  /** Calls back whenever the clock was set or advanced. */
  watch(onJump: () => void): void;
}

export function createClock(startMilliseconds: number): Clock {
  let offset = startMilliseconds - Date.now();
  const watchers: (() => void)[] = [];
  const jumped = () => {
    for (const onJump of watchers) onJump();
  };
  const milliseconds = () => Date.now() + offset;
  return {
    milliseconds,
    seconds: () => Math.floor(milliseconds() / 1000),
    set: (to) => {
      offset = to - Date.now();
      jumped();
    },
    advance: (by) => {
      offset += by;
      jumped();
    },
    lead: () => offset,
    watch: (onJump) => void watchers.push(onJump),
  };
}
