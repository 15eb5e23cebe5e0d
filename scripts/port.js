const DEFAULT_PORT = 8123;

/**
 * The port that the environment asks for, or 8123.
 *
 * @param {string | undefined} text
 * @throws {Error} for what is no port
 */
export function toPort(text) {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is ${text}, but must be a number from 0 to 65535.`);
  }
  return port;
}
