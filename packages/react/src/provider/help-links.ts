/** A page of the host's that explains more. It opens in a window of its own. */
export interface HelpLink {
  href: string;
  /** What the link says, e.g. "About accounting connections". */
  label: string;
}

/** By the part of the kit each one stands beside. */
export interface HelpLinks {
  accounting?: HelpLink;
  inventory?: HelpLink;
  salesChannels?: HelpLink;
}
