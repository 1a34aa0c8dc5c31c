/** An accounting connection as services see it; tokens never leave the connections folder. */
export interface Connection {
  id: string;
  businessId: string;
  provider: string;
  environment: string;
  realmId: string;
  companyName: string;
  homeCurrency: string | null;
  ownership: 'kit' | 'host';
  status: 'connected' | 'reconnect_required' | 'disconnected';
  uses: string[];
  /** What was counted last for a first sync, so that its progress has an end to show. */
  preview: { from: string; total: number; countedAt: Date } | null;
  connectedAt: Date;
  /** When the authorization ends unless somebody signs in again; null where the host keeps it, or it has ended. */
  authorizationEndsAt: Date | null;
}

/** What the rest of the BFF may ask of connections. */
export interface Connections {
  /** The business' connections, oldest first, after asking the host for its own. */
  list(businessId: string): Promise<Connection[]>;
  /** The same as far as they are known here: cheap enough for whoever asks every second. */
  listKnown(businessId: string): Promise<Connection[]>;
  find(businessId: string, connectionId: string): Promise<Connection | null>;
  /**
   * Runs provider calls with an access token that is good now; when the provider does not accept it, refreshes once and runs
   * `work` once more. A grant that is over marks the connection and rejects with `ProviderError` `invalid_grant`; a
   * connection that was ended meanwhile with `DomainError` `connection_unavailable`.
   */
  withAccess<T>(
    connection: Connection,
    work: (access: { accessToken: string; realmId: string; businessId: string }) => Promise<T>,
  ): Promise<T>;
}
