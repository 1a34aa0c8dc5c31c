import type { Document } from 'bson';
import { decode } from './bson-documents.ts';
import type { CommandRequest } from './command-request.ts';
import { splitDocuments } from './wire-messages.ts';

/** What the statement at this place of an insert or update command was to write, as far as it says so plainly. */
export function writtenFields(request: CommandRequest, index: number): Document | undefined {
  const statement = statementAt(request, index);
  if (statement?.['q'] === undefined) return statement;
  return assignedFields(statement['q'] as Document, statement['u'] as Document);
}

/** Of an update, what its filter and its plain assignments say. */
export function assignedFields(filter: Document, update: Document | undefined): Document {
  return { ...filter, ...(update?.['$setOnInsert'] as Document), ...(update?.['$set'] as Document) };
}

function statementAt({ sequence, command }: CommandRequest, index: number): Document | undefined {
  if (sequence !== undefined) {
    const bytes = splitDocuments(sequence)[index];
    return bytes && decode(bytes);
  }
  return ((command['documents'] ?? command['updates']) as Document[] | undefined)?.[index];
}
