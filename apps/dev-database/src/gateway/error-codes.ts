/** MongoDB's numbers for the failures this gateway itself or the extension reports. */
export const errorCode = {
  internalError: 1,
  badValue: 2,
  unauthorized: 13,
  namespaceNotFound: 26,
  cursorNotFound: 43,
  maxTimeExpired: 50,
  commandNotFound: 59,
  writeConflict: 112,
  commandNotSupported: 115,
  noSuchTransaction: 251,
  duplicateKey: 11000,
} as const;

/** MongoDB's names of its numbers. */
export const errorNames: ReadonlyMap<number, string> = new Map([
  [1, 'InternalError'],
  [2, 'BadValue'],
  [9, 'FailedToParse'],
  [13, 'Unauthorized'],
  [14, 'TypeMismatch'],
  [15, 'Overflow'],
  [20, 'IllegalOperation'],
  [26, 'NamespaceNotFound'],
  [27, 'IndexNotFound'],
  [28, 'PathNotViable'],
  [40, 'ConflictingUpdateOperators'],
  [43, 'CursorNotFound'],
  [48, 'NamespaceExists'],
  [50, 'MaxTimeMSExpired'],
  [59, 'CommandNotFound'],
  [66, 'ImmutableField'],
  [67, 'CannotCreateIndex'],
  [68, 'IndexAlreadyExists'],
  [72, 'InvalidOptions'],
  [73, 'InvalidNamespace'],
  [85, 'IndexOptionsConflict'],
  [86, 'IndexKeySpecsConflict'],
  [112, 'WriteConflict'],
  [115, 'CommandNotSupported'],
  [121, 'DocumentValidationFailure'],
  [251, 'NoSuchTransaction'],
  [11000, 'DuplicateKey'],
]);

/** The extension's and PostgreSQL's SQLSTATE codes, as MongoDB numbers the same failures. */
const codesByState: ReadonlyMap<string, number> = new Map([
  ['M0000', 1],
  ['M0001', 2],
  ['M0003', 9],
  ['M0004', 14],
  ['M0005', 15],
  ['M0006', 20],
  ['M0008', 26],
  ['M0009', 27],
  ['M000A', 28],
  ['M000D', 40],
  ['M000E', 43],
  ['M000F', 48],
  ['M000M', 66],
  ['M000N', 67],
  ['M000O', 68],
  ['M000P', 72],
  ['M000Q', 73],
  ['M000R', 85],
  ['M000S', 86],
  ['M000U', 115],
  ['M00CO', 121],
  ['M001C', 11000],
  ['M00F1', 112],
  ['M007U', 40324],
  ['M006O', 40086],
  ['23505', 11000],
  ['23P01', 11000],
  ['40001', 112],
  ['40P01', 112],
  ['55P03', 112],
  ['57014', 50],
  ['42P01', 26],
  ['0A000', 115],
  ['22023', 2],
  ['22P02', 9],
]);

const unknownError = 8;

/** MongoDB's number for a SQLSTATE. */
export function codeOfState(state: string): number {
  return codesByState.get(state) ?? (state.startsWith('M') ? unknownError : errorCode.internalError);
}

/** PostgreSQL packs the five characters of a SQLSTATE into an integer, six bits each; the extension's write errors carry that. */
export function unpackState(packed: number): string {
  let state = '';
  for (let rest = packed; state.length < 5; rest >>>= 6) state += String.fromCharCode((rest & 63) + 48);
  return state;
}
