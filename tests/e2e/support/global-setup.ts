import { startProduct } from './product.ts';

/** One product for the whole run. The workers find it by the variable. */
async function globalSetup(): Promise<() => Promise<void>> {
  const product = await startProduct();
  process.env['ACCORD_URL'] = product.url;
  return product.stop;
}

export default globalSetup;
