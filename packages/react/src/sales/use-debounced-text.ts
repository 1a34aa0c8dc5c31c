import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/**
 * What is being typed, given on after a pause. A value that changes from outside replaces it.
 * @returns the text of the field, and the function that takes what is typed.
 */
export function useDebouncedText(
  value: string,
  onChange: (value: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }

  useEffect(() => {
    if (text.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);

  return [text, setText];
}
