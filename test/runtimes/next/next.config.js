/** What is built lies in several folders of the cache, for they are shared by the runs. */
const { ROOT } = process.env;

export default { outputFileTracingRoot: ROOT, turbopack: { root: ROOT } };
