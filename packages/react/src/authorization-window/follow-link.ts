/**
 * Goes to `url` in the window called `target` (`_top` for the whole page) as a click on a link would. A link, because the sign-in page
 * wants to know which origin sent the browser: the attribute holds even where the page's own policy is to send no referrer.
 */
export function followLink(host: Window, url: string, target: string): void {
  const link = host.document.createElement('a');
  link.href = url;
  link.target = target;
  link.referrerPolicy = 'origin';
  link.hidden = true;
  host.document.body.append(link);
  link.click();
  link.remove();
}
