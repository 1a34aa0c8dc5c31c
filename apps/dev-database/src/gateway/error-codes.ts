/** MongoDB's numbers for the failures the gateway itself has to do with. */
export const errorCode = {
  internalError: 1,
  badValue: 2,
  namespaceNotFound: 26,
  cursorNotFound: 43,
  commandNotFound: 59,
  writeConflict: 112,
  commandNotSupported: 115,
  noSuchTransaction: 251,
  duplicateKey: 11000,
} as const;

/** MongoDB's number and name of a failure, and the SQLSTATEs that the extension or PostgreSQL report it with. */
const failures: readonly (readonly [code: number, name: string, ...states: string[]])[] = [
  [1, 'InternalError', 'M0000'],
  [2, 'BadValue', 'M0001', '22023'],
  [5, 'GraphContainsCycle', 'M0002'],
  [8, 'UnknownError'],
  [9, 'FailedToParse', 'M0003', '22P02'],
  [13, 'Unauthorized', 'M00ER', '42501'],
  [14, 'TypeMismatch', 'M0004'],
  [15, 'Overflow', 'M0005'],
  [16, 'InvalidLength', 'M00DO'],
  [20, 'IllegalOperation', 'M0006'],
  [24, 'LockTimeout', 'M00EW'],
  [26, 'NamespaceNotFound', 'M0008', '42P01'],
  [27, 'IndexNotFound', 'M0009'],
  [28, 'PathNotViable', 'M000A'],
  [34, 'CannotBackfillArray', 'M000C'],
  [40, 'ConflictingUpdateOperators', 'M000D'],
  [43, 'CursorNotFound', 'M000E', '34000'],
  [48, 'NamespaceExists', 'M000F'],
  [50, 'MaxTimeMSExpired', 'M00EX', '57014'],
  [52, 'DollarPrefixedFieldName', 'M000G'],
  [54, 'NotSingleValueField', 'M000I'],
  [56, 'EmptyFieldName', 'M000J'],
  [57, 'DottedFieldName', 'M000K'],
  [59, 'CommandNotFound', 'M00EY'],
  [66, 'ImmutableField', 'M000M'],
  [67, 'CannotCreateIndex', 'M000N'],
  [68, 'IndexAlreadyExists', 'M000O'],
  [72, 'InvalidOptions', 'M000P'],
  [73, 'InvalidNamespace', 'M000Q'],
  [85, 'IndexOptionsConflict', 'M000R'],
  [86, 'IndexKeySpecsConflict', 'M000S'],
  [91, 'ShutdownInProgress', 'M00F0', '57P01', '57P03'],
  [112, 'WriteConflict', 'M00F1', '40001', '40P01', '55P03'],
  [115, 'CommandNotSupported', 'M000U', '0A000'],
  [117, 'ConflictingOperationInProgress', 'M00F2'],
  [121, 'DocumentValidationFailure', 'M00CO'],
  [143, 'CursorInUse', 'M00EL'],
  [146, 'ExceededMemoryLimit', 'M000W'],
  [165, 'ViewDepthLimitExceeded', 'M000Y'],
  [166, 'CommandNotSupportedOnView', 'M000Z'],
  [167, 'OptionNotSupportedOnView', 'M0010'],
  [197, 'InvalidIndexSpecificationOption', 'M0012'],
  [201, 'CannotBuildIndexKeys', 'M00F4'],
  [224, 'QueryFeatureNotAllowed', 'M0013'],
  [232, 'MaxSubPipelineDepthExceeded', 'M0014'],
  [241, 'ConversionFailure', 'M0015'],
  [251, 'NoSuchTransaction', 'M00F6'],
  [263, 'OperationNotSupportedInTransaction', 'M0016'],
  [276, 'IndexBuildAborted', 'M0017'],
  [291, 'NoQueryExecutionPlans', 'M0018'],
  [10334, 'BSONObjectTooLarge', 'M001B'],
  [11000, 'DuplicateKey', 'M001C', '23505', '23P01'],
  [14031, 'OutOfDiskSpace', '53100'],
  // MongoDB has no names for these, only numbers.
  [17419, 'Location17419', 'M003A'],
  [17420, 'Location17420', 'M003B'],
  [40086, 'Location40086', 'M006O'],
  [40324, 'Location40324', 'M007U'],
];

const names: ReadonlyMap<number, string> = new Map(failures.map(([code, name]) => [code, name]));
const codes: ReadonlyMap<string, number> = new Map(
  failures.flatMap(([code, , ...states]) => states.map((state) => [state, code] as const)),
);

const unknownError = 8;

/** MongoDB's name of a number. */
export function nameOfCode(code: number): string {
  return names.get(code) ?? `Location${code}`;
}

/** MongoDB's number for a SQLSTATE. */
export function codeOfState(state: string): number {
  return codes.get(state) ?? (state.startsWith('M') ? unknownError : errorCode.internalError);
}

/** PostgreSQL packs the five characters of a SQLSTATE into an integer, six bits each; the extension's write errors carry that. */
export function unpackState(packed: number): string {
  let state = '';
  for (let rest = packed; state.length < 5; rest >>>= 6) state += String.fromCharCode((rest & 63) + 48);
  return state;
}
