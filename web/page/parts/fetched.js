// Files that a page asks for when it wants them: each once, and again where it could not be had.

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/** A file as JSON. @param {string} address @returns {Promise<any>} */
export function fetched(address) {
  const file = files.get(address) ?? fetch(address).then((response) => (response.ok ? response.json() : Promise.reject(new Error(address))));
  files.set(address, file);
  file.catch(() => files.delete(address));
  return file;
}
