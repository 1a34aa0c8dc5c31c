const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is safe to put into a page. */
export interface Html {
  readonly markup: string;
}

const toMarkup = (value: string | Html): string =>
  typeof value === 'string'
    ? value.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '')
    : value.markup;

/** A template whose texts are escaped; only what `html` itself made is put in as it is. */
export const html = (parts: TemplateStringsArray, ...values: (string | Html)[]): Html => ({
  markup: String.raw({ raw: parts }, ...values.map(toMarkup)),
});

export const nothing: Html = { markup: '' };
/** For markup, styles and scripts written in this folder; never for a value from outside. */
export const trusted = (markup: string): Html => ({ markup });
