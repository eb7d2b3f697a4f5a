/** The last characters of a group of two and of three in canonical base64url, where the bits that make no byte are zero. */
const LAST: Readonly<Record<number, string>> = { 2: "AQgw", 3: "AEIMQUYcgkosw048" };

/** The bytes of base64url, on runtimes without Node's Buffer; undefined unless it is canonical and without padding. */
export function decodeBase64url(segment: string): Uint8Array | undefined {
  const rest = segment.length % 4;
  if (!/^[\w-]*$/.test(segment) || (rest > 0 && !LAST[rest]?.includes(segment.slice(-1)))) return undefined;
  const binary = atob(segment.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
