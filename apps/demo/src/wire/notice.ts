/** Something Sales Channels told Northwind's backend. */
export interface Notice {
  id: string;
  /** e.g. `connection.reconnect_required` */
  type: string;
  companyName: string;
  at: string;
}
