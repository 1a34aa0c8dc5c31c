import type { Document } from 'bson';
import { decode } from './bson-documents.ts';
import type { CommandRequest } from './command-request.ts';
import { splitDocuments } from './wire-messages.ts';

export interface WrittenFields {
  fields: Document;
  /** True when these are all the fields of the document, so that one that is missing has no value. */
  whole: boolean;
}

/** What the statement at this place of an insert or update command was to write, as far as it says so plainly. */
export function writtenFields(request: CommandRequest, index: number): WrittenFields | undefined {
  const statement = statementAt(request, index);
  if (statement === undefined) return undefined;
  if (statement['q'] === undefined) return { fields: statement, whole: true };
  return assignedFields(statement['q'] as Document, statement['u'] as Document);
}

/** Of an update, what its filter and its plain assignments say; of a replacement, all of it. */
export function assignedFields(filter: Document, update: Document | undefined): WrittenFields {
  if (update !== undefined && isReplacement(update))
    return { fields: { _id: filter['_id'] as unknown, ...update }, whole: true };
  const fields = { ...filter, ...(update?.['$setOnInsert'] as Document), ...(update?.['$set'] as Document) };
  return { fields, whole: false };
}

function isReplacement(update: Document): boolean {
  return !Array.isArray(update) && !Object.keys(update)[0]?.startsWith('$');
}

function statementAt({ sequence, command }: CommandRequest, index: number): Document | undefined {
  if (sequence !== undefined) {
    const bytes = splitDocuments(sequence)[index];
    return bytes && decode(bytes);
  }
  return ((command['documents'] ?? command['updates']) as Document[] | undefined)?.[index];
}
