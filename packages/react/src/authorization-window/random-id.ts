/** 128 random bits as text. Also where the page is not a secure context, which `crypto.randomUUID` needs. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
