import { useMessages } from '../messages/use-messages.ts';
import type { HelpLink as Link } from '../provider/help-links.ts';
import { Icon } from './icon.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The host's own help; nothing where it gives none. */
export function HelpLink({ link }: { link: Link | undefined }) {
  const { opensNewWindow } = useMessages().common;
  if (link === undefined) return null;
  return (
    <a className="sc-help-link" href={link.href} target="_blank" rel="noreferrer">
      {link.label}
      <Icon name="external" size={12} />
      <VisuallyHidden>, {opensNewWindow}</VisuallyHidden>
    </a>
  );
}
