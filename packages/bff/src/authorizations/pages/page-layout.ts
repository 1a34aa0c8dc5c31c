import type { Html } from './html.ts';
import { html, trusted } from './html.ts';
import { PAGE_STYLE } from './page-style.ts';

const MARKS = {
  info: 'M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7l-1.7 1.7M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7l1.7-1.7',
  success: 'M20 6 9 17l-5-5',
  warning: 'M12 8v5m0 3.5v.01M10.3 3.9 2.4 18a2 2 0 0 0 1.7 3h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z',
} as const;

interface Page {
  productName: string;
  tone: keyof typeof MARKS;
  title: string;
  content: Html;
}

/** A whole document around one card. `nonce` names the styles and scripts that may take part. */
export function pageLayout({ productName, tone, title, content }: Page, nonce: string): string {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${productName}</title>
        <style nonce="${nonce}">
          ${trusted(PAGE_STYLE)}
        </style>
      </head>
      <body>
        <main>
          <p class="product">${productName}</p>
          <div class="mark" data-tone="${tone}" aria-hidden="true">
            <svg viewBox="0 0 24 24"><path d="${MARKS[tone]}" /></svg>
          </div>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  return markup;
}
