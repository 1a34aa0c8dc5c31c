/** The named properties of a record, `MetaData.CreateTime` style names included, as a sparse record. */
export function project(record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const sparse: Record<string, unknown> = { domain: 'QBO', sparse: true, Id: record['Id'] };
  for (const [name, value] of Object.entries(record)) {
    const lower = name.toLowerCase();
    if (wanted.has(lower)) {
      sparse[name] = value;
      continue;
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) continue;
    const inner = Object.entries(value).filter(([key]) => wanted.has(`${lower}.${key.toLowerCase()}`));
    if (inner.length > 0) sparse[name] = Object.fromEntries(inner);
  }
  return sparse;
}
