/** The build reads several folders of the cache, which the runs share. */
const { ROOT } = process.env;

export default { outputFileTracingRoot: ROOT, turbopack: { root: ROOT } };
