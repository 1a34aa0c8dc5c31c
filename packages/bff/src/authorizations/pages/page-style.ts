/** The look of the sign-in's pages. Everything is inline: they load nothing from anywhere. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(oklch(97% 0.004 260), oklch(19% 0.012 260));
  --card: light-dark(oklch(100% 0 0), oklch(24% 0.014 260));
  --border: light-dark(oklch(90% 0.008 260), oklch(34% 0.016 260));
  --border-strong: light-dark(oklch(66% 0.012 260), oklch(56% 0.016 260));
  --text: light-dark(oklch(24% 0.02 260), oklch(95% 0.006 260));
  --muted: light-dark(oklch(46% 0.02 260), oklch(75% 0.014 260));
  --accent: light-dark(oklch(50% 0.17 262), oklch(72% 0.13 262));
  --accent-hover: light-dark(oklch(44% 0.17 262), oklch(78% 0.12 262));
  --on-accent: light-dark(oklch(100% 0 0), oklch(18% 0.03 262));
  --success: light-dark(oklch(47% 0.12 155), oklch(78% 0.14 155));
  --success-subtle: light-dark(oklch(95% 0.04 155), oklch(31% 0.05 155));
  --warning: light-dark(oklch(49% 0.11 65), oklch(82% 0.12 80));
  --warning-subtle: light-dark(oklch(95% 0.05 80), oklch(32% 0.05 70));
  --info-subtle: light-dark(oklch(95% 0.03 262), oklch(31% 0.06 262));
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; padding: 24px; display: grid; place-items: center;
  background: var(--page); color: var(--text); -webkit-font-smoothing: antialiased;
  font: 400 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main {
  width: 100%; max-width: 440px; padding: 32px; background: var(--card); border: 1px solid var(--border);
  border-radius: 10px; box-shadow: 0 1px 2px rgb(0 0 0 / .04), 0 12px 32px rgb(0 0 0 / .07);
}
.product { margin: 0 0 24px; color: var(--muted); font-size: 13px; font-weight: 500; }
.mark {
  display: grid; place-items: center; width: 44px; height: 44px; margin-bottom: 16px; border-radius: 10px;
  background: var(--info-subtle); color: var(--accent);
}
.mark[data-tone=success] { background: var(--success-subtle); color: var(--success); }
.mark[data-tone=warning] { background: var(--warning-subtle); color: var(--warning); }
.mark svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; line-height: 1.3; letter-spacing: -.01em; text-wrap: balance; overflow-wrap: anywhere; }
p { margin: 0; color: var(--muted); text-wrap: pretty; overflow-wrap: anywhere; }
p + p { margin-top: 12px; }
strong { color: var(--text); font-weight: 600; }
dl { margin: 24px 0 16px; border: 1px solid var(--border); border-radius: 6px; }
dl div { display: flex; gap: 16px; justify-content: space-between; padding: 12px 16px; }
dl div + div { border-top: 1px solid var(--border); }
dt { color: var(--muted); flex: none; }
dd { margin: 0; font-weight: 500; text-align: end; overflow-wrap: anywhere; min-width: 0; }
.small { font-size: 13px; }
.actions { display: flex; flex-wrap: wrap-reverse; gap: 8px; justify-content: flex-end; margin-top: 24px; }
button {
  min-height: 40px; padding: 8px 16px; border: 1px solid var(--border-strong); border-radius: 6px; background: transparent;
  color: var(--text); font: inherit; font-weight: 500; cursor: pointer; transition: background-color .14s ease-out;
}
button:hover { background: color-mix(in oklab, var(--text) 6%, transparent); }
button[data-primary] { border-color: transparent; background: var(--accent); color: var(--on-accent); }
button[data-primary]:hover { background: var(--accent-hover); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[hidden] { display: none !important; }
@media (max-width: 420px) { body { padding: 12px; } main { padding: 24px; } .actions button { flex: 1 1 100%; } }
@media (prefers-reduced-motion: reduce) { button { transition: none; } }
@media (forced-colors: active) { button, main, dl { border-color: CanvasText; } }
`;
