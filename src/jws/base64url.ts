/** The characters that may end a last group of two or three in canonical base64url: their unused bits are zero. */
const LAST: Readonly<Record<number, string>> = { 2: "AQgw", 3: "AEIMQUYcgkosw048" };

/** Decodes base64url without Node's Buffer. Undefined when it is not canonical or has padding. */
export function decodeBase64url(segment: string): Uint8Array<ArrayBuffer> | undefined {
  const rest = segment.length % 4;
  if (!/^[\w-]*$/.test(segment) || (rest > 0 && !LAST[rest]?.includes(segment.slice(-1)))) return undefined;
  const binary = atob(segment.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
