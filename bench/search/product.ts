/** What the search bench runs of the product; bundled as the product's own threads are. */
export { createEmbeddedReader } from '../../src/search/embedded/reader';
export { createEmbeddedWriter } from '../../src/search/embedded/writer';
