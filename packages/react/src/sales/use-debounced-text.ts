import { useEffect, useState } from 'react';

const PAUSE_MS = 300;
const isAnything = () => true;

/**
 * What is being typed, given on after a pause. A value that changes from outside replaces it; one that was given on and only
 * comes back, however late, does not.
 * @param isFit what may be given on; the rest waits to be typed on.
 * @returns the text of the field, and the function that takes what is typed.
 */
export function useDebouncedText(
  value: string,
  onChange: (value: string) => void,
  isFit: (text: string) => boolean = isAnything,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [onTheirWay, setOnTheirWay] = useState<readonly string[]>([]);
  if (known !== value) {
    setKnown(value);
    const returned = onTheirWay.indexOf(value);
    setOnTheirWay(returned < 0 ? [] : onTheirWay.slice(returned + 1));
    if (returned < 0 && text.trim() !== value) setText(value);
  }

  const given = onTheirWay.at(-1) ?? value;
  useEffect(() => {
    const next = text.trim();
    if (next === given || !isFit(next)) return undefined;
    const timer = setTimeout(() => {
      setOnTheirWay((sent) => [...sent, next]);
      onChange(next);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, given, onChange, isFit]);

  return [text, setText];
}
