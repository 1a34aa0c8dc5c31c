import type { DocumentTable, StoredDocument } from './document-table.ts';

interface Withheld {
  readonly document: StoredDocument;
  readonly isNew: boolean;
  /** Epoch seconds. */
  readonly visibleAt: number;
}

/** Changes that were carried out and bear their times, but that nobody sees yet. */
export interface WithheldChanges {
  /** Puts a new document away; the slot it names counts for nothing. */
  add(document: StoredDocument, visibleAt: number): void;
  /** Carries a change out, on top of those withheld before, and takes the document back to what is seen of it. */
  change(slot: number, visibleAt: number, carryOut: () => void): StoredDocument;
  /** Shows what is due; `slot` also shows all of that document's. */
  release(now: number, slot?: number): void;
  /** The documents as they will be, for those who keep them. */
  stored(): StoredDocument[];
}

export function createWithheldChanges(table: DocumentTable): WithheldChanges {
  let withheld: Withheld[] = [];
  const storedOf = (slot: number): StoredDocument => ({ ...table.row(slot), sale: table.sale(slot) });
  const latestOf = (slot: number) => withheld.findLast((each) => !each.isNew && each.document.slot === slot);

  return {
    add: (document, visibleAt) => void withheld.push({ document, isNew: true, visibleAt }),
    change: (slot, visibleAt, carryOut) => {
      const seen = storedOf(slot);
      const latest = latestOf(slot);
      if (latest) table.put(latest.document);
      try {
        carryOut();
        const document = storedOf(slot);
        withheld.push({ document, isNew: false, visibleAt });
        return document;
      } finally {
        table.put(seen);
      }
    },
    release: (now, slot) => {
      const isDue = ({ visibleAt, isNew, document }: Withheld) =>
        visibleAt <= now || (!isNew && document.slot === slot);
      const due = withheld.filter(isDue);
      if (due.length === 0) return;
      withheld = withheld.filter((each) => !isDue(each));
      for (const { document, isNew } of due) {
        table.put(isNew ? { ...document, slot: table.size } : document);
      }
    },
    stored: () => {
      const seen = new Map(table.stored().map((document) => [document.slot, document]));
      let { size } = table;
      for (const { document, isNew } of withheld) {
        const slot = isNew ? size++ : document.slot;
        seen.set(slot, { ...document, slot });
      }
      return [...seen.values()];
    },
  };
}
