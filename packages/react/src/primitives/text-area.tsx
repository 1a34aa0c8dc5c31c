import type { TextareaHTMLAttributes } from 'react';
import { forwardRef } from 'react';

/** Text of several lines. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function TextArea(props, ref) {
    return (
      <span className="sc-input">
        <textarea rows={2} {...props} ref={ref} className="sc-input-control" />
      </span>
    );
  },
);
