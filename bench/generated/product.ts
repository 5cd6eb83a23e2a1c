/** What the benches take of the product to fill a database as publishing does. */
export { projection } from '../../src/publishing/write-publication';
