// What bad hosts do to files, for the `spoil` of static-server.mjs. Each takes a pattern of the paths that it does it to.

const spoiling = (pattern, change) => async (path, answer) =>
  pattern.test(path) ? { ...(await answer()), ...(await change(answer)) } : undefined;

/** The file is not there. */
export const missing = (pattern) =>
  spoiling(pattern, () => ({ status: 404, headers: { "content-type": "text/plain" }, body: "Not found\n" }));

/** A web page in the file's place, as hosts of single-page applications send it, with the status of success. */
export const pageInstead = (pattern) => spoiling(pattern, (answer) => answer("/"));

/** The file under another type: "text/plain", or "" for none. */
export const typed = (pattern, type) =>
  spoiling(pattern, async (answer) => {
    const { headers } = await answer();
    const { "content-type": _, "x-content-type-options": __, ...others } = headers;
    return { headers: type === "" ? others : { ...others, "content-type": type } };
  });

/** Headers beside those of the file. */
export const withHeaders = (pattern, added) =>
  spoiling(pattern, async (answer) => ({ headers: { ...(await answer()).headers, ...added } }));

/** The connection breaks after so many bytes of the file. */
export const breaksOff = (pattern, bytes) => spoiling(pattern, () => ({ breaksOffAfter: bytes }));

/** Each request may meet one of several. */
export const anyOf =
  (...spoils) =>
  async (path, answer) => {
    for (const spoil of spoils) {
      const spoilt = await spoil(path, answer);
      if (spoilt) return spoilt;
    }
    return undefined;
  };
