/** What an engine needs to start; `port` 0 takes any free one. */
export interface StartOptions {
  port: number;
  dataDirectory: string | undefined;
  log: (line: string) => void;
}

/** A database that answers. */
export interface RunningDatabase {
  /** Where drivers connect; it names no database. */
  uri: string;
  /** What runs, with its version. */
  engine: string;
  stop(): Promise<void>;
}
