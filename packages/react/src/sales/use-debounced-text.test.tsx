import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDebouncedText } from './use-debounced-text.ts';

const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

function start(isFit?: (text: string) => boolean) {
  const sent: string[] = [];
  const send = (text: string) => void sent.push(text);
  const { result, rerender } = renderHook(({ value }) => useDebouncedText(value, send, isFit), {
    initialProps: { value: '' },
  });
  return {
    sent,
    text: () => result.current[0],
    type: (text: string) => act(() => result.current[1](text)),
    answer: (value: string) => rerender({ value }),
  };
}

describe('useDebouncedText', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('N-02 keeps what is typed while what was given on comes back late', () => {
    const { sent, text, type, answer } = start();
    type('o');
    pass(300);
    type('oa');
    pass(300);
    type('oak');
    answer('o');
    expect(text()).toBe('oak');
    answer('oa');
    expect(text()).toBe('oak');
    pass(300);
    answer('oak');
    expect(text()).toBe('oak');
    expect(sent).toEqual(['o', 'oa', 'oak']);
  });

  it('gives the same text on once, however late it comes back', () => {
    const { sent, type, answer } = start();
    type('oak');
    pass(2_000);
    answer('oak');
    pass(2_000);
    expect(sent).toEqual(['oak']);
  });

  it('takes a value from outside in the place of what is typed', () => {
    const { sent, text, type, answer } = start();
    type('oak');
    pass(300);
    answer('oak');
    answer('elm');
    expect(text()).toBe('elm');
    answer('oak');
    expect(text()).toBe('oak');
    pass(300);
    expect(sent).toEqual(['oak']);
  });

  it('keeps to itself what is not fit to be given on', () => {
    const { sent, text, type } = start((next) => next.length > 1);
    type('o');
    pass(300);
    expect(text()).toBe('o');
    type('oa');
    pass(300);
    expect(sent).toEqual(['oa']);
  });
});
