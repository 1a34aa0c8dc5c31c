import { z } from 'zod';

/** What an answer complains about, whichever of QuickBooks' dialects it uses. */
export interface Fault {
  type: string;
  /** Without leading zeros, e.g. `3200`. */
  code: string | null;
  message: string;
  detail: string;
}

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const upper = z.looseObject({ code: text, Message: text, Detail: text });
const lower = z.looseObject({ code: text, message: text, detail: text });
const FaultBody = z.looseObject({
  Fault: z.looseObject({ type: text, Error: z.array(upper).optional().catch([]) }).nullish(),
  fault: z.looseObject({ type: text, error: z.array(lower).optional().catch([]) }).nullish(),
});

const Parts = z.looseObject({ CDCResponse: z.unknown().optional(), QueryResponse: z.unknown().optional() });

/**
 * The fault in a parsed JSON body: the application says `Fault`, the gateway before it `fault`. It may stand in the place of a
 * part of the answer as well.
 */
export function faultInJson(body: unknown): Fault | null {
  const fault = faultIn(body);
  if (fault) return fault;
  const { data } = Parts.safeParse(body);
  const parts = data ? [data.CDCResponse, data.QueryResponse].flat() : [];
  return parts.map(faultInJson).find((nested) => nested !== null) ?? null;
}

function faultIn(body: unknown): Fault | null {
  const parsed = FaultBody.safeParse(body);
  if (!parsed.success) return null;
  const { Fault, fault } = parsed.data;
  if (Fault) {
    const error = Fault.Error?.[0];
    return createFault(Fault.type, error?.code, error?.Message, error?.Detail);
  }
  if (fault) {
    const error = fault.error?.[0];
    return createFault(fault.type, error?.code, error?.message, error?.detail);
  }
  return null;
}

/** The fault in a body that is XML although JSON was asked for, as some faults are. */
export function faultInXml(body: string): Fault | null {
  if (!/<Fault[\s>]/.test(body)) return null;
  return createFault(
    /<Fault[^>]*\btype="([^"]*)"/.exec(body)?.[1],
    /<Error[^>]*\bcode="([^"]*)"/.exec(body)?.[1],
    /<Message>([^<]*)<\/Message>/.exec(body)?.[1],
    /<Detail>([^<]*)<\/Detail>/.exec(body)?.[1],
  );
}

type Text = string | null | undefined;

function createFault(type: Text, code: Text, message: Text, detail: Text): Fault {
  return {
    type: type ?? '',
    code: code ? code.replace(/^0+(?=.)/, '') : null,
    message: message ?? '',
    detail: detail ?? '',
  };
}
