export async function runSmoke(_documents: number): Promise<void> {}
