import { useState } from 'react';

interface Pages {
  /** What the pages are pages of. */
  of: string;
  /** Where each page up to the present one begins; the first begins at no cursor. */
  cursors: readonly (string | undefined)[];
}

const FIRST = [undefined] as const;

/** Forward and back through a list of cursors. Another `of` begins at the first page; a refresh keeps the page. */
export function usePages(of: string) {
  const [pages, setPages] = useState<Pages>({ of, cursors: FIRST });
  const cursors = pages.of === of ? pages.cursors : FIRST;
  return {
    /** From 1. */
    number: cursors.length,
    cursor: cursors.at(-1),
    goForward: (cursor: string) => setPages({ of, cursors: [...cursors, cursor] }),
    goBack: () => setPages({ of, cursors: cursors.length > 1 ? cursors.slice(0, -1) : cursors }),
  };
}
