export async function runMock(): Promise<void> {}
