/**
 * Whether an app shows the page in a web view of its own. Those open no windows, or ones that cannot be left again. Android names
 * its own `wv`; Apple's leave the browser's name out.
 */
export function isWebview(userAgent: string): boolean {
  if (/\bwv\b/.test(userAgent)) return /\bAndroid\b/.test(userAgent);
  return /\((?:iPhone|iPad|iPod)\b/.test(userAgent) && !/\bSafari\//.test(userAgent);
}
